"""Every colour paired with the colour behind it, and which of the two to change if they are alike.

A pair is blamed on the colour that fails in the larger share of its pairs: a pale grey fails on
every ground, the white behind it only with that grey.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coloraide import Color

from bindery.rules.cascade.colours import contrast, over
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import Seen, View
from bindery.vocabulary.text import Text

TEXT, LARGE_TEXT, NOT_TEXT = 4.5, 3.0, 3.0
"""The contrast ratios that WCAG 2.2 requires (1.4.3 and 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """``ink`` on ``ground`` in the box named ``box``, on a page in one view.

    ``ratio`` is ``None`` if the colour behind cannot be determined.
    """

    box: str
    page: Text
    view: View
    ink: Seen
    ground: Seen
    ratio: float | None
    need: float

    @property
    def fails(self) -> bool:
        """Whether the contrast is too low."""
        return self.ratio is not None and self.ratio < self.need


@dataclass(frozen=True, slots=True)
class Blamed:
    """The pairs that fail because of one declaration, the lowest contrast first."""

    declared: Declared
    pairs: tuple[Pair, ...]

    @property
    def is_ground(self) -> bool:
        """Whether the declaration sets the ground, not the ink."""
        return self.pairs[0].ink.origin is not self.declared


@lru_cache(maxsize=64)
def texts_on(page: Page) -> tuple[Pair, ...]:
    """Every text of ``page``, paired with its ground."""
    return tuple(_text_pairs(page))


def _text_pairs(page: Page) -> Iterator[Pair]:
    """Every text of a page with its ground, both normally and when pointed at or focused."""
    for view, boxes in page.seen:
        known: set[Hashable] = set()
        for box in boxes:
            if box.has_text and view.is_shown(box) and _has_colours(view, box):
                need = LARGE_TEXT if view.is_large(box) else TEXT
                ink, ground = view.ink(box), view.ground(box)
                if is_new(known, (ink.origin, ground.origin, need, view.fading(box))):
                    yield pair_of(page, view, box, ink=ink, ground=ground, need=need)


def is_new(known: set[Hashable], key: Hashable) -> bool:
    """Add ``key`` to ``known``, and return whether it was missing there."""
    return key not in known and not known.add(key)  # type: ignore[func-returns-value]


def pair_of(page: Page, view: View, box: Box, *, ink: Seen, ground: Seen, need: float) -> Pair:
    """``ink`` on ``ground``, with their contrast as drawn in ``box``."""
    ratio = None
    if ink.colour is not None and ground.colour is not None:
        behind = view.seen(ground.colour, box)
        ratio = contrast(view.seen(over(ink.colour, ground.colour), box), behind)
    return Pair(name_of(box), page.kind.name, view, ink, ground, ratio, need)


def blamed(pairs: Sequence[Pair]) -> Iterator[Blamed]:
    """Group the failing pairs by the declaration to fix."""
    tried: dict[Declared, list[int]] = defaultdict(lambda: [0, 0])
    for pair in pairs:
        for origin in (pair.ink.origin, pair.ground.origin):
            tried[origin][0] += pair.fails
            tried[origin][1] += 1
    found: dict[Declared, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.fails:
            ink, ground = pair.ink.origin, pair.ground.origin

            def weight(origin: Declared, ink: Declared = ink) -> tuple[object, ...]:
                failing, all_of_it = tried[origin]
                ours = bool(origin.location.path.removeprefix("templates/"))
                return ours, origin.own, failing / all_of_it, origin is ink

            found[max((ink, ground), key=weight)].append(pair)
    for declared, those in found.items():
        worst_first = sorted(those, key=lambda pair: (pair.ratio or 0) / pair.need)
        yield Blamed(declared, tuple(worst_first))


def strong_enough(pair: Pair, *, ground: bool) -> str:
    """The nearest colour with enough contrast to replace the one to fix: ``#`` and six digits."""
    fixed, changed = (pair.ink, pair.ground) if ground else (pair.ground, pair.ink)
    assert fixed.colour is not None
    assert changed.colour is not None
    start, beside = over(changed.colour, fixed.colour), fixed.colour
    for end in sorted(("#000000", "#ffffff"), key=lambda one: -contrast(Color(one), beside)):
        for step in range(1, 51):
            tried = start.mix(end, step / 50, space="srgb").fit("srgb")
            tried = Color(tried.to_string(hex=True))
            if contrast(tried, beside) >= pair.need + 0.05:
                return str(tried.to_string(hex=True))
    return "#000000"


def name_of(box: Box) -> str:
    """A name for a box, written like a selector."""
    classes = "".join(f".{name}" for name in (box.element.get("class") or "").split())
    around = ""
    if not classes and box.parent is not None:
        known = [one for one in box.parent.ancestors if one.element.get("class")]
        around = f".{(known[0].element.get('class') or '').split()[0]} " if known else ""
        if box.tag in ("top-left", "bottom-right") or "-" in box.tag:
            return f"@{box.tag}"
    pseudo = f"::{box.pseudo}" if box.pseudo else ""
    return f"{around}{box.tag}{classes}{pseudo}"


def _has_colours(view: View, box: Box) -> bool:
    """Whether ``box`` is an element, or a pseudo-element with colours of its own."""
    if not box.pseudo:
        return True
    won = view.cascade.won(box)
    return any(name in won for name in ("color", "background-color", "background-image"))
