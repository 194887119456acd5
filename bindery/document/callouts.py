"""Callouts: notes, tips and warnings in boxes, and the words that tell where a box ends.

The kind of a callout is told by its title's words and by a drawn sign. The words that end a box
are heard and not seen; in print they are the alternative of a short line that is drawn there.
"""

import re
from collections.abc import Iterator
from itertools import count

from lxml import etree
from lxml.builder import E

from bindery.document.model import (
    IN_SUMMARY,
    SOURCE,
    Element,
    has_class,
    language_at,
    say,
    text_of,
    unwrap,
)
from bindery.document.svg.parse import SVG
from bindery.locales import Locale, Word, locale_of

HEARD = "heard"
"""The class of words that are heard and not seen."""

TITLE = "callout-title"

_TAGS = {
    "note": ("aside", "note"),
    "tip": ("div", "doc-tip"),
    "important": ("div", "doc-notice"),
    "warning": ("div", "doc-notice"),
    "caution": ("div", "doc-notice"),
    "details": ("div", "group"),
}
"""The element and the role of each kind (DPUB-ARIA 1.1). A ``section`` without a heading is what Nu
warns of, and a callout has no heading. An ``aside`` that is no note counts as a landmark, and
two tips without titles of their own have the same name."""

_ENDING = {
    "editor-note": "blocks.editor-note",
    "key-message": "blocks.key-message",
    "long-description": "blocks.long-description",
}
"""Other boxes that have an end, by class, and the key of their label."""

_FEWEST_BLOCKS = 2
"""A box with fewer is heard as one paragraph, which ends where it ends."""


def write_callout(div: Element, language: str) -> None:
    """Turn ``div`` into the element of its kind, named by its title.

    ``language`` is the publication's. A kind that is not known is a note.
    """
    kind = div.attrib.pop("kind", None) or div.attrib.pop("data-kind", None) or ""
    kind = kind if kind in _TAGS else "note"
    language = language_at(div, language)
    title = _title(div, locale_of(language), kind, language)
    div.insert(0, title)
    div.tag, role = _TAGS[kind]
    div.set("class", f"callout {kind}")
    div.set("role", role)
    div.set("aria-labelledby", "")
    _leave_quotation(div)
    _take_line(div)


def _title(div: Element, locale: Locale, kind: str, language: str) -> Element:
    """The author's title with the word for the kind before it, or that word alone."""
    word = locale.word(f"callouts.{kind}")
    written = _written_title(div)
    if written is None:
        return say(word, E.p({"class": f"{TITLE} label"}), language)
    written.tag = "p"
    written.set("class", TITLE)
    if kind != "details" and not _holds(text_of(written), word.text):
        named = say(Word(f"{word.text}: ", word.language), E.span({"class": "kind"}), language)
        named.tail, written.text = written.text, None
        written.insert(0, named)
    return written


def _written_title(div: Element) -> Element | None:
    """The title that the author wrote as the first block of ``div``, taken out of it."""
    first = next(div.iterchildren(tag="*"), None)
    if first is None or not has_class(first, TITLE):
        return None
    blocks = list(first)
    if [block.tag for block in blocks] != ["p"] or not (text_of(first) or len(blocks[0])):
        # Nothing, or more than a title: its words are the first of the callout's own.
        unwrap(first)
        return None
    title = blocks[0]
    title.tail = None
    div.remove(first)
    for attribute in ("id", "lang"):
        if value := first.get(attribute):
            title.set(attribute, value)
    return title


def _holds(title: str, word: str) -> bool:
    whole = rf"(?<!\w){re.escape(word.casefold())}(?!\w)"
    return re.search(whole, title.casefold()) is not None


def _leave_quotation(div: Element) -> None:
    """Unwrap the quotation that has nothing but ``div``: ``> [!TIP]`` is no quotation."""
    around = div.getparent()
    if around is None or around.tag != "blockquote":
        return
    if len(around) == 1 and not (around.text or "").strip() and not (div.tail or "").strip():
        for name in (SOURCE, IN_SUMMARY):
            if (value := around.get(name)) is not None:
                div.set(name, value)
        around.text = div.tail = None
        unwrap(around)


def _take_line(div: Element) -> None:
    """Give ``div`` the line of its first block where pandoc gives it the line of a whole list."""
    around = {one.get(SOURCE) for one in div.iterancestors("ul", "ol", "dl")}
    if (own := div.get(SOURCE)) is None or own in around:
        line = next((one.get(SOURCE) for one in div.iterdescendants() if one.get(SOURCE)), None)
        if line is not None:
            div.set(SOURCE, line)


_IDS = etree.XPath("//@id")
"""Finds the ids in the whole chapter."""


