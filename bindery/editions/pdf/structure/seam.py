"""Where WeasyPrint is told to do otherwise. All that a new version of it can move is here."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import weasyprint
from weasyprint import pdf as weasyprint_pdf
from weasyprint.layout import inline

from bindery.editions.pdf.structure.marked_content import MarkedStream
from bindery.editions.pdf.structure.walk import Walk

VERSION = "70.0"

SEAM: tuple[tuple[Any, str, tuple[str, ...]], ...] = (
    (
        inline,
        "split_text_box",
        ("context", "box", "available_width", "skip", "is_line_start"),
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
"""Every name of WeasyPrint's that is replaced: its module, itself and its parameters."""


def moved() -> Iterator[str]:
    """What has changed in WeasyPrint since the seam was made, each in a sentence."""
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
    """Let ``module`` have ``ours`` under ``name`` for a while."""
    theirs = getattr(module, name)
    setattr(module, name, ours)
    try:
        yield
    finally:
        setattr(module, name, theirs)


@contextmanager
def lines_remembered() -> Iterator[None]:
    """While laying out, give each text box the author's text it is a line of."""
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
def marking(walk: Walk, forms: list[Any]) -> Iterator[None]:
    """While drawing, mark each page's content as ``walk`` knows it; leave links and bookmarks out.

    ``forms`` fills with the form XObjects' streams, in the order of their numbers from 1.
    """
    pages = iter(range(len(walk.pages)))

    def page_stream(*args: Any, **kwargs: Any) -> MarkedStream:
        return MarkedStream(walk, next(pages), forms, *args, **kwargs)

    nothing: Callable[..., None] = lambda *_args, **_kwargs: None  # noqa: E731
    with ExitStack() as replaced:
        for name, ours in (
            ("Stream", page_stream),
            ("add_links", nothing),
            ("add_outlines", nothing),
        ):
            replaced.enter_context(_replaced(weasyprint_pdf, name, ours))
        yield
