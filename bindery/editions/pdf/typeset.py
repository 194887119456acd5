"""Lay out and draw a part of the book, or all of it, as plain data."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from xml.etree import ElementTree

import pydyf
import weasyprint
from weasyprint.pdf import generate_pdf

from bindery.editions.pdf.drawn import (
    COLOURS,
    FIRST,
    FONTS,
    PROFILE,
    RESOURCES,
    DrawnFont,
    DrawnObject,
    DrawnPage,
    DrawnPart,
    Face,
    packed,
)
from bindery.editions.pdf.fontconfig import use_only
from bindery.editions.pdf.index_pages import has_index, join_pages
from bindery.editions.pdf.marks_elsewhere import name_pages
from bindery.editions.pdf.orders import Order
from bindery.editions.pdf.rendering import (
    OnlyTheBook,
    ParsedHTML,
    collector_off,
    listening,
    options_for,
)
from bindery.editions.pdf.structure.marks import PageMarks, around
from bindery.editions.pdf.structure.objects import code_of, content_of, number_in, renumbered
from bindery.editions.pdf.structure.seam import (
    Alone,
    fonts_left_out,
    laid_out_alone,
    lines_remembered,
    marking,
    texts_split,
)
from bindery.editions.pdf.structure.tree import hidden, owners
from bindery.editions.pdf.structure.walk import Walk
from bindery.editions.pdf.stuck import stuck
from bindery.tools.limits import memory_limit, time_limit
from bindery.vocabulary.errors import PipelineError

OPTIONS = weasyprint.DEFAULT_OPTIONS | {"output_intent": "srgb"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn, the tree that it shows, and WeasyPrint's fonts and facts of the book."""

    part: DrawnPart
    tree: ElementTree.Element
    fonts: dict[str, Any]
    metadata: Any


def draw_part(order: Order) -> bytes:
    """The part, packed; only its pages, if the page numbers that it prints are not known yet."""
    part = _count(order) if order.numbers is None else draw(order).part
    _GARBAGE.collect_after(len(part.pages))
    return packed(part)


class _Garbage:
    """The boxes of pages that were drawn, which refer to each other."""

    most = 200
    """Pages. To look for garbage after each part would take as long as the parts."""

    def __init__(self) -> None:
        self._pages = 0

    def collect_after(self, pages: int) -> None:
        """Free the boxes of so many pages, and of those before, when there are many."""
        self._pages += pages
        if self._pages >= self.most:
            gc.collect()
            self._pages = 0


_GARBAGE = _Garbage()


def draw(order: Order) -> Drawing:
    """Lay out and draw. The numbers of pages and elements are counted from the part's first."""
    tree = ElementTree.fromstring(order.page)  # noqa: S314 - our own tree, entities resolved
    with _laying_out(order, tree) as (alone, fetcher, remarks):
        laid_out = _laid_out(order, tree, fetcher)
        walk, forms, streams, pdf = _drawn(tree, order.depth, laid_out)
    fonts = {font.hash: font for font in laid_out.fonts.values()}
    objects = _Objects(pdf, laid_out, streams)
    part = DrawnPart(
        pages=tuple(
            _page(objects, page, marks, alone)
            for page, marks in zip(laid_out.pages, walk.pages, strict=True)
        ),
        objects=tuple(map(objects.drawn, objects.others)),
        resources=objects.entries(objects.resources),
        forms=tuple(objects.place(form) for form in forms),
        fonts=tuple(map(drawn_font, fonts.values())),
        remarks=tuple(dict.fromkeys(remarks)),
        asked=alone.asked,
        reads=fetcher.reads,
        opens=_kind(laid_out.pages[0]),
        closes=_kind(laid_out.pages[-1]),
        breaks=_breaks(tree, order.depth, alone) if order.depth else (),
    )
    return Drawing(part, tree, fonts, laid_out.metadata)


def _count(order: Order) -> DrawnPart:
    """The pages of a part, with what is on them, but nothing drawn."""
    tree = ElementTree.fromstring(order.page)  # noqa: S314 - our own tree, entities resolved
    with _laying_out(order, tree) as (alone, fetcher, _):
        laid_out = _laid_out(order, tree, fetcher)
    pages = (
        DrawnPage(b"", {}, _kind(page), {}, tuple(page.anchors), PageMarks(index))
        for index, page in enumerate(laid_out.pages)
    )
    return DrawnPart(tuple(pages), (), {}, (), (), asked=alone.asked, reads=fetcher.reads)


@contextmanager
def _laying_out(
    order: Order, tree: ElementTree.Element
) -> Iterator[tuple[Alone, OnlyTheBook, list[str]]]:
    """What a layout needs and leaves: pages elsewhere, files, and what WeasyPrint says of it."""
    use_only(order.styled.work)
    alone, fetcher = Alone(order.numbers or {}), OnlyTheBook(order.styled.files)
    # A whole book with an index is laid out again, with its pages joined.
    rounds = 2 if not order.depth and has_index(tree) else 1
    with ExitStack() as stack:
        stack.enter_context(collector_off())
        remarks = stack.enter_context(listening(fetcher))
        try:
            with ExitStack() as inner:
                inner.enter_context(time_limit(order.patience * rounds))
                inner.enter_context(memory_limit())
                inner.enter_context(lines_remembered())
                inner.enter_context(texts_split(both_directions=order.styled.both_directions))
                if order.depth:
                    inner.enter_context(laid_out_alone(alone))
                yield alone, fetcher, remarks
        except (PipelineError, OSError, MemoryError):
            raise
        except Exception as error:
            own_templates = len(order.styled.files.templates.folders) > 1
            raise stuck(error, own_templates=own_templates) from error


