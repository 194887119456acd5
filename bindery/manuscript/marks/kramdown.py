"""Read Kramdown's braces: ``{: #name .class}`` after a block or a word, and ``{:toc}``."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page, Words
from bindery.manuscript.marks.readers import Reader

SIGN = re.compile(r"\{:[^{}\n]*\}")

_LINE = re.compile(r"(?:\A|\n)[ \t]*(?P<all>\{:(?P<about>[^{}\n]*)\})[ \t]*(?=\n|\Z)")
_TOC = re.compile(r"\s*toc\b")
_NAME = re.compile(r"#(?P<name>[\w.:-]+)")


def kramdown(page: Page) -> Iterator[Edit]:
    """Braces that stand alone on a line, and braces right after a link, an image or emphasis."""
    lists = [
        token for token in page.tokens if token.type in ("bullet_list_open", "ordered_list_open")
    ]
    for words in page.words():
        taken: set[int] = set()
        for found in _LINE.finditer(words.plain):
            taken.add(found.start("all"))
            yield _block(page, words, found, lists)
        for found in SIGN.finditer(words.plain):
            if found.start() not in taken:
                start, end = words.offset(found.start()), words.offset(found.end() - 1) + 1
                yield _dropped(page, start, end, _named(found[0]))


def _block(page: Page, words: Words, found: re.Match[str], lists: list[Token]) -> Edit:
    start, end = words.offset(found.start("all")), words.offset(found.end("all") - 1) + 1
    if _TOC.match(found["about"]):
        line = page.text.count("\n", 0, start)
        around = [one for one in lists if one.map and one.map[0] <= line < one.map[1]]
        if around:
            start, end = page.begins(around[0]), page.ends(around[0])
        return _dropped(page, start, end, "", kind="contents")
    return _dropped(page, start, end, _named(found["about"]))


def _named(about: str) -> str:
    found = _NAME.search(about)
    return f"[]{{#{found['name']}}}" if found else ""


def _dropped(page: Page, start: int, end: int, made: str, kind: str = "option") -> Edit:
    written = page.text[start:end]
    tells = (page.mark("left-out", start, kind, " ".join(written.split())),)
    return Edit(start, end, (made,) if made else (), written, tells)


KRAMDOWN = Reader(SIGN, kramdown)
