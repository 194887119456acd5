"""The Document as pandoc's reader of HTML is to get it, so that nothing is lost on the way to Word.

pandoc keeps languages and comments of ``span`` and ``div`` alone.
"""

from base64 import b64encode
from collections.abc import Callable
from itertools import count
from typing import NamedTuple

from lxml import etree
from lxml.builder import E

from bindery.document.callouts import HEARD
from bindery.document.draft import draft_words
from bindery.document.model import Element, has_class, language_at, say
from bindery.editions.commented.numbered import Copy, said, write_numbers

NUMBER_STYLE = "Paragraph Number"
"""The style in Word of a paragraph's number."""

_LEAVES = frozenset({"p", "li", "dt", "dd", "figcaption", "caption", "td", "th"}) | {
    f"h{level}" for level in range(1, 7)
}
_CONTAINERS = frozenset({"div", "section", "span"})
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "div", "table", "figure", "blockquote", "pre"})

Image = tuple[bytes, str, int]
"""The bytes of an image that Word shows, their media type, and its width in pixels or 0."""


class Author(NamedTuple):
    """Who comments, and when."""

    name: str
    date: str


def word_tree(copy: Copy, author: Author, image_of: Callable[[str], Image | None]) -> str:
    """The page for pandoc: ``copy`` with its numbers, and its findings as comments of ``author``.

    What is found about no paragraph is a comment on the words that say that it is a draft.
    """
    document, body = copy.document, copy.document.body
    around = document.publication.metadata.language
    write_numbers(copy.blocks, {"data-custom-style": NUMBER_STYLE})
    _say_languages(body, around)
    notice = E.p()
    if (words := draft_words(document)) is not None:
        notice.append(say(words, E.span(), around))
    about = [(notice, copy.others), *((one.element, every) for one, every in copy.found.items())]
    numbers = count(1)
    for element, findings in about:
        # Each begins before those that are there.
        for finding in reversed(findings):
            words_of_it = said(finding, copy.language)
            _comment(element, next(numbers), words_of_it, copy.language, author)
    _show_images(body, image_of)
    _leave_notes_to_word(body)
    for unseen in [one for one in body.iter(etree.Element) if has_class(one, HEARD)]:
        unseen.tag = _GONE
    etree.strip_elements(body, _GONE, with_tail=False)
    body.insert(0, notice)
    page = E.html(E.head(), body, lang=around)
    return etree.tostring(page, encoding="unicode", method="html")


def _comment(element: Element, number: int, words: str, language: str, author: Author) -> None:
    """Put a comment on all of ``element``."""
    start = E.span(E.span(words, lang=language), id=str(number))
    start.set("class", "comment-start")
    start.set("data-author", author.name)
    start.set("data-date", author.date)
    start.tail = element.text or ""
    element.text = None
    end = E.span(id=str(number))
    end.set("class", "comment-end")
    last = next((at for at, one in enumerate(element) if one.tag in _BLOCKS), len(element))
    element.insert(last, end)
    element.insert(0, start)


def _say_languages(body: Element, around: str) -> None:
    """Say each language that is not the one ``around`` on a ``span`` inside of its words.

    It is said nowhere else: pandoc takes that of a heading for its whole section.
    """
    leaves = [one for one in body.iter(*_LEAVES) if not _has_blocks(one)]
    inline = [one for one in body.iter(etree.Element) if one.get("lang") and not _is_block(one)]
    wanted = [(one, language_at(one, around)) for one in (*inline, *leaves)]
    said_here = {*inline}
    for element in body.iter(etree.Element):
        if element.tag != "span":
            element.attrib.pop("lang", None)
    for element, language in wanted:
        if language.lower() != around.lower() or element in said_here:
            _wrap(element, language)


def _is_block(element: Element) -> bool:
    return element.tag in _LEAVES | _BLOCKS | _CONTAINERS


def _has_blocks(element: Element) -> bool:
    return any(child.tag in _BLOCKS for child in element)


def _wrap(element: Element, language: str) -> None:
    """Put all that is in ``element`` into a ``span`` in ``language``."""
    span = element.makeelement("span", {"lang": language})
    span.text, element.text = element.text, None
    for child in list(element):
        span.append(child)
    element.append(span)


def _leave_notes_to_word(body: Element) -> None:
    """Remove the heading of notes and the links back: in Word they are at the foot of the page."""
    for section in body.iterfind(".//section[@role='doc-endnotes']"):
        for heading in section.xpath("./h1|./h2|./h3|./h4|./h5|./h6"):
            section.remove(heading)
        # pandoc loses lists in notes; the innermost are first.
        for listed in reversed(section.xpath("./ol/li//ol|./ol/li//ul")):
            _as_paragraphs(listed)
    for link in body.xpath(".//a[@role='doc-backlink']"):
        around = link.getparent()
        assert around is not None
        etree.strip_elements(link, "*")
        link.tag, link.text = _GONE, None
        etree.strip_tags(around, _GONE)
        if around.tag == "p" and not len(around) and not (around.text or "").strip():
            _remove(around)


_GONE = "gone"


def _remove(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _as_paragraphs(listed: Element) -> None:
    """Write the items of a list as paragraphs that begin with their labels."""
    parent = listed.getparent()
    assert parent is not None
    for number, item in enumerate(listed.iterchildren("li"), start=int(listed.get("start", "1"))):
        label = f"{number}. " if listed.tag == "ol" else "– "
        item.tag = "p" if not _has_blocks(item) else "div"
        first = item if item.tag == "p" else item[0]
        first.text = f"{label}{first.text or ''}"
    listed.tag = "div"
    listed.attrib.clear()


def _show_images(body: Element, image_of: Callable[[str], Image | None]) -> None:
    """Write each image into the page, since pandoc is to read no file; or its words, if none."""
    for image in list(body.iter("img")):
        shown = image_of(image.get("src") or "")
        if shown is None:
            words = E.span(image.get("alt") or "")
            words.tail = image.tail
            parent = image.getparent()
            assert parent is not None
            parent.replace(image, words)
            continue
        content, kind, width = shown
        image.set("src", f"data:{kind};base64,{b64encode(content).decode()}")
        for name in ("style", "width", "height", "class"):
            image.attrib.pop(name, None)
        if width:
            image.set("width", str(width))
