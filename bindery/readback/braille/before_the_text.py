"""What comes before the text in each volume: title page, note, and contents with page numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.document.braille.codes import Code
from bindery.document.contents import contents_of
from bindery.document.model import Document, Element
from bindery.finished.braille_pages import BLANK, Page
from bindery.locales import locale_of
from bindery.readback.braille.code_readers import CodeReader
from bindery.readback.braille.compare_ebraille import words_of
from bindery.readback.braille.expected import Expecting, Line
from bindery.readback.braille.rows import DIGITS, NUMBER, joined_row, lines_of, number_of, words_in
from bindery.readback.braille.words import Word, differences, joined, told
from bindery.readback.messages import WAYS_IN, Near
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

_ENTRY = re.compile(f"(?P<words>.*?(?<!⠠))[ ⠄]*{NUMBER}(?P<page>[{DIGITS}]+)")

_LISTED_ELSEWHERE = Text(
    nb="I {edition} har innholdslista side {listed} for «{words}», som er på side {page}.",
    en="In {edition} the contents have page {listed} for “{words}”, which is on page {page}.",
)
_NOT_LISTED = Text(
    nb="I {edition} er innholdslista en annen enn manusets: «{heard}», ikke «{said}».",
    en="{first} has other contents than the manuscript: “{heard}”, not “{said}”.",
)


@dataclass(frozen=True, slots=True)
class Front:
    """What is needed to compare the first pages of volumes."""

    document: Document
    code: Code
    reader: CodeReader
    near: Near
    width: int


def compared_fronts(
    front: Front,
    volumes: Sequence[Sequence[Page]],
    lines: Sequence[Line],
    said: Sequence[Word],
    heard: Sequence[Word],
) -> Iterator[Finding]:
    """Report differences before the text of each volume; ``heard`` has the pages of ``said``."""
    locale = locale_of(front.document.publication.metadata.language)
    heading = " ".join(front.reader.as_read(locale.word("parts.contents").text).split())
    pages = _pages_of(lines, front.reader, said, heard)
    for number, volume in enumerate(volumes or [()], start=1):
        rows = lines_of(volume, front.reader)
        at = next((at for at, row in enumerate(rows) if row[1] == heading), len(rows))
        before = "".join(joined_row(row, front.width) for row, _ in rows[:at])
        expected = _before_contents(front, number, len(volumes))
        known = {word.text for word in expected}
        heard_here = joined(list(words_in(front.reader.read(before.rstrip()))), known)
        yield from told(expected, heard_here, front.near)
        yield from _contents(front, [row for row, _ in rows[at + 1 :]], pages, whole=number == 1)


def _before_contents(front: Front, number: int, volumes: int) -> list[Word]:
    locale = locale_of(front.document.publication.metadata.language)
    expecting = Expecting(front.document, front.code)
    expecting.title_page()
    volume, of = (locale.word(f"braille.{name}").text for name in ("volume", "of"))
    expecting.made.lines.append(Line(f"{volume} {number} {of} {max(volumes, 1)}"))
    if number == 1:
        expecting.note()
    return words_of(expecting.made.lines, front.reader)


def _pages_of(
    lines: Sequence[Line], reader: CodeReader, said: Sequence[Word], heard: Sequence[Word]
) -> list[tuple[str, int]]:
    """Each heading, and the page of braille that it is on; 0 if it was not found there."""
    places: dict[int, int] = {}
    at = other = 0
    for start, end, first, last in [
        *differences(said, heard),
        (len(said), len(said), len(heard), len(heard)),
    ]:
        places.update(zip(range(at, start), range(other, first), strict=False))
        at, other = end, last
    found = []
    at = 0
    for line in lines:
        words = reader.as_read(line.text).split()
        if line.level:
            place = places.get(at)
            found.append((_plain(" ".join(words)), heard[place].page if place is not None else 0))
        at += len(words)
    return found


def _plain(title: str) -> str:
    """A title without notes and signs at its end, which the leader may hide."""
    return re.sub(r"\^\d+", "", title).rstrip(". ")


def _entries(rows: Sequence[str], reader: CodeReader, width: int) -> list[tuple[str, int]]:
    entries = []
    waiting = ""
    for full in rows:
        row = full.strip(BLANK).replace(BLANK, " ")
        # The page is at the right edge. A row of words that ends with a number is not.
        found = _ENTRY.fullmatch(row) if len(full) == width else None
        if found is None:
            waiting += f"{row} "
            continue
        words = reader.read((waiting + found["words"]).strip()).text
        entries.append((_plain(" ".join(words.split())), number_of(found["page"])))
        waiting = ""
    if waiting:
        entries.append((_plain(reader.read(waiting.strip()).text), 0))
    return entries


def _contents(
    front: Front, rows: Sequence[str], pages: list[tuple[str, int]], *, whole: bool
) -> Iterator[Finding]:
    """Each entry is a heading, in order, with the page that it is on. The first list has all."""
    reader, near = front.reader, front.near
    wanted = [
        _plain(" ".join(reader.as_read(title).split()))
        for title in _titles(front.document, front.code)
    ]
    entries = _entries(rows, reader, front.width)
    listed = [words for words, _ in entries]
    rest = iter(wanted)
    if (whole and listed != wanted) or not all(one in rest for one in listed):
        pairs = zip([*wanted, "–"], [*listed, "–"], strict=False)
        said, heard = next((pair for pair in pairs if pair[0] != pair[1]), ("–", "–"))
        message = _NOT_LISTED.filled(edition=near.edition, first=near.first, heard=heard, said=said)
        yield WAYS_IN.broken(near, message)
        return
    left = list(pages)
    for words, page in entries:
        at = next((at for at, one in enumerate(left) if one[0] == words), None)
        if at is None:
            continue
        right = left[at][1]
        del left[: at + 1]
        if right and page != right:
            message = _LISTED_ELSEWHERE.filled(
                edition=near.edition, words=words, listed=page, page=right
            )
            yield WAYS_IN.broken(near, message)


def _titles(document: Document, code: Code) -> Iterator[str]:
    """The contents' entries, without the notes and with words for pictures."""
    contents: Element = contents_of(document)
    expecting = Expecting(document, code)
    for link in contents.iter("a"):
        yield expecting.title(link)
    yield locale_of(document.publication.metadata.language).word("parts.colophon").text
