"""Checks of a whole edition: its title and language, untagged content, missing headers."""

import re
from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf
from bindery.manuscript.files import SETTINGS
from bindery.readback.align import shortened
from bindery.readback.messages import HEADERS, PRESENTED, UNTAGGED, Near
from bindery.readback.passages import Book
from bindery.vocabulary.editions import PDF
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Metadata
from bindery.vocabulary.text import Text, verbatim

_SETTINGS = Location(SETTINGS)


def presented(edition: Text, heard: tuple[str, str], said: tuple[str, str]) -> Iterator[Finding]:
    """Compare title and language, in that order, with those of the publication."""
    near = Near(_SETTINGS, edition)
    if heard[0] != said[0]:
        yield _is_not("title", heard[0], said[0], near)
    if heard[1].lower() != said[1].lower():
        yield _is_not("language", heard[1], said[1], near)


def pdf_presented(heard: FinishedPdf, metadata: Metadata) -> Iterator[Finding]:
    """Check the PDF's title and language, and that programs show its title and use its tags."""
    near = Near(_SETTINGS, PDF.called)
    yield from presented(
        PDF.called, (heard.title, heard.language), (metadata.title, metadata.language)
    )
    if not heard.shows_title:
        yield PRESENTED.broken(
            near,
            Text(
                nb="PDF-en viser filnavnet i stedet for tittelen.",
                en="The PDF shows its file name instead of its title.",
            ),
        )
    if not heard.is_marked:
        yield PRESENTED.broken(
            near,
            Text(nb="PDF-en er ikke oppgitt som merket.", en="The PDF is not declared as tagged."),
        )


def _is_not(what: str, heard: str, said: str, near: Near) -> Finding:
    names = {
        "title": Text(nb="tittelen", en="title"),
        "language": Text(nb="språket", en="language"),
    }
    message = Text(
        nb="I {edition} er {what} «{heard}». I publication.toml er det «{said}».",
        en="In {edition} the {what} is “{heard}”. In publication.toml it is “{said}”.",
    )
    return PRESENTED.broken(
        near,
        message.filled(
            what=names[what], heard=verbatim(heard), said=verbatim(said), edition=near.edition
        ),
    )


def passed_over(heard: FinishedPdf, said: Book, file: Near) -> Iterator[Finding]:
    """Report what is on a page and is neither tagged nor decoration."""
    passages = [*said.passages, *(one for note in said.notes for one in note.passages)]
    for loose in heard.untagged:
        where = [one for one in passages if _has_words(one.text, loose.text)]
        # For words that are in several passages, nobody knows which one has lost them.
        near = file.at(where[0]) if len(where) == 1 else file
        if loose.text:
            message = Text(
                nb=f"Dette på side {loose.page} er ikke merket: «{shortened(loose.text)}».",
                en=f"This on page {loose.page} is not tagged: “{shortened(loose.text)}”.",
            )
        else:
            message = Text(
                nb=f"Et bilde på side {loose.page} er verken merket som innhold eller som pynt.",
                en=f"An image on page {loose.page} is tagged neither as content nor as decoration.",
            )
        yield UNTAGGED.broken(near, message)


def _has_words(text: str, words: str) -> bool:
    """Whether ``text`` has all of ``words`` together, as whole words."""
    return bool(words) and bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text))


def lost_headers(heard: FinishedPdf, file: Near) -> Iterator[Finding]:
    """Report cells that name headers which do not exist."""
    for element in heard.elements:
        if element.lost_headers:
            text = shortened(element.text)
            yield HEADERS.broken(
                file,
                Text(
                    nb=f"Cellen «{text}» har overskrifter som ikke finnes i PDF-en.",
                    en=f"The cell “{text}” has headers that are not in the PDF.",
                ),
            )
