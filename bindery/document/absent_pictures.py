"""A picture that cannot be shown: a box with its alternative text and its address instead."""

from collections.abc import Mapping

from lxml.builder import E

from bindery.document.model import Element, add_class, language_at, say, text_of
from bindery.document.pictures.shown import can_be_shown
from bindery.locales import Word, locale_of
from bindery.manuscript.addresses import brief, is_safe, is_whole, scheme_of, written
from bindery.manuscript.files import shown

ABSENT = "absent-picture"
"""The class of the box."""

ALTERNATIVE = "alternative"
"""The class of the alternative text in the box."""


def films_as_pictures(section: Element) -> None:
    """Make images again of sound and film, which pandoc makes of images with such endings."""
    for film in list(section.iter("video", "audio")):
        film.set("alt", text_of(film))
        film.tag, film.text, film[:] = "img", None, []


def box_absent_pictures(
    section: Element, addresses: Mapping[Element, str], images: Mapping[str, bytes], language: str
) -> None:
    """Put a box in the place of each image of ``section`` that is not a readable file of the book.

    ``addresses`` are those that the author wrote. Nothing is fetched from them.
    """
    for image, address in addresses.items():
        path = image.get("src") or ""
        if path not in images or not can_be_shown(path, images[path]):
            _box(image, address, language_at(section, language))


def _box(image: Element, address: str, language: str) -> None:
    parent = image.getparent()
    assert parent is not None
    around = language_at(parent, language)
    label = locale_of(around).word("blocks.absent-picture")
    said = say(Word(f"{label.text}:", label.language), E.span({"class": "kind"}), around)
    box = E.span({"class": ABSENT}, said)
    said.tail = " "
    if alternative := (image.get("alt") or "").strip():
        words = E.span({"class": ALTERNATIVE}, alternative)
        if (own := image.get("lang")) is not None:
            words.set("lang", own)
        words.tail = " "
        box.append(words)
    shown_address = brief(shown(address))
    in_link = next(image.iterancestors("a"), None) is not None
    on_the_web = scheme_of(address) in ("http", "https") and is_safe(address) and is_whole(address)
    if on_the_web and not in_link:
        box.append(E.a(shown_address, href=written(address)))
    elif shown_address:
        box.append(E.code(shown_address))
    if name := image.get("id"):
        box.set("id", name)
    box.tail = image.tail
    parent.replace(image, box)
    if parent.tag == "p" and len(parent) == 1 and not _has_words(parent):
        add_class(box, "alone")


def _has_words(paragraph: Element) -> bool:
    return bool((paragraph.text or "").strip() or (paragraph[0].tail or "").strip())
