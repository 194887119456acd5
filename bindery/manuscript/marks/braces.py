"""Braces that belong to nothing: ``a_{i=0} b`` and ``Tekst {x=1}`` are text.

Both readers would drop them without a word. They belong right after a link, an image, code, a span,
a formula, a note's mark or emphasis, and at the end of a heading.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.source.attributes import BRACES, attributes_in

_SIGN = re.compile(r"\{\s*(?:[#.][\w-]|[A-Za-z_:][\w:.-]*=)")
_MARKS = re.compile(r"[\\`*_\[\]<>$~^{}@&]")
_DEEPEST = 90
"""Opening brackets in a block. markdown-it reads no more than a hundred levels."""

_TAKES = frozenset({"math_inline_double", "code_inline", "math_inline", "footnote_ref", "image"})


def _edits(page: Page) -> Iterator[Edit]:
    kind = ""
    for block in page.tokens:
        if block.type == "inline" and block.children:
            for number, token in enumerate(block.children):
                if token.type == "attributes" and "ends" in token.meta:
                    if _belongs(block.children, number, kind):
                        continue
                    start = page.offset(block, token.meta["at"])
                    end = page.end(block, token.meta["ends"])
                    before = page.text[max(0, start - 2) : start]
                    # What is too deep to be read is told of the whole block.
                    is_too_deep = before.endswith("]") and block.content.count("[") > _DEEPEST
                    if before != "==" and not is_too_deep:
                        yield _as_text(page, start, end)
        kind = block.type.removesuffix("_open")


def _belongs(children: Sequence[Token], number: int, kind: str) -> bool:
    """Whether the braces at ``number`` are those of what is before them."""
    after = (one for one in children[number + 1 :] if one.content.strip() or one.type != "text")
    if kind == "heading" and next(after, None) is None:
        return True
    before = number - 1
    while before >= 0 and children[before].type == "text" and not children[before].content:
        before -= 1
    if before < 0:
        return False
    return children[before].nesting < 0 or children[before].type in _TAKES


def _as_text(page: Page, start: int, end: int) -> Edit:
    written = page.text[start:end]
    pieces: list[Piece] = []
    at = start
    for sign in _MARKS.finditer(written):
        pieces += [Kept(at, start + sign.start()), "\\"]
        at = start + sign.start()
    pieces.append(Kept(at, end))
    # What looks like a name or a class is told where marks are left in the text.
    said = [attributes_in(one[0]) for one in BRACES.finditer(written)]
    is_told = any(one.name or one.classes for one in said)
    tells = () if is_told else (page.mark("read-as", start, "braces", " ".join(written.split())),)
    return Edit(start, end, tuple(pieces), "", tells)


BRACES_AS_TEXT = Reader(_SIGN, _edits)
