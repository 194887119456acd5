"""Read blocks that only lay out what is in them: columns, tabs, margins, and other formats."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.source.attributes import Attributes
from bindery.manuscript.source.carried_tables import carried_tables

_LAYOUT = frozenset(
    {"columns", "column", "panel-tabset", "column-margin", "aside", "panel-fill", "panel-center"}
    | {"column-body", "column-page", "column-screen", "column-body-outset", "column-page-inset"}
    | {"panel-sidebar", "panel-input", "incremental", "nonincremental", "fragment", "grid"}
    | {"content-visible", "content-hidden", "cell", "cell-output", "cell-output-display"}
    | {"center", "small", "large", "landscape", "hidden"}
)
_SHOWN = frozenset({"html", "epub", "pdf", "latex", "typst", "revealjs"})
_READ = frozenset({"html", "epub"})
SIGN = re.compile(
    rf"^(?:[^\n:]|:(?!::))*+:{{3,}}[^\n]*\b(?:{'|'.join(sorted(_LAYOUT))})\b", re.MULTILINE
)


def layout_divs(page: Page) -> Iterator[Edit]:
    """The first and the last line of each such block, which are left out."""
    cells = carried_tables(page.tokens).cells
    for index, token in enumerate(page.tokens):
        if token.type != "div_open" or token.map is None or not token.meta["closed"]:
            continue
        if index in cells:
            continue
        said: Attributes = token.meta["attributes"]
        layout = [name for name in said.classes if name in _LAYOUT]
        if not layout or len(layout) < len(said.classes):
            continue
        start = page.begins(token)
        end = page.starts[token.map[0] + 1] - 1
        closing = page.starts[token.map[1]]
        closing_end = page.starts[token.map[1] + 1] - 1
        about = " ".join(f".{name}" for name in layout)
        if _is_for_another_format(said):
            tells = (page.mark("raw-block-is-read", start, "format", about),)
            yield Edit(start, closing_end, (), page.text[start:closing_end], tells)
            continue
        name = f"[]{{#{said.name}}}" if said.name else ""
        tells = (page.mark("left-out", start, "layout", about),)
        yield Edit(start, end, (name,), page.text[start:end], tells)
        first = (
            closing
            + len(page.text[closing:closing_end])
            - len(page.text[closing:closing_end].lstrip(" \t>"))
        )
        yield Edit(first, closing_end, ())


def _is_for_another_format(said: Attributes) -> bool:
    wanted, unwanted = said.get("when-format") or "", said.get("unless-format") or ""
    if "content-visible" in said.classes:
        return (bool(wanted) and wanted not in _READ) or unwanted in _READ
    if "content-hidden" in said.classes:
        return wanted in _READ or (bool(unwanted) and unwanted not in _READ)
    return False


LAYOUT_DIVS = Reader(SIGN, layout_divs)
