r"""LaTeX's marks for an index, ``\index{næring!vertskap|see{etablering}}``, as spans."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import HIDDEN, Page, Words
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"\\index\{")
_WORDS = r"[^{}|\"\\\n]{1,300}"
_MARK = re.compile(
    rf"\\index\{{(?P<entry>{_WORDS})"
    rf"(?:\|(?:see(?:also)?\{{(?P<see>{_WORDS})\}}|[^{{}}\n]{{0,80}}))?\}}"
)


def _edits(page: Page) -> Iterator[Edit]:
    for words in page.words():
        for mark in _MARK.finditer(words.block.content):
            if not _is_read(mark, words.plain):
                continue
            start, end = words.offset(mark.start()), words.offset(mark.end() - 1) + 1
            told = page.mark("read-as", start, "index", mark["entry"])
            pieces: list[Piece] = ['[]{.index entry="', _kept(words, mark, "entry")]
            rest = mark[0].replace(mark["entry"], " ", 1)
            if mark["see"]:
                pieces += ['" see="', _kept(words, mark, "see")]
                rest = rest.replace(mark["see"], " ", 1)
            yield Edit(start, end, (*pieces, '"}'), rest, (told,))


def _is_read(mark: re.Match[str], plain: str) -> bool:
    """Whether it is in words, and its backslash is not one of two."""
    inside = plain[mark.start() + 2 : mark.end()]
    return plain[mark.start() + 1] == HIDDEN and inside == mark[0][2:]


def _kept(words: Words, mark: re.Match[str], group: str) -> Kept:
    return Kept(words.offset(mark.start(group)), words.offset(mark.end(group) - 1) + 1)


LATEX_INDEX = Reader(_SIGN, _edits)
