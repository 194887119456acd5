"""Blocks of text become cells: in one process, with the points where a word can be divided."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bindery.document.braille.codes import Code
from bindery.document.braille.folding import Folded, folded
from bindery.tools.liblouis import PLAIN, Cells, hyphenated, translated

SOFT_HYPHEN = "\u00ad"
BLANK = "\u2800"

_WORD = re.compile(r"[^\W\d_]{6,}")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"[/@\\_\d]|\w[.:]\w")
"""What makes a word an address or a name of a file, which is never divided."""

_EDGE = 2
"""Letters that are left before and after a divided word."""

_LIKE_LOST = f"⠁{BLANK}⠁"
_SIX_DOTS = "\u283f"
"""The last cell of six dots. One with more is no sign of these codes, but a letter's number."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to translate: what each letter looks like, and whether its words may be divided."""

    text: str
    looks: tuple[int, ...]
    divided: bool
    language: str


@dataclass(frozen=True, slots=True)
class Said:
    """The cells of a text, each with the number of its letter; words are between real spaces."""

    cells: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """Every text in cells, and the letters that the code has no sign for."""

    said: tuple[Said, ...]
    lacking: frozenset[str]


def in_cells(asked: Sequence[Asked], code: Code) -> Translation:
    """Translate each text. Raises ``StuckError`` with the number of one that has no end."""
    ready = [folded(one.text, code, one.looks) for one in asked]
    letters = sorted({letter for one in ready for letter in one.text if not letter.isspace()})
    texts = [(one.text, _looks(one, of)) for one, of in zip(ready, asked, strict=True)]
    probes = [(f"a{letter}a", ()) for letter in letters]
    answers = translated((*texts, *probes), code.tables)
    points = _points(ready, asked, code)
    probed = zip(letters, answers[len(texts) :], strict=True)
    lacking = frozenset(
        letter
        for letter, cells in probed
        if cells.cells == _LIKE_LOST or max(cells.cells) > _SIX_DOTS
    )
    said = tuple(
        Said(tuple(_composed(one, of, _blanked(cells, one.text, lacking), points)))
        for one, of, cells in zip(ready, asked, answers, strict=False)
    )
    return Translation(said, lacking - {BLANK})


def _blanked(cells: Cells, text: str, lacking: frozenset[str]) -> Cells:
    """The cells with a blank for each letter without a sign, of which tables write the number."""
    if lacking.isdisjoint(text):
        return cells
    made: list[tuple[str, int]] = []
    for cell, origin in zip(cells.cells, cells.origins, strict=True):
        if text[origin] not in lacking:
            made.append((cell, origin))
        elif not made or made[-1][1] != origin:
            made.append((BLANK, origin))
    return Cells("".join(cell for cell, _ in made), tuple(origin for _, origin in made))


def _looks(one: Folded, asked: Asked) -> list[int]:
    """The looks of the folded letters. A space at the edge of set-off words is not one of them."""
    looks = [asked.looks[at] if asked.looks else PLAIN for at in one.origins]
    for step in (range(len(looks)), range(len(looks) - 1, -1, -1)):
        before = PLAIN
        for at in step:
            if one.text[at].isspace():
                looks[at] &= before
            before = looks[at]
    return looks


def _points(
    ready: Sequence[Folded], asked: Sequence[Asked], code: Code
) -> dict[tuple[str, str], str]:
    """Where words can be divided, by language and word in small letters."""
    words = dict.fromkeys(
        (of.language, found[0].lower())
        for one, of in zip(ready, asked, strict=True)
        if of.divided
        for found in _words(one.text)
    )
    points: dict[tuple[str, str], str] = {}
    for language in dict.fromkeys(language for language, _ in words):
        if tables := code.hyphen_tables(language):
            own = [word for spoken, word in words if spoken == language]
            for word, answer in zip(own, hyphenated(own, tables), strict=True):
                points[language, word] = answer
    return points


def _words(text: str) -> Iterator["re.Match[str]"]:
    addresses = [one.span() for one in _TOKEN.finditer(text) if _ADDRESS.search(one[0])]
    for found in _WORD.finditer(text):
        if not any(start <= found.start() < end for start, end in addresses):
            yield found


def _composed(
    one: Folded, asked: Asked, cells: Cells, points: dict[tuple[str, str], str]
) -> Iterator[tuple[str, int]]:
    breaks = set(_breaks(one, asked, points)) if asked.divided else set()
    last = 0
    for cell, origin in zip(cells.cells, cells.origins, strict=True):
        # A sign that ends a passage may be told to be of a letter before.
        at = last = max(last, origin)
        if at in breaks:
            breaks.remove(at)
            yield SOFT_HYPHEN, one.origins[at]
        yield (" " if cell == BLANK and one.text[at].isspace() else cell), one.origins[at]


def _breaks(one: Folded, asked: Asked, points: dict[tuple[str, str], str]) -> Iterable[int]:
    for found in _words(one.text):
        answer = points.get((asked.language, found[0].lower()), "")
        last = 0
        for at, point in enumerate(answer):
            # The dictionary has points on both sides of a letter: the first is the right one.
            if point == "1" and last + _EDGE <= at <= len(found[0]) - _EDGE:
                last = at
                yield found.start() + at