def _laid_out(order: Order, tree: ElementTree.Element, fetcher: OnlyTheBook) -> Any:
    options = options_for(order.styled.css)
    laid_out = ParsedHTML(tree, fetcher).render(**options)
    if not order.depth:
        says_pages = name_pages(tree, laid_out.pages)
        if join_pages(tree, laid_out.pages) or says_pages:
            laid_out = ParsedHTML(tree, fetcher).render(**options)
    return laid_out


def _roots(
    tree: ElementTree.Element, depth: int
) -> tuple[list[ElementTree.Element], list[ElementTree.Element]]:
    """The elements around the part, outermost first, and those of the part."""
    outside: list[ElementTree.Element] = []
    roots = [tree]
    for _ in range(depth):
        outside.append(roots[-1])
        roots = list(roots[-1])
    return outside, roots


def _drawn(
    tree: ElementTree.Element, depth: int, laid_out: Any
) -> tuple[Walk, list[Any], list[Any], pydyf.PDF]:
    """What was read of the pages, the streams of forms and of pages, and the file without fonts."""
    outside, roots = _roots(tree, depth)
    elements = (element for root in roots for element in root.iter())
    numbers = {element: number for number, element in enumerate(elements)}
    owned: dict[Any, int] = {element: around(place) for place, element in enumerate(outside)}
    skipped: set[int] = set()
    for root in roots:
        owned |= owners(root, numbers)
        skipped |= hidden(root, numbers)
    walk = Walk(owned, frozenset(skipped), numbers)
    walk.read(laid_out.pages)
    forms: list[Any] = []
    streams: list[Any] = []
    # PDF/A-2 has no files attached that are not PDF/A.
    laid_out.metadata.attachments = []
    with marking(walk, forms, streams), fonts_left_out():
        pdf = generate_pdf(laid_out, None, 1, **OPTIONS)
    return walk, forms, streams, pdf


def _kind(page: Any) -> str:
    return str(page._page_box.page_type.name)


def _breaks(tree: ElementTree.Element, depth: int, alone: Alone) -> tuple[bool, ...]:
    """Whether a new page begins at each element around the part, and at its first one."""
    outside, roots = _roots(tree, depth)
    return tuple(
        alone.context.style_for(element)["break_before"] in ("page", "always")
        for element in (*outside, roots[0])
    )


def _page(objects: "_Objects", page: Any, marks: PageMarks, alone: Alone) -> DrawnPage:
    index = marks.index
    kind = page._page_box.page_type
    strings = alone.context.string_set if alone.context else {}
    entries = objects.pages[index].items()
    return DrawnPage(
        content=content_of(objects.streams[index]),
        entries=objects.entries(
            {name: value for name, value in entries if name not in _OF_THE_FILE}
        ),
        kind=kind.name,
        strings={
            name: tuple(pages[index + 1]) for name, pages in strings.items() if index + 1 in pages
        },
        anchors=tuple(page.anchors),
        marks=marks,
    )


_OF_THE_FILE = ("Type", "Parent", "Contents", "Resources")
"""The entries of a page that depend on the file it is in."""


class _Objects:
    """The objects of a file that was drawn, without the pages, under numbers of their own."""

    def __init__(self, pdf: pydyf.PDF, laid_out: Any, streams: Sequence[Any]) -> None:
        self.streams = streams
        self.pages = [pdf.objects[number] for number in pdf.pages["Kids"][::3]]
        self.resources = pdf.objects[number_in(self.pages[0]["Resources"])]
        shared = {
            number_in(laid_out.color_profiles["srgb"].pdf_reference): PROFILE,
            number_in(self.resources["ColorSpace"]): COLOURS,
            number_in(self.resources["Font"]): FONTS,
            self.resources.number: RESOURCES,
        }
        known = {*shared, 0, pdf.pages.number, pdf.catalog.number}
        known |= {one.number for one in (*self.pages, *streams)}
        self.others = [one for one in pdf.objects if one.number not in known]
        own = {one.number: FIRST + place for place, one in enumerate(self.others)}
        self._numbers = shared | own
        self._objects = pdf.objects

    def place(self, stream: Any) -> int:
        """The place of a form's stream among the others; -1 if nothing uses it."""
        is_there = stream.number is not None and stream.number in self._numbers
        return self._numbers[stream.number] - FIRST if is_there else -1

    def entries(self, dictionary: dict[str, Any]) -> dict[str, bytes]:
        """The entries of a dictionary, which refer to objects by the part's numbers."""
        return {key: renumbered(code_of(value), self._numbers) for key, value in dictionary.items()}

    def drawn(self, one: Any) -> DrawnObject:
        """An object as data."""
        if isinstance(one, pydyf.Stream):
            entries, content = self.entries(one.extra), content_of(one)
            image = self._name_of(one) if entries.get("Subtype") == b"/Image" else ""
            return DrawnObject(b"", entries, content, one.compress, image)
        if isinstance(one, dict):
            return DrawnObject(entries=self.entries(one))
        return DrawnObject(renumbered(one.data, self._numbers))

    def _name_of(self, image: Any) -> str:
        """A digest of all that an image shows, with its mask."""
        digest = sha256()
        mask = image.extra.get("SMask")
        for one in (image, *((self._objects[number_in(mask)],) if mask else ())):
            entries = {name: value for name, value in one.extra.items() if name != "SMask"}
            digest.update(repr(sorted(self.entries(entries).items())).encode())
            digest.update(content_of(one))
        return digest.hexdigest()


def drawn_font(font: Any) -> DrawnFont:
    """The font's face, and what was drawn with it."""
    digest = sha256(b"%d " % font.index + font.file_content).hexdigest()
    face = Face(font.hash, font.family, font.style, font.weight, font.font_size, digest)
    return DrawnFont(face, dict(font.to_unicode), dict(font.widths), dict(font.missing))
