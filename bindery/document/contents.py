"""The parts of a publication: contents, colophon, names in lists, starts of pages."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree
from lxml.builder import E

from bindery.document.model import (
    MATHML,
    ChapterPart,
    Document,
    Element,
    has_class,
    replace_with_text,
    say,
    text_of,
    unwrap,
)
from bindery.locales import locale_of
from bindery.manuscript.addresses import written
from bindery.vocabulary.publication import Metadata
from bindery.vocabulary.text import without_soft_hyphens

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def name_of(heading: Element) -> str:
    """The words of ``heading`` without note numbers, with words for formulas and images."""
    named = deepcopy(heading)
    for element in list(named.iter(*_SAID_OTHERWISE)):
        if element.tag == "a":
            if element.get("role") == "doc-noteref":
                replace_with_text(element, "")
        else:
            replace_with_text(element, element.get("alttext") or element.get("alt") or "")
    return text_of(named)


_SAID_OTHERWISE = ("a", "img", f"{MATHML}math")


def name_headings(tree: Element) -> None:
    """Give the headings of ``tree`` whose text is not their name an ``aria-label``.

    A screen reader lists headings by name: it would read a note's number as part of it, and leave
    a formula out.
    """
    for heading in tree.iter(*HEADINGS):
        formula = next(heading.iter(f"{MATHML}math"), None) is not None
        notes = any(link.get("role") == "doc-noteref" for link in heading.iter("a"))
        if formula or notes:
            heading.set("aria-label", name_of(heading))


def contents_of(document: Document) -> Element:
    """An ``ol`` of links to every chapter's title and to the headings of the level below it.

    The chapters of a part of the book are below its title.
    """
    contents = E.ol()
    below: dict[int, Element] = {}
    for part in document.chapters:
        chapter = document.chapter(part)
        around = contents
        if part.part and part.part not in below:
            section = chapter.getparent()
            assert section is not None
            contents.append(E.li(link_to(section[0], section.get("id") or "")))
            below[part.part] = contents[-1]
        if part.part and part.listed:
            entry = below[part.part]
            around = entry[1] if len(entry) > 1 else etree.SubElement(entry, "ol")
        if part.listed:
            around.append(_entry(part, chapter))
    return contents


def _entry(part: ChapterPart, chapter: Element) -> Element:
    heading = chapter.find("h1")
    title = E.a(part.title, href=f"#{part.id}") if heading is None else link_to(heading, part.id)
    entry = E.li(title)
    sections = [E.li(link_to(heading, heading.get("id") or "")) for heading in _sections(chapter)]
    if sections:
        entry.append(E.ol(*sections))
    if language := chapter.get("lang"):
        entry.set("lang", language)
    return entry


def _sections(chapter: Element) -> Iterator[Element]:
    """The headings of level 2 with a name, except the notes' and those that are unlisted."""
    for heading in chapter.iter("h2"):
        around = {parent.get("role") for parent in heading.iterancestors()}
        unlisted = has_class(heading, "unlisted")
        if heading.get("id") and "doc-endnotes" not in around and not unlisted:
            yield heading


def link_to(words: Element, name: str) -> Element:
    """A link with the ``words`` of a heading or caption, in its languages, without its notes."""
    link = deepcopy(words)
    link.tag, link.tail = "a", None
    link.attrib.clear()
    if language := words.get("lang"):
        link.set("lang", language)
    link.set("href", f"#{name}")
    for inner in list(link.iter()):
        inner.text = inner.text and without_soft_hyphens(inner.text)
        inner.tail = inner.tail and without_soft_hyphens(inner.tail)
    for inner in list(link.iterdescendants()):
        inner.attrib.pop("id", None)
        if inner.get("role") == "doc-noteref":
            inner.text = None
            unwrap(inner)
        elif inner.tag == "a":
            unwrap(inner)
    return link


def colophon(metadata: Metadata, *, contact: bool = True) -> Element:
    """The publication's particulars as a ``dl``, with whom to write to if ``contact``.

    A UUID is left out: it is for software.
    """
    language = metadata.language
    locale = locale_of(language)
    particulars = E.dl()

    def add(term: str, definition: Element) -> None:
        particulars.extend((say(locale.word(term), E.dt(), language), definition))

    for contributor in metadata.contributors:
        name, works_at = contributor.name, contributor.affiliation
        add(f"roles.{contributor.role}", E.dd(f"{name}, {works_at}" if works_at else name))
    add("particulars.publisher", E.dd(metadata.publisher))
    version = locale.word(
        "particulars.version-of-date", version=metadata.version, date=metadata.date
    )
    add("particulars.version", say(version, E.dd(), language))
    if metadata.source:
        link = E.a(metadata.source.title, href=metadata.source.url)
        add("particulars.source", E.dd(link, f" ({metadata.source.publisher})"))
    add("particulars.rights", E.dd(metadata.rights))
    if contact:
        add("particulars.contact", E.dd(contact_link(metadata.accessibility_contact)))
    if not metadata.identifier.lower().startswith("urn:uuid:"):
        add("particulars.identifier", E.dd(metadata.identifier))
    return particulars


def contact_link(address: str) -> Element:
    """A link to an e-mail address or a web address, with the address as its text."""
    if "@" in address and "/" not in address:
        return E.a(address, href=written(f"mailto:{address}"))
    if address.startswith(("http://", "https://")):
        return E.a(address, href=address)
    return E.span(address)


PLACE = "data-place"
"""The attribute with an element's name that is the same in all editions."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """The word that a printed page starts with.

    ``folio`` is the page's number as printed (``iv``, ``38``). ``place`` names the element whose
    text or image comes first on the page; a page with nothing of the Document has none.
    ``letters`` is how many letters of the element's own text, without white space and its
    children's text, are on earlier pages. It is ``None`` if the page starts with the element
    itself: with an image, or a list item's number.
    """

    folio: str
    place: str = ""
    letters: int | None = None


Pagination = tuple[PageStart, ...]
"""The printed pages, first to last."""


def letters(text: str) -> int:
    """Count the characters of ``text`` that are not white space."""
    return len("".join(text.split()))


class Parts(NamedTuple):
    """The parts that the printed book and the e-book are made of, every element with its place."""

    contents: Element
    chapters: Element
    colophon: Element


def named_parts(document: Document) -> Parts:
    """Copies of the book's parts, for an edition to change as it needs to.

    Each element has the same place in every edition, whatever is moved, added or removed.
    """
    chapters, particulars = deepcopy(document.body), colophon(document.publication.metadata)
    parts = Parts(contents_of(document), chapters, particulars)
    for name, tree in zip(Parts._fields, parts, strict=True):
        for number, element in enumerate(tree.iter()):
            # A formula is drawn as one picture: its inner elements need no place.
            if element.tag == f"{MATHML}math" or etree.QName(element).namespace is None:
                element.set(PLACE, f"{name}-{number}")
    return parts


def strip_places(tree: Element) -> None:
    """Remove the places. An edition does this last."""
    for element in tree.iter():
        element.attrib.pop(PLACE, None)
