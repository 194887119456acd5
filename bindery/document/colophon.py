"""Who made the publication, from what, and whom to tell when it cannot be read."""

from lxml.builder import E

from bindery.document.model import Element, say
from bindery.locales import locale_of
from bindery.vocabulary.publication import Metadata


def colophon(metadata: Metadata) -> Element:
    """The publication's particulars as a ``dl``."""
    language = metadata.language
    locale = locale_of(language)
    particulars = E.dl()

    def add(term: str, definition: Element) -> None:
        particulars.extend((say(locale.word(term), E.dt(), language), definition))

    for contributor in metadata.contributors:
        add(f"roles.{contributor.role}", E.dd(contributor.name))
    add("particulars.publisher", E.dd(metadata.publisher))
    version = locale.word(
        "particulars.version-of-date", version=metadata.version, date=metadata.date
    )
    add("particulars.version", say(version, E.dd(), language))
    if metadata.source:
        link = E.a(metadata.source.title, href=metadata.source.url)
        add("particulars.source", E.dd(link, f" ({metadata.source.publisher})"))
    add("particulars.rights", E.dd(metadata.rights))
    add("particulars.contact", E.dd(contact_link(metadata.accessibility_contact)))
    add("particulars.identifier", E.dd(metadata.identifier))
    return particulars


def contact_link(address: str) -> Element:
    """A link to an e-mail address or a web address, worded as it is."""
    if "@" in address and "/" not in address:
        return E.a(address, href=f"mailto:{address}")
    if address.startswith(("http://", "https://")):
        return E.a(address, href=address)
    return E.span(address)
