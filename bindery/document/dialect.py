"""The dialect's elements: messages, figures, tables, link blocks; lists are in ``lists``."""

from collections.abc import Callable
from itertools import count

from lxml import etree
from lxml.builder import E

from bindery.document.bylines import write_abstract, write_byline, write_subtitle
from bindery.document.callouts import name_labels, write_callout
from bindery.document.figures import (
    LISTING,
    names_a,
    parts_of_figure,
    pictures_in,
    write_listing,
)
from bindery.document.lists import write_lines, write_list, write_words
from bindery.document.model import (
    BEGINS_PAGE,
    IN_SUMMARY,
    LEADS,
    SOURCE,
    Element,
    has_class,
    language_at,
    say,
    unwrap,
)
from bindery.document.table_elements import caption_of, write_tables
from bindery.locales import Word, locale_of
from bindery.vocabulary.publication import Metadata

UNTITLED = "untitled"
"""The class of the address that is in the place of a link block's title."""

LINK_KINDS = ("video", "audio", "report", "presentation", "page")
"""The kinds of link blocks that have a name in the editions."""

Transform = Callable[[Element, Metadata], None]


def write_elements(chapter: Element, metadata: Metadata) -> None:
    """Turn each fenced div and span of the dialect into the element it means."""
    write_tables(chapter)
    for div in list(chapter.iter("div")):
        if transform := _meant_by(div):
            transform(div, metadata)
    name_labels(chapter)
    write_words(chapter, metadata)
    for span in list(chapter.iter("span")):
        name = span.get("class") or ""
        if name == "br":
            span.tag = "br"
            span.attrib.clear()
        elif name in _SPANS:
            span.tag = name
            del span.attrib["class"]
        if expansion := span.attrib.pop("abbr", None) or span.attrib.pop("data-abbr", None):
            span.tag = "abbr"
            span.set("title", expansion)
    for definition in chapter.iter("dd"):
        _trim(definition)
    _begin_pages(chapter)


def _meant_by(div: Element) -> Transform | None:
    """What ``div`` becomes, by its class or else by what its name begins with."""
    if div.tag != "div":
        return None  # A part of a figure that is made already.
    known = (_DIVS[name] for name in (div.get("class") or "").split() if name in _DIVS)
    named = (made for prefix, made in _NAMED.items() if names_a(div, prefix))
    return next(known, None) or next(named, None)


def _editor_note(div: Element, metadata: Metadata) -> None:
    div.tag = "aside"
    _label(div, "blocks.editor-note", metadata)


def _callout(div: Element, metadata: Metadata) -> None:
    write_callout(div, metadata.language)


def _key_message(div: Element, metadata: Metadata) -> None:
    _label(div, "blocks.key-message", metadata)


def _in_summary(div: Element, metadata: Metadata) -> None:
    for block in div:
        block.set(IN_SUMMARY, LEADS if has_class(div, LEADS) else "")
    unwrap(div)


def _link_block(div: Element, metadata: Metadata) -> None:
    """Write title, kind and address. A missing address is never invented."""
    language = language_at(div, metadata.language)
    locale = locale_of(language)
    named = _attribute(div, "kind") or "page"
    kind = locale.word(f"link-kinds.{named}") if named in LINK_KINDS else Word(named, language)
    address = _attribute(div, "href")
    title = div.find("p")
    if title is None:
        # A block without a title keeps what is in it, and its address is all there is to follow.
        shown = address or (metadata.source.url if metadata.source else "")
        title = E.p(E.span(shown, {"class": UNTITLED})) if shown else E.p()
        rest = list(div)
    else:
        rest = []
    title.attrib.pop(SOURCE, None)
    content = [title.text or "", *title]
    named_kind = say(Word(f"{kind.text}: ", kind.language), E.span({"class": "kind"}), language)
    link = E.p(named_kind, {"class": "title"})
    div[:] = [link, *rest]
    if address:
        link.append(E.a(*content, href=address))
    elif metadata.source:
        link.append(E.a(*content, href=metadata.source.url))
        status = locale.word("blocks.no-address", publisher=metadata.source.publisher)
        div.append(say(status, E.p({"class": "no-address"}), language))
    else:
        if any(content):
            link.append(E.span(*content))
        status = locale.word("blocks.no-address-and-no-source")
        div.append(say(status, E.p({"class": "no-address"}), language))


