"""A finished summary against the Document it was made from."""

from collections.abc import Iterator

from bindery.document.finished.page import FinishedPage
from bindery.document.model import Document, Element, text_of
from bindery.readback.align import shortened
from bindery.readback.compare import Comparison
from bindery.readback.fewer import Compared, fewer
from bindery.readback.html.listener import Listener
from bindery.readback.html.markup import marked_up_otherwise
from bindery.readback.html.names import told
from bindery.readback.html.opened import Opened, language_of, open_document
from bindery.readback.html.said_in_summary import Offers, blocks_in_summary, said_in_summary
from bindery.readback.rules import LINKS, SUMMARY, Near
from bindery.readback.ways_in import CONTENTS, ways_in
from bindery.readback.whole import presented
from bindery.vocabulary import words
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

_EVIDENCE = "reports/evidence.html"


def compared_summary(heard: FinishedPage, document: Document) -> Compared:
    """How many passages were looked for in a summary, and every way in which it differs."""
    metadata = document.publication.metadata
    file = Near(Location(heard.subject), SUMMARY)
    page = open_document(heard, next(iter(heard.documents)))
    offered = _take_downloads(page, metadata.language)
    addresses = [link.get("href") or "" for part in offered for link in part.iter("a")]
    offers = Offers(
        downloads=bool(offered),
        statement=_heading(page, words.ACCESSIBILITY_OF_EPUB, metadata.language) is not None,
        paged=any(address.endswith(".pdf") for address in addresses),
    )
    listener = Listener(heard)
    listener.hear(page)
    said = said_in_summary(document, offers)
    comparison = Comparison(said, listener.book, file, whole=True)
    title = text_of(found) if (found := page.root.find("head/title")) is not None else ""

    def all_findings() -> Iterator[Finding]:
        yield from presented(
            SUMMARY,
            (title, language_of(page.root) or ""),
            (f"{metadata.title} – {metadata.publisher}", metadata.language),
        )
        yield from comparison.findings()
        yield from marked_up_otherwise(blocks_in_summary(document), [page], file)
        yield from told(listener.misnamed, comparison.counterparts, file)
        for entries in listener.contents[:1]:
            yield from ways_in(CONTENTS, entries, said, comparison.counterparts, file, level=2)
        yield from _led_astray(addresses, document.publication.slug, file)

    return comparison.examined, fewer(all_findings())


def _heading(page: Opened, text: Text, language: str) -> Element | None:
    """The page's own heading that says ``text``: its last, for a chapter may be called the same."""
    same = [one for one in page.root.iter("h2") if text_of(one) == text.said_in(language)]
    return same[-1] if same else None


def _take_downloads(page: Opened, language: str) -> list[Element]:
    """What is said of the other editions, taken out: only those who made them know it."""
    heading = _heading(page, words.READ_THE_PUBLICATION, language)
    if heading is None:
        return []
    section = heading.getparent()
    assert section is not None
    below = list(heading.itersiblings())
    for part in below:
        section.remove(part)
    return below


def _led_astray(addresses: list[str], slug: str, file: Near) -> Iterator[Finding]:
    """Links among the offers that lead to something that is no edition of this book."""
    for address in addresses:
        if address != _EVIDENCE and not address.startswith((f"{slug}.", f"{slug}-")):
            message = Text(
                nb="Blant utgavene er det en lenke til «{address}».",
                en="Among the editions there is a link to “{address}”.",
            )
            yield LINKS.broken(file, message.filled(address=shortened(address)))
