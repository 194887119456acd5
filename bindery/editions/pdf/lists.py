"""The lists of figures and tables after the contents."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.builder import E

from bindery.document.contents import link_to, strip_places
from bindery.document.figures import LISTING
from bindery.document.model import Element, has_class, language_at, strip_stamps
from bindery.locales import Word, locale_of
from bindery.vocabulary.counting import Lists

_LISTED = (
    ("figures", "figure", "figcaption", "parts.figures"),
    ("tables", "table", "caption", "parts.tables"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its heading, and an ``ol`` of links to what it lists."""

    heading: Word
    entries: Element


def lists_of(body: Element, settings: Lists, language: str) -> tuple[Listed, ...]:
    """The lists that the publication asks for, without those that would be empty.

    What is listed gets an id if it has none.
    """
    lists = []
    for wanted, tag, caption, heading in _LISTED:
        if getattr(settings, wanted):
            entries = E.ol(*_entries(body, tag, caption, language))
            if len(entries):
                strip_stamps(entries)
                strip_places(entries)
                lists.append(Listed(locale_of(language).word(heading), entries))
    return tuple(lists)


def _entries(body: Element, tag: str, caption_tag: str, language: str) -> Iterator[Element]:
    """An entry for each captioned ``tag``, but for code and for the parts of figures."""
    for number, element in enumerate(body.iter(tag), start=1):
        caption = element.find(caption_tag)
        around = element.getparent()
        is_part = around is not None and around.tag == tag
        if caption is None or is_part or has_class(element, LISTING):
            continue
        if not element.get("id"):
            element.set("id", f"listed.{tag}.{number}")
        first = caption.find("p")
        entry = E.li(link_to(caption if first is None else first, element.attrib["id"]))
        if (spoken := language_at(caption, language)) != language:
            entry.set("lang", spoken)
        yield entry
