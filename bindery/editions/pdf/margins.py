"""The running head and the folio of each page, made when the parts between them are there."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pydyf
from weasyprint.draw import draw_stacking_context
from weasyprint.formatting_structure import boxes
from weasyprint.layout import page as weasyprint_page
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.percent import resolve_percentages
from weasyprint.stacking import StackingContext

from bindery.editions.pdf.drawn import DrawnPage
from bindery.editions.pdf.orders import ApartError
from bindery.editions.pdf.rendering import OnlyTheBook, ParsedHTML, options_for
from bindery.editions.pdf.structure.marked_content import MarkedStream
from bindery.editions.pdf.structure.objects import content_of
from bindery.editions.pdf.structure.seam import Alone, laid_out_alone
from bindery.editions.pdf.structure.walk import POINTS, Walk
from bindery.editions.pdf.typeset import OPTIONS


@dataclass(frozen=True, slots=True)
class Margins:
    """The content and the printed number of each page's margins, and the fonts that they use."""

    contents: Sequence[bytes]
    folios: Sequence[str]
    fonts: dict[str, Any]
    configuration: Any


def margins_of(
    book: ElementTree.Element,
    css: str,
    fetcher: OnlyTheBook,
    pages: Sequence[DrawnPage],
    numbers: Sequence[int],
) -> Margins:
    """The margins of ``pages``, which have these ``numbers``.

    Raises ``ApartError`` if their drawing needs more than typefaces.
    """
    alone = Alone({})
    html = ParsedHTML(_empty(book), fetcher)
    with laid_out_alone(alone):
        laid_out = html.render(**options_for(css))
    context = alone.context
    context.string_set = _strings(pages)
    paper = _Paper(html, context)
    made = []
    for index, (page, number) in enumerate(zip(pages, numbers, strict=True)):
        sheet = paper.of(page.kind)
        context.current_page = index + 1
        counters = {"page": [number], "pages": [len(pages)]}
        state: Any = ([0], counters, [set(counters)], [])
        found = tuple(weasyprint_page.make_margin_boxes(context, sheet, state))
        for box in found:
            layout_box_backgrounds(sheet, box, context.get_image_from_uri)
        made.append((sheet, found))
    walk = Walk({}, frozenset())
    walk.read(
        [
            SimpleNamespace(height=sheet.margin_height(), _page_box=SimpleNamespace(children=found))
            for sheet, found in made
        ]
    )
    resources = pydyf.Dictionary({name: pydyf.Dictionary() for name in _RESOURCES})
    resources["ColorSpace"] = None
    contents = [
        _drawn(sheet, found, (walk, index, [], laid_out.fonts), resources) if found else b""
        for index, (sheet, found) in enumerate(made)
    ]
    if any(map(resources.get, _RESOURCES)):
        raise ApartError
    fonts = {font.hash: font for font in laid_out.fonts.values()}
    folios = [page.folio for page in walk.pages]
    return Margins(contents, folios, fonts, laid_out.font_config)


_RESOURCES = ("ExtGState", "XObject", "Pattern", "Shading")


def _empty(book: ElementTree.Element) -> ElementTree.Element:
    """The book with nothing in it, for styles that all of it inherits."""
    html = ElementTree.Element("html", book.attrib)
    ElementTree.SubElement(html, "head")
    ElementTree.SubElement(html, "body", getattr(book.find("body"), "attrib", {}))
    return html


def _strings(pages: Sequence[DrawnPage]) -> dict[str, dict[int, list[str]]]:
    found: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for number, page in enumerate(pages, start=1):
        for name, values in page.strings.items():
            found[name][number] = list(values)
    return found


class _Paper:
    """Pages with nothing on them, one of each kind."""

    def __init__(self, html: ParsedHTML, context: Any) -> None:
        self._html = html
        self._context = context
        self._known: dict[str, Any] = {}

    def of(self, kind: str) -> Any:
        """A page of this kind, of the right size."""
        if kind not in self._known:
            self._known[kind] = self._made(kind)
        return self._known[kind]

    def _made(self, kind: str) -> Any:
        # Not the first page of anything: no style that is used for parts asks for that.
        page_type = weasyprint_page.PageType("right", False, kind, 1, ((kind, 1),))
        weasyprint_page.set_page_type_computed_styles(
            page_type, self._html, self._context.style_for
        )
        page = boxes.PageBox(page_type, self._context.style_for(page_type))
        size = page.style["size"]
        resolve_percentages(page, size)
        page.position_x = page.position_y = 0
        weasyprint_page.page_width(page, self._context, size[0])
        weasyprint_page.page_height(page, self._context, size[1])
        return page


def _drawn(sheet: Any, found: Sequence[Any], where: tuple[Any, ...], resources: Any) -> bytes:
    paper = (0, 0, sheet.margin_width(), sheet.margin_height())
    stream = MarkedStream(*where, paper, resources, {}, None, {}, OPTIONS["output_intent"])
    # The content before has turned the page, as this does, and scaled it within.
    stream.transform(d=-1, f=sheet.margin_height() * POINTS)
    stream.stream.clear()
    with stream.stacked():
        stream.transform(a=POINTS, d=POINTS)
        contexts = (StackingContext.from_box(box, sheet) for box in found)
        for one in sorted(contexts, key=lambda context: context.z_index):
            draw_stacking_context(stream, one)
    return content_of(stream)