def name_labels(chapter: Element) -> None:
    """Name each box of ``chapter`` that waits for it by its label, with an id of its own."""
    boxes = [box for box in chapter.iter("aside", "div") if box.get("aria-labelledby") == ""]
    taken = {*_IDS(chapter)} if boxes else set()
    free = (name for number in count(1) if (name := f"merke.{number}") not in taken)
    for box in boxes:
        name = box[0].get("id") or next(free)
        box[0].set("id", name)
        box.set("aria-labelledby", name)


def write_ends(chapter: Element, language: str) -> None:
    """End each box that has two blocks or more with words that are heard and not seen.

    They are in the language of the box's label, or are left out.
    """
    for box, kind, label in list(_boxes(chapter)):
        blocks = [one for one in box if not (has_class(one, TITLE) or has_class(one, "label"))]
        if len(blocks) < _FEWEST_BLOCKS:
            continue
        around = language_at(box, language)
        locale = locale_of(around)
        word = locale.word(f"ends.{kind}")
        if word.language == locale.word(label).language:
            box.append(say(word, E.p({"class": HEARD}), around))


def _boxes(chapter: Element) -> Iterator[tuple[Element, str, str]]:
    """Each box with a label, its kind, and the key of its label."""
    for box in chapter.iter("aside", "div"):
        if "aria-labelledby" not in box.attrib:
            continue
        names = (box.get("class") or "").split()
        if names[:1] == ["callout"]:
            yield box, names[1], f"callouts.{names[1]}"
        elif kind := next((name for name in names if name in _ENDING), None):
            yield box, kind, _ENDING[kind]


def has_boxes(tree: Element) -> bool:
    """Whether ``tree`` has callouts, or words that are heard and not seen."""
    return any(
        has_class(one, "callout") or has_class(one, HEARD) for one in tree.iter("aside", "div", "p")
    )


_CIRCLE = "M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19z"
_DOT = "M12 16.6v.2"
_SIGNS = {
    # A letter i in a circle.
    "note": (_CIRCLE, "M12 11v5.8", "M12 7.2v.2"),
    # A bulb with its socket.
    "tip": (
        "M8.6 16.4c0-2.6-3.1-3.8-3.1-7.6a6.5 6.5 0 0 1 13 0c0 3.8-3.1 5-3.1 7.6z",
        "M9 19.4h6",
        "M10.6 22h2.8",
    ),
    # An exclamation mark in what is said.
    "important": ("M3.2 3.2h17.6v14h-9l-4.6 4v-4h-4z", "M12 6.4v4.4", "M12 14v.2"),
    # The triangle and the octagon of road signs.
    "warning": ("M12 2.8l10 18.2h-20z", "M12 9.4v5", "M12 17.6v.2"),
    "caution": ("M8 2.5h8l5.5 5.5v8l-5.5 5.5h-8l-5.5-5.5v-8z", "M12 7v6", _DOT),
}
"""The outlines of each kind's sign, in a square of 24."""


def draw_signs(tree: Element) -> None:
    """Draw the sign of each callout's kind before its title. No screen reader hears it."""
    for title in list(tree.iter("p")):
        around = title.getparent()
        if around is None or not has_class(title, TITLE):
            continue
        for kind in (around.get("class") or "").split()[1:2]:
            if kind in _SIGNS:
                sign = _drawn("sign", "0 0 24 24", _SIGNS[kind])
                sign.set("aria-hidden", "true")
                sign.tail, title.text = title.text, None
                title.insert(0, sign)


def draw_ends(tree: Element) -> None:
    """Draw a short line where each box ends, with the words that end it as its alternative.

    A PDF has no words that are heard and not seen but those of pictures.
    """
    for end in list(tree.iter("p")):
        if not has_class(end, HEARD):
            continue
        line = _drawn("end", "0 0 48 2", ("M0 1h48",))
        line.set("preserveAspectRatio", "none")
        line.set("role", "img")
        line.set("aria-label", text_of(end))
        if language := end.get("lang"):
            line.set("lang", language)
        line.tail = end.tail
        around = end.getparent()
        assert around is not None
        around.replace(end, line)


def _drawn(name: str, square: str, outlines: tuple[str, ...]) -> Element:
    *_, width, height = square.split()
    drawing = etree.Element(f"{SVG}svg", nsmap={None: SVG[1:-1]})
    drawing.set("class", name)
    size = (("viewBox", square), ("width", width), ("height", height))
    for attribute, value in (*size, *_STROKE):
        drawing.set(attribute, value)
    for outline in outlines:
        etree.SubElement(drawing, f"{SVG}path").set("d", outline)
    return drawing


_STROKE = (
    ("fill", "none"),
    ("stroke", "currentColor"),
    ("stroke-width", "2"),
    ("stroke-linecap", "round"),
    ("stroke-linejoin", "round"),
)
