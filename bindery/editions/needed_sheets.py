"""Which style sheets a book needs: some are only for what few books have.

A book without such blocks keeps its bytes, whatever is added for others.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from bindery.document.callouts import has_boxes
from bindery.document.model import Element
from bindery.vocabulary.editions import CALLOUTS_IN_PRINT, CALLOUTS_ON_SCREEN, FOR_SOME_BOOKS

_NOT_SELECTORS = re.compile(r"/\*.*?\*/|\{[^{}]*\}", re.DOTALL)
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_TAGS = frozenset({"dfn", "kbd", "mark", "tfoot"})
_BLOCKS = frozenset({"blockquote", "div", "dl", "figure", "ol", "p", "pre", "table", "ul"})


def needed_sheets(
    sheets: Iterable[str], text_of: Callable[[str], str], trees: Iterable[Element]
) -> Iterator[str]:
    """Those of ``sheets`` that style something in ``trees``, or that every book has."""
    shown = list(trees)
    classes, tags, blocks_in_cells = _found_in(shown)
    for sheet in sheets:
        if sheet in (CALLOUTS_IN_PRINT, CALLOUTS_ON_SCREEN):
            if any(map(has_boxes, shown)):
                yield sheet
        elif sheet not in FOR_SOME_BOOKS:
            yield sheet
        else:
            selectors = _NOT_SELECTORS.sub(" ", text_of(sheet))
            named = classes.intersection(_CLASS.findall(selectors))
            tagged = {tag for tag in tags if re.search(rf"\b{tag}\b", selectors)}
            in_cells = blocks_in_cells and re.search(r"\btd\b", selectors)
            if named or tagged or in_cells:
                yield sheet


def _found_in(trees: Iterable[Element]) -> tuple[set[str], set[str], bool]:
    """The classes and the rarer tags in ``trees``, and whether a cell has blocks in it."""
    classes: set[str] = set()
    tags: set[str] = set()
    blocks_in_cells = False
    for tree in trees:
        for element in tree.iter():
            if written := element.get("class"):
                classes.update(written.split())
            tag = str(element.tag)
            if tag in _TAGS:
                tags.add(tag)
            elif tag in ("td", "th"):
                blocks_in_cells |= any(child.tag in _BLOCKS for child in element)
            elif tag == "figure":
                parent = element.getparent()
                if parent is not None and parent.tag == "figure":
                    classes.add("listing")
    return classes, tags, blocks_in_cells
