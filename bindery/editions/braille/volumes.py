"""OBFL, which Dotify lays out: the publication's blocks, volumes, contents and page numbers.

The text is in braille already. ``blocks_on_paper.py`` says how each element is set.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from bindery.document.model import Element
from bindery.editions.braille.blocks_on_paper import BLOCKS, MARGIN, NS, Blocks, obfl_element
from bindery.editions.braille.book import CONTENTS, BrailleBook

SOFT_HYPHEN = "\u00ad"
PAGE_STARTS, NUMBER_SIGN, LEADER = "⠿", "⠼", "⠄"
_FRONT_PAGES = 2
"""The documents before the chapters: title page and note. They have no page numbers."""


def obfl(book: BrailleBook) -> bytes:
    """The whole publication for Dotify."""
    text, names = _text(book)
    root = obfl_element(
        "obfl",
        {"version": "2011-1", "hyphenate": "false"},
        _meta(book),
        _master(book, "front", numbered=False),
        _master(book, "main", numbered=True),
        _contents(book, names),
        *_volumes(book),
        text,
    )
    root.set("{http://www.w3.org/XML/1998/namespace}lang", book.metadata.language)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _meta(book: BrailleBook) -> Element:
    dc = "http://purl.org/dc/elements/1.1/"
    meta = etree.Element(f"{{{NS}}}meta", nsmap={None: NS, "dc": dc})
    etree.SubElement(meta, f"{{{dc}}}title").text = book.metadata.title
    return meta


def _master(book: BrailleBook, name: str, *, numbered: bool) -> Element:
    settings = book.settings
    footer: list[Element] = []
    if numbered:
        last = {"marker": "pages", "direction": "backward", "scope": "sequence"}
        footer = [
            obfl_element("field", {}),
            obfl_element(
                "field",
                {},
                obfl_element("string", {"value": NUMBER_SIGN}),
                obfl_element("current-page", {"number-format": "default"}),
            ),
            obfl_element("field", {}, obfl_element("marker-reference", last)),
        ]
    template = obfl_element("default-template", {}, obfl_element("header", {}))
    template.append(obfl_element("footer", {}, *footer))
    if numbered:
        shown = settings.print_pages == "margin"
        marked = {"markers": "pages" if shown else "none", "indicator": PAGE_STARTS}
        if shown:
            indicators = obfl_element("indicators", {}, obfl_element("marker-indicator", marked))
            template.append(
                obfl_element("margin-region", {"align": "left", "width": str(MARGIN)}, indicators)
            )
    size = {"page-width": str(settings.cells), "page-height": str(settings.lines)}
    return obfl_element("layout-master", {"name": name, "duplex": "true", **size}, template)


def _contents(book: BrailleBook, names: Mapping[str, str]) -> Element:
    listed = obfl_element("table-of-contents", {"name": CONTENTS})
    _entries(book.contents, 0, listed, names)
    return listed


def _entries(listed: Element, depth: int, into: Element, names: Mapping[str, str]) -> None:
    """An entry for each item, those below it further in; each hangs by two cells."""
    for item in listed:
        link = item.find("a")
        if link is not None:
            target = (link.get("href") or "")[1:]
            name = names.get(target, target)
            words = "".join(link.itertext()).replace(SOFT_HYPHEN, "")
            leader = {"align": "right", "position": "100%", "pattern": LEADER}
            page = {"ref-id": name, "number-format": "default"}
            entry = obfl_element(
                "toc-entry",
                {"ref-id": name},
                f"{words} ",
                obfl_element("leader", leader),
                NUMBER_SIGN,
                obfl_element("page-number", page),
            )
            indent = {"margin-left": str(2 * depth), "text-indent": "2", "padding-right": "0"}
            into.append(obfl_element("toc-block", {**indent, "keep": "page"}, entry))
        below = item.find("ol")
        if below is not None:
            _entries(below, depth + 1, into, names)


def _volumes(book: BrailleBook) -> Iterator[Element]:
    """The first volume begins with title page, note and all contents; others with their own."""
    for is_first in (True, False):
        attributes = {"sheets-in-volume-max": str(book.settings.sheets)}
        if is_first:
            attributes["use-when"] = "(= $volume 1)"
        before = obfl_element("pre-content", {}, _title_page(book))
        if is_first:
            note = obfl_element("sequence", {"master": "front"})
            Blocks(note, book).inside(book.pages[1].body)
            before.append(note)
        heading = obfl_element("block", {**BLOCKS["h2"], "margin-top": "0"}, book.phrases[CONTENTS])
        contents = {"master": "front", "toc": CONTENTS}
        contents["range"] = "document" if is_first else "volume"
        before.append(
            obfl_element("toc-sequence", contents, obfl_element("on-toc-start", {}, heading))
        )
        yield obfl_element("volume-template", attributes, before, obfl_element("post-content", {}))


def _title_page(book: BrailleBook) -> Element:
    page = obfl_element("sequence", {"master": "front"})
    for number, part in enumerate(book.pages[0].body.iter("h1", "p")):
        words = "".join(part.itertext()).replace(SOFT_HYPHEN, "")
        margin = {"margin-top": "3" if number == 0 else "1"}
        page.append(obfl_element("block", {"align": "center", **margin}, words))
    volume = obfl_element("block", {"align": "center", "margin-top": "3"})
    volume.text = f"{book.phrases['volume']} {NUMBER_SIGN}"
    between = f" {book.phrases['of']} {NUMBER_SIGN}"
    for expression, after in (("$volume", between), ("$volumes", "")):
        evaluated = obfl_element("evaluate", {"expression": expression})
        evaluated.tail = after
        volume.append(evaluated)
    page.append(volume)
    return page


def _text(book: BrailleBook) -> tuple[Element, Mapping[str, str]]:
    """All chapters as one sequence, so that numbers go on through them, and the names of blocks."""
    sequence = obfl_element("sequence", {"master": "main", "initial-page-number": "1"})
    blocks = Blocks(sequence, book)
    for number, page in enumerate(book.pages[_FRONT_PAGES:]):
        blocks.chapter(page.body, first=number == 0)
    return sequence, blocks.names
