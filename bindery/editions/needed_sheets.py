"""Which style sheets a book needs: some are only for what few books have.

A book without such blocks keeps its bytes, whatever is added for others.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from bindery.document.callouts import has_boxes
from bindery.document.model import Element
from bindery.vocabulary.editions import CALLOUTS_IN_PRINT, CALLOUTS_ON_SCREEN, FOR_SOME_BOOKS

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SELECTORS = re.compile(r"([^{};]*)\{")
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_TAG = re.compile(r"(?<![\w.#-])([a-z]+)\b")
_IN_CELLS = re.compile(r"\bt[dh] >")
BLOCKS_IN_CELLS = "td >"
_TAGS = frozenset({"dfn", "kbd", "mark", "tfoot"})
_BLOCKS = frozenset({"blockquote", "div", "dl", "figure", "ol", "p", "pre", "table", "ul"})


def needed_sheets(
    sheets: Iterable[str],
    text_of: Callable[[str], str],
    trees: Iterable[Element],
    also: Iterable[str] = (),
) -> Iterator[str]:
    """Those of ``sheets`` that style something in ``trees``, or that every book has.

    ``also`` are classes that the edition's template writes besides.
    """
    shown = list(trees)
    found = {*also, *_found_in(shown)}
    for sheet in sheets:
        if sheet in (CALLOUTS_IN_PRINT, CALLOUTS_ON_SCREEN):
            if any(map(has_boxes, shown)):
                yield sheet
        elif sheet not in FOR_SOME_BOOKS or any(
            wanted and wanted <= found for wanted in _wanted_by(text_of(sheet))
        ):
            yield sheet


@lru_cache(maxsize=64)
def _wanted_by(sheet: str) -> tuple[frozenset[str], ...]:
    """The classes and rarer tags that each selector of ``sheet`` asks for."""
    return tuple(
        frozenset({*_CLASS.findall(selector), *_tags_in(selector)})
        for found in _SELECTORS.finditer(_COMMENT.sub(" ", sheet))
        for selector in found[1].split(",")
    )


def _tags_in(selector: str) -> set[str]:
    in_cells = {BLOCKS_IN_CELLS} if _IN_CELLS.search(selector) else set()
    return {*_TAGS.intersection(_TAG.findall(selector)), *in_cells}


def _found_in(trees: Iterable[Element]) -> set[str]:
    """The classes and the rarer tags in ``trees``, and whether a cell has blocks in it."""
    found: set[str] = set()
    for tree in trees:
        for element in tree.iter():
            if written := element.get("class"):
                found.update(written.split())
            tag = str(element.tag)
            if tag in _TAGS:
                found.add(tag)
            elif tag in ("td", "th") and any(child.tag in _BLOCKS for child in element):
                found.add(BLOCKS_IN_CELLS)
    return found