def _figure(div: Element, metadata: Metadata) -> None:
    """Write images, caption and long description, and link the image to its description.

    A block without an image alone in its paragraph stays as it is written.
    """
    pictures, image = pictures_in(div), _only_image(div)
    if len(pictures) > 1:
        shown = list(parts_of_figure(pictures, lambda part: _figure(part, metadata)))
        taken, whole = {*shown}, div
    elif image is not None:
        around = image.getparent()
        assert around is not None
        shown, taken, whole = [image], {around}, image
    else:
        description = next((b for b in div if has_class(b, "long-description")), None)
        if description is not None:
            _label(description, "blocks.long-description", metadata)
        return
    blocks = [block for block in div if block not in taken]
    description = next((b for b in blocks if has_class(b, "long-description")), None)
    caption = [block for block in blocks if block is not description]
    div.tag = "figure"
    for one in shown:
        one.tail = None
    div[:] = shown
    if caption:
        div.append(caption_of("figcaption", caption))
    if description is not None:
        _label(description, "blocks.long-description", metadata)
        name = description.get("id") or _free(f"{div.get('id') or _place(div)}-beskrivelse", div)
        description.set("id", name)
        whole.set("aria-details", name)
        if IN_SUMMARY in div.attrib:
            description.set(IN_SUMMARY, div.get(IN_SUMMARY) or "")
        description.tail, div.tail = div.tail, None
        div.addnext(description)


def _only_image(div: Element) -> Element | None:
    images = list(div.iter("img"))
    around = images[0].getparent() if len(images) == 1 else None
    if around is None or around.tag != "p" or around.getparent() is not div or len(around) > 1:
        return None
    words = (around.text or "") + (images[0].tail or "")
    return None if words.strip() else images[0]


def _listing(div: Element, metadata: Metadata) -> None:
    """Write code with its caption."""
    write_listing(div, caption_of)


def _trim(definition: Element) -> None:
    """Remove the line breaks that pandoc writes around a definition.

    With one before it, WeasyPrint 70 may break the first line after its first word.
    """
    definition.text = (definition.text or "").lstrip()
    if len(definition):
        definition[-1].tail = (definition[-1].tail or "").rstrip()
    else:
        definition.text = definition.text.rstrip()


_NAMES = etree.XPath("//@id")
"""Finds the ids in the whole chapter."""


def _label(box: Element, key: str, metadata: Metadata) -> None:
    """Begin ``box`` with its label, which is its name: screen readers say where it ends."""
    language = language_at(box, metadata.language)
    box.insert(0, say(locale_of(language).word(key), E.p({"class": "label"}), language))
    box.set("role", "note" if box.tag == "aside" else "group")
    box.set("aria-labelledby", "")


_NAMES = etree.XPath("//@id")
"""Finds the ids in the whole chapter."""


def _free(name: str, element: Element) -> str:
    """``name``, with a number after it if something in the chapter has that name already."""
    taken = {*_NAMES(element)}
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in taken else next(one for one in numbered if one not in taken)


def _attribute(div: Element, name: str) -> str:
    return div.attrib.pop(name, None) or div.attrib.pop(f"data-{name}", None) or ""


def _place(block: Element) -> str:
    return "figur-" + (block.get(SOURCE) or "").rpartition(":")[2]


def _begin_pages(chapter: Element) -> None:
    """Mark each block after a page break: it begins a page in print."""
    for div in list(chapter.iter("div")):
        if has_class(div, "page-break"):
            if (after := div.getnext()) is not None:
                after.set(BEGINS_PAGE, "")
            div.text = None
            unwrap(div)


_SPANS = frozenset({"strong", "em", "del", "u"})
"""Spans that stand for marks of the dialect, where those could not be written."""

_DIVS: dict[str, Transform] = {
    "subtitle": write_subtitle,
    "byline": write_byline,
    "abstract": write_abstract,
    "in-summary": _in_summary,
    "callout": _callout,
    "editor-note": _editor_note,
    "key-message": _key_message,
    "link-block": _link_block,
    "figure": _figure,
    LISTING: _listing,
    "line-block": write_lines,
    "list": write_list,
}
_NAMED: dict[str, Transform] = {"fig": _figure, "lst": _listing}
