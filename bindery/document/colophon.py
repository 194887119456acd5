"""Who made the publication, from what, and whom to tell when it cannot be read."""

from lxml.builder import E

from bindery.document.model import Element
from bindery.vocabulary import words
from bindery.vocabulary.publication import Metadata


def colophon(metadata: Metadata) -> Element:
    """The publication's particulars as a ``dl``."""
    language = metadata.language
    particulars = E.dl()

    def add(term: str, *content: Element | str) -> None:
        particulars.append(E.dt(term))
        particulars.append(E.dd(*content))

    for contributor in metadata.contributors:
        add(words.ROLES[contributor.role].said_in(language), contributor.name)
    add(words.PUBLISHER.said_in(language), metadata.publisher)
    add(
        words.VERSION.said_in(language),
        words.VERSION_OF_DATE.filled(
            version=metadata.version, date=words.written_date(metadata.date)
        ).said_in(language),
    )
    if metadata.source:
        link = E.a(metadata.source.title, href=metadata.source.url)
        add(words.SOURCE.said_in(language), link, f" ({metadata.source.publisher})")
    add(words.RIGHTS.said_in(language), metadata.rights)
    add(words.ACCESSIBILITY_CONTACT.said_in(language), contact_link(metadata.accessibility_contact))
    add(words.IDENTIFIER.said_in(language), metadata.identifier)
    return particulars


def contact_link(address: str) -> Element:
    """A link to an e-mail address or a web address, worded as it is."""
    if "@" in address and "/" not in address:
        return E.a(address, href=f"mailto:{address}")
    if address.startswith(("http://", "https://")):
        return E.a(address, href=address)
    return E.span(address)
