"""The functions of WeasyPrint that are replaced: what a new version of it may break."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

import pydyf
import weasyprint
from weasyprint import document as weasyprint_document
from weasyprint import layout as weasyprint_layout
from weasyprint import pdf as weasyprint_pdf
from weasyprint import svg as weasyprint_svg
from weasyprint.css.targets import TargetCollector, TargetLookupItem
from weasyprint.layout import inline, preferred
from weasyprint.pdf.fonts import Font

from bindery.editions.pdf.structure import bidi
from bindery.editions.pdf.structure.address_breaks import OfAnAddress, split_addresses
from bindery.editions.pdf.structure.marked_content import MarkedStream
from bindery.editions.pdf.structure.paints import gradient_box, line_width, pattern_matrix
from bindery.editions.pdf.structure.walk import Walk

VERSION = "70.0"

SEAM: tuple[tuple[Any, str, tuple[str, ...]], ...] = (
    (
        inline,
        "split_text_box",
        ("context", "box", "available_width", "skip", "is_line_start"),
    ),
    (preferred, "can_break_text", ("text", "lang")),
    (inline, "remove_last_whitespace", ("context", "line")),
    (
        weasyprint_document,
        "build_formatting_structure",
        (
            "element_tree",
            "style_for",
            "get_image_from_uri",
            "base_url",
            "target_collector",
            "counter_style",
            "footnotes",
        ),
    ),
    *(
        (weasyprint_svg, f"draw_{paint}", ("svg", "node", paint, "font_size", "opacity", "stroke"))
        for paint in ("gradient", "pattern")
    ),
    (weasyprint_layout, "make_margin_boxes", ("context", "page", "state")),
    (weasyprint_document, "TargetCollector", ()),
    (weasyprint_pdf, "resolve_links", ("pages",)),
    (
        weasyprint_pdf,
        "build_fonts_dictionary",
        ("pdf", "fonts", "compress", "subset", "options"),
    ),
    (Font, "get_unused_glyph_id", ("self", "codepoint")),
    (weasyprint_pdf, "add_links", ("links_and_anchors", "matrix", "pdf", "page", "names", "tags")),
    (weasyprint_pdf, "add_outlines", ("pdf", "bookmarks", "parent")),
    (
        weasyprint_pdf,
        "Stream",
        (
            "fonts",
            "page_rectangle",
            "resources",
            "images",
            "tags",
            "color_profiles",
            "output_intent",
            "args",
            "kwargs",
        ),
    ),
)
"""Every name of WeasyPrint that is replaced: its module, the name and its parameters."""


def moved() -> Iterator[str]:
    """What has changed in WeasyPrint since these replacements were written, a sentence for each."""
    if weasyprint.__version__ != VERSION:
        yield f"WeasyPrint is {weasyprint.__version__}; the seam was made for {VERSION}."
    for module, name, parameters in SEAM:
        known = getattr(module, name, None)
        if known is None:
            yield f"{module.__name__}.{name} is gone."
        elif (now := tuple(inspect.signature(known).parameters)) != parameters:
            yield f"{module.__name__}.{name} takes {now}, and took {parameters}."


@contextmanager
def _replaced(module: Any, name: str, ours: Callable[..., Any]) -> Iterator[None]:
    """Replace ``name`` in ``module`` by ``ours`` within the context."""
    theirs = getattr(module, name)
    setattr(module, name, ours)
    try:
        yield
    finally:
        setattr(module, name, theirs)


@contextmanager
def lines_remembered() -> Iterator[None]:
    """During layout, store in each text box the author's text that it is a line of."""
    split = inline.split_text_box

    def remembering(
        context: Any, box: Any, available_width: Any, skip: int | None, is_line_start: bool = True
    ) -> Any:
        line, resume, preserved = split(context, box, available_width, skip, is_line_start)
        if line is not None and available_width is not None:
            line.authored = (box.text, skip or 0, resume)
        return line, resume, preserved

    with _replaced(inline, "split_text_box", remembering):
        yield


@contextmanager
def texts_split(*, both_directions: bool) -> Iterator[None]:
    """During layout, break addresses after their signs, and see words where their readers do.

    The latter is only for a book that has text of ``both_directions``.
    """
    build, end_line = weasyprint_document.build_formatting_structure, inline.remove_last_whitespace
    breaks = preferred.can_break_text

    def split(*args: Any) -> Any:
        root = build(*args)
        split_addresses(root)
        if both_directions:
            bidi.split_levels(root)
        return root

    def may_break(text: str, lang: Any) -> Any:
        return isinstance(lang, OfAnAddress) or breaks(text, lang)

    def placed(context: Any, line: Any) -> None:
        end_line(context, line)
        bidi.place(line)

    with ExitStack() as replaced:
        enter = replaced.enter_context
        enter(_replaced(weasyprint_document, "build_formatting_structure", split))
        enter(_replaced(preferred, "can_break_text", may_break))
        if both_directions:
            enter(_replaced(inline, "remove_last_whitespace", placed))
        yield


