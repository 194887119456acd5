"""Compare a finished PDF with the Document it was made from."""

from collections.abc import Hashable, Iterator

from bindery.document.model import Document
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.locales import Locale, locale_of
from bindery.readback.align import plain
from bindery.readback.compare import Comparison
from bindery.readback.document.expected import expected_in_print, listed_in_print
from bindery.readback.document.index_in_document import index_of
from bindery.readback.index_lines import IndexLine, compared_index
from bindery.readback.messages import Compared, Near, fewer, other_language
from bindery.readback.passages import Book, Span
from bindery.readback.pdf.pdf_passages import PdfPassages, has_notes
from bindery.readback.presented import lost_headers, passed_over, pdf_presented
from bindery.readback.ways_in import CONTENTS, Entry, captions_listed, ways_in
from bindery.vocabulary.editions import PDF
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

_WAYS = (
    "ways.chapter-at",
    "ways.note-at",
    "ways.back-to-text-at",
    "ways.page-at",
    "ways.named-at",
)
"""Keys of the descriptions of links within the book."""

_BOOKMARKS = Text(nb="Bokmerkelista", en="The list of bookmarks")


def compared_pdf(
    heard: FinishedPdf, document: Document, subject: str, told: dict[bool, Book] | None = None
) -> Compared:
    """Return how many passages were looked for in a PDF, and every difference.

    ``subject`` is the PDF's path, as findings without a manuscript line write it. ``told`` caches
    what the manuscript says for the next PDF, by whether notes are apart.
    """
    apart = has_notes(heard)
    told = {} if told is None else told
    if apart not in told:
        told[apart] = expected_in_print(document, notes_apart=apart)
    passages = PdfPassages(heard, frozenset(_with_pages(told[apart])))
    file = Near(Location(subject), PDF.called)
    comparison = Comparison(told[apart], passages.book, file)

    def all_findings() -> Iterator[Finding]:
        yield from pdf_presented(heard, document.publication.metadata)
        yield from comparison.findings()
        yield from lost_headers(heard, file)
        yield from _described(heard, locale_of(document.publication.metadata.language), file)
        for where, entries in _lists(heard, passages.lists[:1]):
            yield from ways_in(where, entries, comparison.said, comparison.counterparts, file)
        kinds = listed_in_print(document)
        listed = [
            [(_without_folio(heard, one), one) for one in each] for each in passages.lists[1:]
        ]
        of_captions = dict(zip(kinds, listed, strict=False))
        yield from captions_listed(
            of_captions, comparison.said, comparison.counterparts, file, kinds
        )
        yield from _index(heard, passages, document, comparison, file)
        yield from passed_over(heard, comparison.said, file)

    return comparison.examined, fewer(all_findings())


def _with_pages(said: Book) -> Iterator[str]:
    """The words of each reference that says in print which page it leads to."""
    notes = (passage for note in said.notes for passage in note.passages)
    for passage in (*said.passages, *notes):
        yield from (plain(span.text) for span in passage.spans if span.says_page)


def _described(heard: FinishedPdf, locale: Locale, file: Near) -> Iterator[Finding]:
    """Report descriptions of links that are marked with another language than their own."""
    for element in heard.elements:
        for text, language in zip(element.contents, element.contents_languages, strict=True):
            if said := locale.language_of(text, _WAYS):
                yield from other_language(text, said, language, file, ours=True)


def _lists(heard: FinishedPdf, contents: list[list[Span]]) -> Iterator[tuple[Text, list[Entry]]]:
    marks = [(mark.title, mark.target) for mark in heard.bookmarks]
    yield (
        _BOOKMARKS,
        [(name, Span("link", name, target=to.element, page=to.page)) for name, to in marks],
    )
    for entries in contents:
        yield CONTENTS, [(_without_folio(heard, entry), entry) for entry in entries]


def _index(
    heard: FinishedPdf,
    passages: PdfPassages,
    document: Document,
    comparison: Comparison,
    file: Near,
) -> Iterator[Finding]:
    """Compare the index. A page is listed once, and 12, 13 and 14 may be 12–14."""
    counterparts = comparison.counterparts

    def called(link: Span) -> str:
        return "" if link.page is None else heard.pages[link.page - 1].label

    def covers(line: IndexLine, name: Hashable) -> bool:
        passage = counterparts.edition_passage(name)
        pages = [link.page or 0 for link in line.links]
        whole = [
            range(page, pages[at + 1] + 1) if at in line.ranges else range(page, page + 1)
            for at, page in enumerate(pages)
        ]
        # A passage may go on over to the next page, where the word is.
        return passage is not None and any(
            passage.page in each or passage.page + 1 in each for each in whole
        )

    yield from compared_index(
        index_of(document),
        passages.index,
        counterparts,
        comparison.said,
        file,
        called=called,
        covers=covers,
    )


def _without_folio(heard: FinishedPdf, entry: Span) -> str:
    """Return the entry's words without the page number, if it is the right one."""
    if entry.page is None:
        return entry.text
    return entry.text.removesuffix(heard.pages[entry.page - 1].label).rstrip(" ")
