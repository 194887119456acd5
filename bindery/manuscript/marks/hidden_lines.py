"""Leave out what an author hid: lines of Rust code for mdBook, and MyST's lines of comments."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_RUST = re.compile(r"rust\b|rs\b")
_HIDDEN = re.compile(r"[ \t>]*#(?: [^\n]*|)(?:\n|$)")


def hidden_lines(page: Page) -> Iterator[Edit]:
    """Lines of ``# …`` in a block of Rust, if the manuscript was written for mdBook."""
    if page.book.written_for != "mdbook":
        return
    for token in page.tokens:
        if token.type != "fence" or token.map is None or not _RUST.match(token.info.strip()):
            continue
        for number in range(token.map[0] + 1, token.map[1] - 1):
            start, end = page.starts[number], page.starts[number + 1]
            if _HIDDEN.fullmatch(page.text[start:end]):
                tells = (page.mark("left-out", start, "hidden-line", page.lines[number].strip()),)
                yield Edit(start, end, (), page.text[start:end], tells)


_COMMENT = re.compile(r"(?:\A|\n)(?P<all>%[^\n]*)")


def comment_lines(page: Page) -> Iterator[Edit]:
    """Lines that begin with a percent sign, if the manuscript was written for MyST."""
    if page.book.written_for != "myst":
        return
    for words in page.words():
        for found in _COMMENT.finditer(words.plain):
            start = words.offset(found.start("all"))
            end = page.text.find("\n", start)
            end = len(page.text) if end < 0 else end
            yield Edit(start, end, (), page.text[start:end])


HIDDEN_LINES = Reader(re.compile(r"^[ \t>]*# ?", re.MULTILINE), hidden_lines)
COMMENT_LINES = Reader(re.compile(r"^%", re.MULTILINE), comment_lines)