class Alone:
    """What a part of a book needs from the rest while it is laid out alone.

    ``numbers`` are the page numbers of the targets in the book that it names. Afterwards ``asked``
    has those that were printed, and ``context`` is WeasyPrint's of the layout.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers
        self.asked: dict[str, int] = {}
        self.context: Any = None


class _KnownTargets(TargetCollector):  # type: ignore[misc]
    """Targets whose pages are known, wherever in the book they are."""

    def __init__(self, alone: Alone) -> None:
        super().__init__()
        self._alone = alone

    def lookup_target(self, token: Any, source: Any, css_token: str, again: Any) -> Any:
        """The target with its page number; with none, if it is not known yet."""
        kind, value = token
        if kind == "attr()":
            value = source.element.get(value[0], "")
        elif kind == "url":
            value = f"#{value[1]}"
        name = value.removeprefix("#")
        number = self._alone.numbers.get(name, 0)
        self._alone.asked[name] = number
        item = TargetLookupItem("up-to-date")
        item.target_box = _Counted({"page": [number]})
        return item

    def cache_target_page_counters(self, *_: Any) -> None:
        """Nothing: the numbers are known."""


class _Counted:
    """A target, of which only the numbers are known."""

    def __init__(self, numbers: dict[str, list[int]]) -> None:
        self.cached_counter_values = numbers


@contextmanager
def laid_out_alone(alone: Alone) -> Iterator[None]:
    """During layout, take page numbers from ``alone``, and leave out the boxes in the margins."""

    def without_boxes(context: Any, _page: Any, _state: Any) -> tuple[()]:
        alone.context = context
        return ()

    with (
        _replaced(weasyprint_document, "TargetCollector", lambda: _KnownTargets(alone)),
        _replaced(weasyprint_layout, "make_margin_boxes", without_boxes),
        # It complains about links to other parts.
        _replaced(weasyprint_pdf, "resolve_links", lambda pages: (([], []) for _ in pages)),
    ):
        yield


_MOST_GLYPHS = 2**16


@contextmanager
def fonts_left_out() -> Iterator[None]:
    """While drawing, number letters that no typeface has by their codes, and write no fonts yet.

    WeasyPrint 70 numbers them in the order in which they occur, which two parts do not share.
    """

    def number(font: Any, code: int) -> int:
        rest = _MOST_GLYPHS - font.glyph_count
        font.missing.setdefault(code, font.glyph_count + code % rest)
        return int(font.missing[code])

    with (
        _replaced(weasyprint_pdf, "build_fonts_dictionary", lambda *_: pydyf.Dictionary()),
        _replaced(Font, "get_unused_glyph_id", number),
    ):
        yield


@contextmanager
def paints() -> Iterator[None]:
    """While drawing, place gradients and patterns in drawings where SVG says that they are."""
    gradient, pattern = weasyprint_svg.draw_gradient, weasyprint_svg.draw_pattern

    def our_gradient(drawing: Any, node: Any, paint: Any, *args: Any, **kwargs: Any) -> Any:
        box = gradient_box(drawing, node, paint, *args, **kwargs)
        with drawing.stream.painting(box=box):
            drawn = gradient(drawing, node, paint, *args, **kwargs)
        line_width(drawing, node, *args, **kwargs)
        return drawn

    def our_pattern(drawing: Any, node: Any, paint: Any, *args: Any, **kwargs: Any) -> Any:
        matrix = pattern_matrix(drawing, node, paint, *args, **kwargs)
        with drawing.stream.painting(matrix=matrix):
            drawn = pattern(drawing, node, paint, *args, **kwargs)
        line_width(drawing, node, *args, **kwargs)
        return drawn

    with ExitStack() as replaced:
        for name, ours in (("draw_gradient", our_gradient), ("draw_pattern", our_pattern)):
            replaced.enter_context(_replaced(weasyprint_svg, name, ours))
        yield


@contextmanager
def marking(walk: Walk, forms: list[Any], streams: list[Any]) -> Iterator[None]:
    """While drawing, mark each page's content by ``walk``, and leave out links and bookmarks.

    The form XObjects' streams are added to ``forms``, in the order of their numbers from 1, and
    those of the pages to ``streams``.
    """
    pages = iter(range(len(walk.pages)))

    def page_stream(*args: Any, **kwargs: Any) -> MarkedStream:
        stream = MarkedStream(walk, next(pages), forms, *args, **kwargs)
        streams.append(stream)
        return stream

    nothing: Callable[..., None] = lambda *_args, **_kwargs: None  # noqa: E731
    with ExitStack() as replaced:
        replaced.enter_context(paints())
        for name, ours in (
            ("Stream", page_stream),
            ("add_links", nothing),
            ("add_outlines", nothing),
        ):
            replaced.enter_context(_replaced(weasyprint_pdf, name, ours))
        yield
