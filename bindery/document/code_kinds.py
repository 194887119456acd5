"""The kinds of words in code, from pandoc's skylighting: keywords, comments, strings and numbers.

One run of pandoc for the whole book, and none where it is not asked for.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from bindery.document.model import Element
from bindery.tools import pandoc

Kinds = tuple[tuple[str, str], ...]
"""The words of a line of code, each with its kind, or with none."""

KEYWORD, COMMENT, STRING, NUMBER = "keyword", "comment", "string", "constant"
"""Classes. None is told by its colour alone: quotation marks and comment signs stay."""

_KINDS = {
    "kw": KEYWORD, "cf": KEYWORD, "im": KEYWORD,
    "co": COMMENT, "do": COMMENT, "an": COMMENT, "cv": COMMENT, "in": COMMENT,
    "st": STRING, "ch": STRING, "ss": STRING, "vs": STRING, "sc": STRING,
    "dv": NUMBER, "bn": NUMBER, "fl": NUMBER, "cn": NUMBER,
}  # fmt: skip
_LANGUAGE = re.compile(r"[\w+#.\-]+")


def kinds_in(blocks: Sequence[tuple[str, str]]) -> list[tuple[Kinds, ...] | None]:
    """The lines of each of ``blocks``, a language and a text, or ``None`` where none is known."""
    asked = [
        number
        for number, (language, text) in enumerate(blocks)
        if _LANGUAGE.fullmatch(language) and text.strip()
    ]
    found: list[tuple[Kinds, ...] | None] = [None] * len(blocks)
    if not asked:
        return found
    try:
        rendered = pandoc.highlighted("\n\n".join(_fenced(*blocks[number]) for number in asked))
    except pandoc.UnreadableError:
        return found
    tree = etree.fromstring(f"<div>{rendered}</div>", etree.XMLParser(huge_tree=True))
    for number, pre in zip(asked, tree.iter("pre"), strict=True):
        lines = tuple(map(tuple, _lines(pre)))
        written = "\n".join("".join(words for words, _ in line) for line in lines)
        if any(kind for line in lines for _, kind in line) and written == blocks[number][1]:
            found[number] = lines
    return found


def _fenced(language: str, text: str) -> str:
    """A block of code that no line of ``text`` can end."""
    longest = max((len(run) for run in re.findall("~+", text)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence} {language}\n{text}\n{fence}"


def _lines(pre: Element) -> Iterator[list[tuple[str, str]]]:
    """The words of each line with their kinds; neighbours of one kind are one."""
    line: list[tuple[str, str]] = []
    for words, kind in _words(pre, ""):
        for number, part in enumerate(words.split("\n")):
            if number:
                yield line
                line = []
            if part and line and line[-1][1] == kind:
                line[-1] = (line[-1][0] + part, kind)
            elif part:
                line.append((part, kind))
    yield line


def _words(element: Element, kind: str) -> Iterator[tuple[str, str]]:
    kind = _KINDS.get(element.get("class") or "", kind)
    if element.text:
        yield element.text, kind
    for child in element:
        yield from _words(child, kind)
        if child.tail:
            yield child.tail, kind
