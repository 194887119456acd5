"""Lines, links and targets: what besides text must be visible or large enough to press."""

import math
from collections.abc import Hashable, Iterator
from itertools import chain

from bindery.rules.cascade.pairs import NOT_TEXT, Pair, is_new, pair_of
from bindery.rules.cascade.shorthands import SIDES
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import Seen, View
from bindery.rules.styles._by_page import by_page

_CONTROLS = frozenset({"button", "input", "select", "textarea", "summary"})
_INLINE = frozenset({"", "inline", "contents"})
_MEDIUM = 3.0
_SAME = 1.02


@by_page
def line_pairs(page: Page) -> Iterator[Pair]:
    """Every border with the ground that it contrasts most with, in every mode.

    A border is visible if it contrasts with the ground on one of its sides.
    """
    return (
        max(_sides(page, view, box, line), key=lambda pair: pair.ratio or math.inf)
        for view in page.coloured
        for box, line in _new_borders(page, view)
    )


def _sides(page: Page, view: View, box: Box, line: Seen) -> Iterator[Pair]:
    for side in (box.parent or box, box):
        yield pair_of(page, view, box, ink=line, ground=view.ground(side), need=NOT_TEXT)


def _new_borders(page: Page, view: View) -> Iterator[tuple[Box, Seen]]:
    known: set[Hashable] = set()
    for box in page.tree.boxes:
        if box.parent is not None and not box.pseudo and view.is_shown(box):
            grounds = (view.ground(box.parent).origin, view.ground(box).origin)
            for line in _borders(view, box):
                if is_new(known, (line.origin, grounds, view.fading(box))):
                    yield box, line


def _borders(view: View, box: Box) -> Iterator[Seen]:
    for side in SIDES:
        if is_drawn(view, box, f"border-{side}"):
            seen = view.colour(box, f"border-{side}-color")
            if seen.colour is None or seen.colour.alpha() > 0:
                yield seen


def is_drawn(view: View, box: Box, line: str) -> bool:
    """Whether a border or an outline (``outline``, ``border-top``) has any width."""
    # Said of few boxes: to look for it in the others would take longer than all the rest here.
    if f"{line}-style" not in view.cascade.won(box):
        return False
    if view.word(box, f"{line}-style") in ("", "none", "hidden"):
        return False
    width = view.length(box, f"{line}-width")
    return (_MEDIUM if width is None else width) > 0


def is_focusable(box: Box) -> bool:
    """Whether the keyboard can focus it."""
    if box.pseudo or box.element.get("disabled") is not None:
        return False
    order = box.element.get("tabindex")
    if order is not None:
        return not order.startswith("-")
    return box.tag in _CONTROLS or (box.tag == "a" and box.element.get("href") is not None)


@by_page
def focusable(page: Page) -> Iterator[tuple[Page, View, View, Box]]:
    """Each element that the keyboard can focus, in the same mode without and with focus."""
    still = [view for view in page.coloured if not view.mode.paper]
    for before, view in zip(still, page.focused, strict=True):
        for box in page.tree.boxes:
            if is_focusable(box) and view.is_shown(box):
                yield page, before, view, box


def ring_pairs(styles: Styles) -> Iterator[Pair]:
    """Every ring round what has the focus of the keyboard, with the ground around it."""
    known: set[Hashable] = set()
    for page, _, view, box in focusable(styles):
        if is_drawn(view, box, "outline") and view.word(box, "outline-style") != "auto":
            ring, ground = view.colour(box, "outline-color"), view.ground(box.parent or box)
            if is_new(known, (page.kind.name, view, ring.origin, ground.origin)):
                yield pair_of(page, view, box, ink=ring, ground=ground, need=NOT_TEXT)


def brand_pairs(styles: Styles) -> Iterator[Pair]:
    """Every text, line and ring with a colour of the brand, and what it stands on.

    A line in exactly the colour of its ground is not drawn.
    """
    lines = (pair for pair in line_pairs(styles) if pair.ratio is None or pair.ratio > _SAME)
    every = chain(styles.texts, lines, ring_pairs(styles))
    return (pair for pair in every if styles.is_of_brand(pair))


@by_page
def links_in_text(page: Page) -> Iterator[tuple[Page, View, Box]]:
    """Each link with words around it, in every mode."""
    for view in page.coloured:
        for box in page.tree.boxes:
            if _is_in_text(box) and view.is_shown(box):
                yield page, view, box


@by_page
def targets(page: Page) -> Iterator[tuple[Page, View, Box]]:
    """Each target that is a block of its own; links in running text are as high as its lines."""
    for view in page.views:
        if view.mode.paper:
            continue
        for box in page.tree.boxes:
            if (
                is_focusable(box)
                and (box.tag == "a" or box.tag in _CONTROLS)
                and not _is_in_text(box)
                and view.word(box, "display") not in _INLINE
                and view.is_shown(box)
            ):
                yield page, view, box


def _is_in_text(box: Box) -> bool:
    parent = box.parent
    return (
        box.tag == "a"
        and not box.pseudo
        and box.element.get("href") is not None
        and parent is not None
        and parent.tag not in ("main", "body", "nav", "div", "section")
        and parent.has_text
    )
