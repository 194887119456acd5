"""The colours of a finished edition: its styles applied to its text as a browser does."""

from functools import lru_cache

from lxml import etree
from lxml.html import XHTMLParser

from bindery.document.model import Element
from bindery.finished.documents import SVG, XHTML, Finished
from bindery.rules.cascade.media import ON_SCREEN, Mode
from bindery.rules.cascade.pairs import Pair, texts_on
from bindery.rules.cascade.sheets import read_sheet
from bindery.rules.cascade.specimen_page import Kind, Page
from bindery.rules.cascade.specimens import FOLDER
from bindery.rules.cascade.tree import Tree
from bindery.vocabulary.text import verbatim

_SELECTED = ("class", "lang", "role", "tabindex")
"""The attributes whose values styles select by."""

_WIDEST = max(mode.width for mode in ON_SCREEN)
_MODES: tuple[Mode, ...] = tuple(mode for mode in ON_SCREEN if mode.width == _WIDEST)
_SMALLEST = 0.0


def texts_seen(book: Finished) -> tuple[Pair, ...]:
    """Every text of ``book`` with its ground: light and dark, with and without more contrast."""
    styles = dict(book.sheets)
    root = etree.Element("html")
    etree.SubElement(root, "head")
    for name, document in book.documents.items():
        for style in document.iter(f"{XHTML}style"):
            styles[name] = style.text or ""
        for body in document.iterfind(f"{XHTML}body"):
            _copy(body, etree.SubElement(root, "body"), " ".join(styles.values()))
    return _seen(etree.tostring(root), tuple(styles.items()))


@lru_cache(maxsize=8)
def _seen(skeleton: bytes, styles: tuple[tuple[str, str], ...]) -> tuple[Pair, ...]:
    """The same pairs for all pages of the same elements, whatever their words."""
    sheets = tuple(read_sheet(name, css, own=False) for name, css in styles)
    browser = read_sheet("", (FOLDER / "browser.css").read_text(encoding="utf-8"), own=False)
    root = etree.fromstring(skeleton, XHTMLParser())
    kind = Kind(verbatim(""), "", tuple(name for name, _ in styles), _MODES, _SMALLEST)
    page = Page(kind, Tree(root, browser, sheets), sheets, as_written=True)
    return texts_on(page)


def _copy(element: Element, to: Element, css: str) -> None:
    """Copy to ``to`` all that ``css`` can select by, but nothing inside drawings."""
    for name in _SELECTED:
        if value := element.get(name):
            to.set(name, value)
    if (own := element.get("id")) and f"#{own}" in css:
        to.set("id", own)
    if "href" in element.attrib:
        to.set("href", "")
    to.text = _word(element.text)
    for child in element:
        if isinstance(child.tag, str):
            copy = etree.SubElement(to, child.tag.rpartition("}")[2])
            copy.tail = _word(child.tail)
            if not child.tag.startswith(SVG):
                _copy(child, copy, css)


def _word(text: str | None) -> str:
    """The same letter for every text that has words."""
    return "x" if text and text.strip() else ""
