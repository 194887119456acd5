"""Compare pages of braille with the Document: words, emphasis, page numbers, width and lines."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from bindery.document.braille.codes import Code, code_of
from bindery.document.model import Document
from bindery.finished.braille_pages import BLANK, BraillePages, Page
from bindery.finished.documents import UnreadableError
from bindery.finished.epub import FinishedEpub
from bindery.locales import locale_of
from bindery.readback.braille.before_the_text import Front, compared_fronts
from bindery.readback.braille.code_readers import CodeReader, reader_of
from bindery.readback.braille.compare_ebraille import (
    first_words,
    folios_of,
    places_of,
    set_off_words,
    words_of,
)
from bindery.readback.braille.expected import CLOSES, LISTED, OPENS, SIDE_BY_SIDE, Expecting
from bindery.readback.braille.read_cells import JOINS, MARKS, ROW, Read
from bindery.readback.braille.rows import (
    Numbered,
    after_starts,
    sorted_pages,
    text_of_pages,
    words_in,
)
from bindery.readback.braille.words import Word, joined, set_off_told, told, unread_told
from bindery.readback.messages import STRUCTURE, Compared, Near, fewer
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

_MARGIN = 2
_SIX_DOTS = "\u283f"
_IN_A_ROW = 16
"""More words than a row has room for."""

_TOO_WIDE = Text(
    nb="I {edition} har side {page} en linje på {cells} tegn. Det er plass til {width}.",
    en="In {edition} page {page} has a line of {cells} cells. There is room for {width}.",
)
_TOO_LONG = Text(
    nb="I {edition} har side {page} {rows} linjer. Det er plass til {lines}.",
    en="In {edition} page {page} has {rows} lines. There is room for {lines}.",
)
_EIGHT_DOTS = Text(
    nb="I {edition} har side {page} celler med flere enn seks punkter.",
    en="In {edition} page {page} has cells of more than six dots.",
)
_NUMBERED = Text(
    nb="I {edition} har side {page} av teksten sidetallet {shown}.",
    en="In {edition} page {page} of the text has the number {shown}.",
)
_OTHER_PRINTED = Text(
    nb="I {edition} har side {page} sidetallet «{shown}» fra trykk. Det stemmer ikke med {said}.",
    en="In {edition} page {page} has the printed number “{shown}”. It does not agree with {said}.",
)
_STARTS_ELSEWHERE = Text(
    nb="I {edition} begynner trykt side {page} ved «{heard}». I e-boka begynner den med «{said}».",
    en="In {edition} printed page {page} starts at “{heard}”. In the e-book it starts at “{said}”.",
)


def compared_pages(
    file: BraillePages, document: Document, edition: Text, e_book: FinishedEpub | None
) -> Compared:
    """How many words were looked for, and every difference."""
    language = document.publication.metadata.language
    code = code_of(language)
    if code is None:
        raise UnreadableError(language)
    reader = reader_of(code)
    near = Near(Location(file.subject), edition)
    settings = document.publication.settings.editions.braille
    margin = _MARGIN if settings.print_pages == "margin" else 0
    pages = sorted_pages(file.pages, settings.lines, margin)
    read = reader.read(text_of_pages(pages.body, settings.cells - margin))
    expecting = Expecting(document, code, _forms(read, code, reader, language), places_of(e_book))
    expecting.chapters()
    expecting.colophon()
    said = words_of(expecting.made.lines, reader)
    heard = joined(list(words_in(read)), {word.text for word in said})
    front = Front(document, code, reader, near, settings.cells)

    def findings() -> Iterator[Finding]:
        yield from _sizes(file, settings.cells, settings.lines, near)
        yield from unread_told(read.unread, near)
        yield from told(said, heard, near)
        for kind in ("emphasis", "strong"):
            ours = set_off_words(expecting.made.set_off.get(kind, []), reader)
            texts = [one.text for one in read.sets if one.kind == kind]
            yield from set_off_told(ours, _bare_words(texts), near)
        yield from compared_fronts(front, pages.fronts, expecting.made.lines, said, heard)
        yield from _numbers(pages.body, near)
        if e_book is not None:
            folios = folios_of(e_book)
            yield from _printed(pages.body, folios, reader, near, is_marked=margin > 0)
            yield from _starts(read, pages.body, e_book, reader, near)

    return len(said), fewer(findings())


_OTHER_THAN_PEF = Text(
    nb="I {edition} er side {page} en annen enn i PEF-filen.",
    en="In {edition} page {page} differs from that of the PEF.",
)


def same_pages(pages: BraillePages, other: Sequence[Page], edition: Text) -> Iterator[Finding]:
    """Compare a BRF with the PEF that it is made from, cell by cell."""
    near = Near(Location(pages.subject), edition)
    for number, (one, two) in enumerate(zip_longest(pages.pages, other, fillvalue=()), start=1):
        if one != two:
            message = _OTHER_THAN_PEF.filled(edition=edition, page=number)
            yield STRUCTURE.broken(near, message)
            return


def _bare_words(texts: Sequence[str]) -> list[Word]:
    """Words that are set off, with the marks where rows were joined in them."""
    made = []
    begins_row = False
    for word in (word for text in texts for word in text.split()):
        begins_row |= ROW in word
        bare = "".join(one for one in word if one.isalnum() or one in JOINS)
        if bare.strip(JOINS):
            made.append(Word(bare, begins_row=begins_row))
            begins_row = False
    return made


def _forms(read: Read, code: Code, reader: CodeReader, language: str) -> Callable[[], str]:
    """How each table is set, by what the transcriber says before it."""
    locale = locale_of(language)
    said = {
        " ".join(reader.as_read(f"{OPENS}{locale.word(key).text}{CLOSES}").split()): form
        for key, form in (("braille.table", SIDE_BY_SIDE), ("braille.table-as-list", LISTED))
    }
    text = " ".join(joined_text(read).split())
    places = sorted((at, form) for words, form in said.items() for at in _occurrences(text, words))
    forms = iter([form for _, form in places])
    return lambda: next(forms, LISTED)


def joined_text(read: Read) -> str:
    """The text without the marks of rows and pages."""
    return "".join(one for one in read.text if one not in MARKS)


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _sizes(file: BraillePages, width: int, lines: int, near: Near) -> Iterator[Finding]:
    """Rows and pages must fit, and have six dots, whatever the file says of itself."""
    for number, page in enumerate(file.pages, start=1):
        known = {"edition": near.edition, "page": number}
        if len(page) > lines:
            yield STRUCTURE.broken(near, _TOO_LONG.filled(rows=len(page), lines=lines, **known))
        widest = max(map(len, page), default=0)
        if widest > width:
            yield STRUCTURE.broken(near, _TOO_WIDE.filled(cells=widest, width=width, **known))
        if any(not BLANK <= cell <= _SIX_DOTS for row in page for cell in row):
            yield STRUCTURE.broken(near, _EIGHT_DOTS.filled(**known))


def _numbers(pages: Sequence[Numbered], near: Near) -> Iterator[Finding]:
    """The pages of the text are numbered from 1, through all volumes."""
    for number, page in enumerate(pages, start=1):
        if page.page != number:
            message = _NUMBERED.filled(edition=near.edition, page=number, shown=page.page)
            yield STRUCTURE.broken(near, message)
            return


def _printed(
    pages: Sequence[Numbered],
    folios: list[str],
    reader: CodeReader,
    near: Near,
    *,
    is_marked: bool,
) -> Iterator[Finding]:
    """The printed number of each page is the last that has started on it or before it.

    Where it is not marked in which row a page starts, the numbers go on in order, to the last.
    """
    at = -1
    for number, page in enumerate(pages):
        shown = reader.read(page.printed).text
        found = next((to for to in range(max(at, 0), len(folios)) if folios[to] == shown), None)
        moved = -1 if found is None or at < 0 else found - at
        # Two pages that start on one row have one mark.
        wrong = found is None or (
            is_marked
            and number > 0
            and (moved < len(page.starts) or (moved > 0 and not page.starts))
        )
        if wrong and (found is None or page.starts or moved):
            message = _OTHER_PRINTED.filled(
                edition=near.edition, page=page.page, shown=shown, said=", ".join(folios)
            )
            yield STRUCTURE.broken(near, message)
            return
        at = found if found is not None else at
    if pages and folios and at != len(folios) - 1:
        message = _OTHER_PRINTED.filled(
            edition=near.edition,
            page=pages[-1].page,
            shown=folios[at] if at >= 0 else "–",
            said=", ".join(folios),
        )
        yield STRUCTURE.broken(near, message)


def _starts(
    read: Read,
    pages: Sequence[Numbered],
    e_book: FinishedEpub,
    reader: CodeReader,
    near: Near,
) -> Iterator[Finding]:
    """Where one printed page starts on a page, it starts at the e-book's word."""
    words = dict(first_words(e_book))
    rows = after_starts(read, _IN_A_ROW)
    before = ""
    for page in pages:
        heard = [next(rows, []) for _ in page.starts]
        folio = reader.read(page.printed).text
        if len(heard) == 1 and folio != before and before:
            wanted = reader.as_read(words.get(folio, "")).split()
            bare = ["".join(one for one in word if one not in MARKS) for word in heard[0]]
            if wanted and not any(wanted[0] in word for word in bare):
                message = _STARTS_ELSEWHERE.filled(
                    edition=near.edition, page=folio, heard=" ".join(bare[:3]), said=wanted[0]
                )
                yield STRUCTURE.broken(near, message)
        before = folio
