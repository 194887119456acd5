"""The table of contents, and what a heading or caption is called where only its name stands."""

from collections.abc import Iterator
from copy import deepcopy

from lxml.builder import E

from bindery.document.model import (
    MATHML,
    ChapterPart,
    Document,
    Element,
    replace_with_text,
    text_of,
    unwrap,
)

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def name_of(heading: Element) -> str:
    """Its words without the numbers of its notes, with words for its formulas and images."""
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
    """Give the headings of ``tree`` whose words are not their name one of their own.

    A screen reader lists headings by name: it would read a note's number as part of it, and leave
    a formula out.
    """
    for heading in tree.iter(*HEADINGS):
        formula = next(heading.iter(f"{MATHML}math"), None) is not None
        notes = any(link.get("role") == "doc-noteref" for link in heading.iter("a"))
        if formula or notes:
            heading.set("aria-label", name_of(heading))


def contents_of(document: Document) -> Element:
    """An ``ol`` of links to every chapter's title and to the headings of the level below it."""
    chapters = zip(document.chapters, document.body, strict=True)
    return E.ol(*(_entry(part, chapter) for part, chapter in chapters))


def _entry(part: ChapterPart, chapter: Element) -> Element:
    heading = chapter.find("h1")
    title = E.a(part.title, href=f"#{part.id}") if heading is None else _link(heading, part.id)
    entry = E.li(title)
    sections = [E.li(_link(heading, heading.get("id") or "")) for heading in _sections(chapter)]
    if sections:
        entry.append(E.ol(*sections))
    if language := chapter.get("lang"):
        entry.set("lang", language)
    return entry


def _sections(chapter: Element) -> Iterator[Element]:
    """The headings of level 2 with a name, but for the heading of the notes."""
    for heading in chapter.iter("h2"):
        around = {parent.get("role") for parent in heading.iterancestors()}
        if heading.get("id") and "doc-endnotes" not in around:
            yield heading


def _link(heading: Element, name: str) -> Element:
    """A link that reads as ``heading`` does: in its languages, without its notes and links."""
    link = deepcopy(heading)
    link.tag, link.tail = "a", None
    link.attrib.clear()
    if language := heading.get("lang"):
        link.set("lang", language)
    link.set("href", f"#{name}")
    for inner in list(link.iterdescendants()):
        inner.attrib.pop("id", None)
        if inner.get("role") == "doc-noteref":
            inner.text = None
            unwrap(inner)
        elif inner.tag == "a":
            unwrap(inner)
    return link
