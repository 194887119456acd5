"""Pages of braille as one text: which pages have text, and how rows are joined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.finished.braille_pages import BLANK, Page
from bindery.readback.braille.code_readers import CodeReader
from bindery.readback.braille.read_cells import FORCED, PAGE, PLACES, ROW, SOFT, START, Read
from bindery.readback.braille.words import Word

STARTS, HYPHEN, NUMBER = "⠿", "⠤", "⠼"
DIGITS = "⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚"
LINE = "⠉"
_FOOT = re.compile(f"{BLANK}+{NUMBER}(?P<page>[{DIGITS}]+)(?:{BLANK}+(?P<printed>\\S+))?")


_NO_PLACES = dict.fromkeys(map(ord, PLACES))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A page with numbers in its foot line: its rows without margin, and the numbers.

    ``starts`` are the rows where a printed page starts; ``place`` counts all pages of the file.
    """

    rows: tuple[str, ...]
    starts: frozenset[int]
    page: int
    printed: str
    place: int


@dataclass(frozen=True, slots=True)
class Sorted:
    """The pages of a file: those before the text, volume by volume, and those of the text."""

    fronts: tuple[tuple[Page, ...], ...]
    body: tuple[Numbered, ...]


def sorted_pages(pages: Sequence[Page], lines: int, margin: int) -> Sorted:
    """Tell pages with numbers from those without. A BRF has no other sign of where text begins."""
    fronts: list[list[Page]] = []
    body: list[Numbered] = []
    in_front = False
    for place, page in enumerate(pages, start=1):
        foot = _FOOT.fullmatch(page[-1]) if len(page) == lines and page[-1] else None
        if foot is None:
            if not in_front:
                fronts.append([])
            fronts[-1].append(page)
        else:
            body.append(_numbered(page[:-1], foot, margin, place))
        in_front = foot is None
    return Sorted(tuple(tuple(front) for front in fronts), tuple(body))


def _numbered(rows: Page, foot: "re.Match[str]", margin: int, place: int) -> Numbered:
    starts = frozenset(at for at, row in enumerate(rows) if margin and row.startswith(STARTS))
    bare = tuple(row[margin:] for row in rows)
    return Numbered(bare, starts, number_of(foot["page"]), foot["printed"] or "", place)


def number_of(cells: str) -> int:
    """The number that digits of braille write."""
    return int("".join(str((DIGITS.index(cell) + 1) % 10) for cell in cells))


def text_of_pages(pages: Sequence[Numbered], width: int) -> str:
    """All rows of the text as one, with marks where pages and printed pages start."""
    made: list[str] = []
    for page in pages:
        made.append(PAGE)
        for at, row in enumerate(page.rows):
            if at in page.starts:
                made.append(START)
            made.append(joined_row(row, width))
            if made[-1].endswith(" "):
                made.append(ROW)
    return "".join(made).rstrip(f" {SOFT}{FORCED}")


def joined_row(row: str, width: int) -> str:
    """A row as it goes on in the next one: with a space, or in the same word."""
    content = row.strip(BLANK)
    if not content or set(content) == {LINE}:
        return ""
    cells = content.replace(BLANK, " ")
    if re.search(f"[^{BLANK}{HYPHEN}]{HYPHEN}$", content):
        return cells[:-1] + SOFT
    return cells + (FORCED if len(row) == width and BLANK not in content else " ")


def words_in(read: Read) -> Iterator[Word]:
    """The words of a text, each with the page of braille that it begins on."""
    page = 0
    begins_row = False
    for token in read.text.split():
        begins_row |= ROW in token
        before = token.partition(PAGE)[0].translate(_NO_PLACES) if PAGE in token else ""
        if PAGE in token and not before:
            page += token.count(PAGE)
        if word := token.translate(_NO_PLACES):
            yield Word(word, page=page, begins_row=begins_row)
            begins_row = False
        if before:
            page += token.count(PAGE)


def after_starts(read: Read, words: int) -> Iterator[list[str]]:
    """The words of the row where a printed page starts, and some more."""
    for text in read.text.split(START)[1:]:
        yield text.translate(_NO_PLACES).split()[:words]


def lines_of(pages: Sequence[Page], reader: CodeReader) -> list[tuple[str, str]]:
    """Each row that is not empty, and what it says by itself."""
    rows = (row for page in pages for row in page if row.strip(BLANK))
    return [(row, reader.read(row.strip(BLANK).replace(BLANK, " ")).text) for row in rows]
