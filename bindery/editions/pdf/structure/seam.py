"""The functions of WeasyPrint that are replaced: what a new version of it may break."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import weasyprint
from weasyprint import document as weasyprint_document
from weasyprint import pdf as weasyprint_pdf
from weasyprint import svg as weasyprint_svg
from weasyprint.layout import inline, preferred

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
def marking(walk: Walk, forms: list[Any]) -> Iterator[None]:
    """While drawing, mark each page's content by ``walk``, and leave out links and bookmarks.

    The form XObjects' streams are added to ``forms``, in the order of their numbers from 1.
    """
    pages = iter(range(len(walk.pages)))

    def page_stream(*args: Any, **kwargs: Any) -> MarkedStream:
        return MarkedStream(walk, next(pages), forms, *args, **kwargs)

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
