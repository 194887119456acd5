r"""Dollars around a word, ``$reporteeName$``: text with its signs. And ``\(x^2\)``, which is told.

A name of four letters or more is no formula: it would be set as the product of its letters.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit, Kept
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

IS_A_FORMULA = "formula-is-a-formula"
"""The rule that tells what looks like a formula and is printed as text."""

_SIGN = re.compile(r"\$[^\W\d]\w|\\[(\[]")
_WORDS = re.compile(r"[^\W\d_][^\W_]*(?:[._][^\W_]+)*")
_PATH = re.compile(r"[A-Z_]{3,}(?:/[\w.-]+)+")
_PARTS = re.compile(r"[\d._]+")
_VOWEL = re.compile(r"[aeiouyæøåäö]", re.IGNORECASE)
_LETTERS = 4
_BRACKETS = re.compile(r"(?<!\\)\\(?:\((?P<a>[^\n]{1,200}?)\\\)|\[(?P<b>[^\n]{1,200}?)\\\])")
_TEX = re.compile(r"\\[A-Za-z]|[\^_]")


def is_placeholder(tex: str) -> bool:
    """Whether what is between two dollars is a name, or a path, and not mathematics."""
    if _PATH.fullmatch(tex):
        return True
    if not _WORDS.fullmatch(tex):
        return False
    parts = [part for part in _PARTS.split(tex) if part]
    longest = max(parts, key=len, default="")
    if len(longest) < _LETTERS or min(map(len, parts)) == 1:
        return False
    # ABCD is a rectangle.
    is_points = len(parts) == 1 and longest.isupper() and len(longest) == _LETTERS
    return not is_points and _VOWEL.search(longest) is not None


def _edits(page: Page) -> Iterator[Edit]:
    for one in page.inlines():
        if one.token.type == "math_inline" and is_placeholder(one.token.content):
            start, end = one.start, one.end
            pieces = ("\\", Kept(start, end - 1), "\\", Kept(end - 1, end))
            tells = (page.mark(IS_A_FORMULA, start, "placeholder", page.text[start:end]),)
            yield Edit(start, end, pieces, "", tells)
    for block in page.tokens:
        if block.type == "inline" and block.children:
            escaped = {token.meta["at"] for token in block.children if token.type == "text_special"}
            for found in _BRACKETS.finditer(block.content) if escaped else ():
                tex = found["a"] or found["b"] or ""
                if found.start() in escaped and _TEX.search(tex):
                    start = page.offset(block, found.start())
                    told = page.mark(IS_A_FORMULA, start, "brackets", tex.strip())
                    yield Edit(start, start, tells=(told,))


PLACEHOLDERS = Reader(_SIGN, _edits)
