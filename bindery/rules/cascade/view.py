"""How the boxes of a page look: their letters, their colours, and the grounds behind these."""

from dataclasses import dataclass
from functools import cached_property

from coloraide import Color

from bindery.rules.cascade.cascade import Cascade, keyword
from bindery.rules.cascade.colours import TRANSPARENT, colour_of, over
from bindery.rules.cascade.lengths import READERS_OWN, Measures, length_of
from bindery.rules.cascade.media import Mode
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.shorthands import WIDE, Values
from bindery.rules.cascade.specimens import MARGIN_BOXES
from bindery.rules.cascade.tree import Box, Tree

_KEYWORDS = {
    "xx-small": 9.6, "x-small": 12.0, "small": 13.33, "medium": 16.0, "large": 19.2,
    "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip
_STEPS = {"smaller": 1 / 1.2, "larger": 1.2}
_LARGE, _LARGE_AND_BOLD = 24.0, 14 * 4 / 3
_NO_PICTURE = WIDE | {"none", "normal"}
_BLENDS = ("mix-blend-mode", "background-blend-mode", "filter", "backdrop-filter")


@dataclass(frozen=True, slots=True)
class Seen:
    """A colour (``None`` if it cannot be determined), and the declaration that sets it."""

    colour: Color | None
    origin: Declared


class View:
    """A page in one mode and one state, with computed values for each box."""

    def __init__(self, tree: Tree, mode: Mode, states: frozenset[str] = frozenset()) -> None:
        self.cascade = Cascade(tree, mode, states)
        self.mode = mode
        self.tree = tree
        self._sizes: dict[Box, float] = {}
        self._inks: dict[Box, Seen] = {}
        self._grounds: dict[Box, Seen] = {}
        self._shown: dict[Box, bool] = {}
        self._fading: dict[Box, Box | None] = {}
        self._sized: dict[tuple[float, float | None, float], Measures] = {}

    @cached_property
    def _scheme(self) -> frozenset[str]:
        """The colour schemes named in the page's head."""
        named = self.tree.root.find(".//meta[@name='color-scheme']")
        return frozenset("" if named is None else (named.get("content") or "").split())

    @cached_property
    def _paper(self) -> Seen:
        root = self.tree.boxes[0]
        paper = Color("#121212" if self._is_dark(root) else "#ffffff")
        return Seen(paper, _ink_of_browser(self, root).origin)

    def word(self, box: Box, name: str) -> str:
        """The keyword of the property ``name`` for ``box``, or an empty string."""
        return keyword(self.cascade.value(box, name))

    def origin(self, box: Box, name: str) -> Declared | None:
        """The declaration that sets the value of ``name``."""
        value = self.cascade.value(box, name)
        return value[0][1] if value else None

    def is_shown(self, box: Box) -> bool:
        """Whether anything of ``box`` is drawn."""
        if (shown := self._shown.get(box)) is not None:
            return shown
        won = self.cascade.won(box)
        hidden = keyword(won.get("display", ())) == "none"
        hidden |= keyword(won.get("visibility", ())) in ("hidden", "collapse")
        if box.pseudo in ("before", "after") or box.tag in MARGIN_BOXES:
            hidden |= keyword(won.get("content", ())) in ("none", "normal")
            hidden |= "content" not in won
        above = box.parent is None or self.is_shown(box.parent)
        self._shown[box] = above and not hidden
        return self._shown[box]

    def size(self, box: Box) -> float:
        """The size of its letters in CSS pixels, if the reader has not chosen another."""
        if box not in self._sizes:
            around = READERS_OWN if box.parent is None else self.size(box.parent)
            value = self.cascade.won(box).get("font-size")
            size = around
            if value is not None:
                word = keyword(value)
                size = _KEYWORDS.get(word) or around * _STEPS.get(word, 1.0)
                if not word:
                    by = self._measures(around, around)
                    size = length_of([node for node, _ in value], by) or around
            self._sizes[box] = size
        return self._sizes[box]

    def size_said(self, box: Box) -> Declared | None:
        """The declaration nearest to ``box`` that sets the size of its letters."""
        found = (self.cascade.won(at).get("font-size") for at in box.ancestors)
        return next((value[0][1] for value in found if value), None)

    def length(self, box: Box, name: str) -> float | None:
        """A length of ``box`` in CSS pixels, or ``None`` if it cannot be computed."""
        value = self.cascade.value(box, name)
        by = self._measures(self.size(box), None)
        return length_of([node for node, _ in value], by) if value else None

    def line_height(self, box: Box) -> float | None:
        """The height of its lines as a multiple of its letters' size, if a style sets it."""
        for at in box.ancestors:
            value = self.cascade.won(at).get("line-height")
            if value is None:
                continue
            node = value[0][0]
            if node.type == "number":
                return float(node.value)
            measured = length_of([node], self._measures(self.size(at), self.size(at)))
            return None if measured is None else measured / self.size(box)
        return None

    def is_bold(self, box: Box) -> bool:
        """Whether its letters are bold."""
        value = self.cascade.value(box, "font-weight")
        if value and value[0][0].type == "number":
            return bool(value[0][0].value >= 600)
        return keyword(value) in ("bold", "bolder")

    def is_large(self, box: Box) -> bool:
        """Whether its text is large scale (WCAG 2.2): 18 points, or 14 and bold."""
        return self.size(box) >= (_LARGE_AND_BOLD if self.is_bold(box) else _LARGE) - 0.01

    def ink(self, box: Box) -> Seen:
        """The colour of its text, as declared."""
        if box not in self._inks:
            value = self.cascade.won(box).get("color")
            word = keyword(value or ())
            above = box.parent and self.ink(box.parent)
            if above and (not value or word in ("inherit", "unset", "currentcolor")):
                self._inks[box] = above
            elif not value or word in ("initial", "revert", "revert-layer", "inherit"):
                self._inks[box] = _ink_of_browser(self, box)
            else:
                ink = above.colour if above else None
                self._inks[box] = self._named(box, value, ink)
        return self._inks[box]

    def colour(self, box: Box, name: str) -> Seen:
        """The colour of one of its lines; that of the text if no style sets it."""
        value = self.cascade.value(box, name)
        if not value or keyword(value) == "currentcolor":
            ink = self.ink(box)
            return Seen(ink.colour, value[0][1]) if value else ink
        return self._named(box, value, self.ink(box).colour)

    def ground(self, box: Box) -> Seen:
        """The colour behind its text, with transparent grounds composited."""
        if box not in self._grounds:
            self._grounds[box] = self._ground(box)
        return self._grounds[box]

    def seen(self, colour: Color, box: Box) -> Color:
        """``colour`` as drawn in ``box``, with ``opacity`` applied."""
        for at in box.ancestors:
            value = self.cascade.won(at).get("opacity")
            share = length_of([value[0][0]], Measures(percent=1)) if value else None
            if share is not None and share < 1 and at.parent is not None:
                behind = self.ground(at.parent).colour
                if behind is not None:
                    faded = colour.clone().set("alpha", max(0.0, share))
                    colour = over(faded, behind)
        return colour

    def fading(self, box: Box) -> Box | None:
        """The innermost box, itself or around it, that sets ``opacity``."""
        if box not in self._fading:
            above = None if box.parent is None else self.fading(box.parent)
            self._fading[box] = box if "opacity" in self.cascade.won(box) else above
        return self._fading[box]

    def _ground(self, box: Box) -> Seen:
        won = self.cascade.won(box)
        page = self._page_below(box)
        if page is not None:
            below = self.ground(page)
        else:
            below = self._paper if box.parent is None else self.ground(box.parent)
        for name in (*_BLENDS, "background-image"):
            if (value := won.get(name)) and keyword(value) not in _NO_PICTURE:
                return Seen(None, value[0][1])
        return self._coloured(box, below)

    def _coloured(self, box: Box, below: Seen) -> Seen:
        value = self.cascade.won(box).get("background-color")
        if not value or keyword(value) in WIDE:
            return below
        own = self._named(box, value, self.ink(box).colour)
        if own.colour is None or own.colour.alpha() <= 0:
            return below
        if own.colour.alpha() >= 1:
            return own
        return Seen(None if below.colour is None else over(own.colour, below.colour), own.origin)

    def _page_below(self, box: Box) -> Box | None:
        """The sheet of paper that a box selects by name."""
        value = self.cascade.won(box).get("page")
        if not value or box.tag == "page":
            return None
        sheet = self.tree.root.find(f"page[@name='{value[0][0].value}']")
        return None if sheet is None else self.tree.box_of(sheet)

    def _named(self, box: Box, value: Values, ink: Color | None) -> Seen:
        node, origin = value[0]
        if keyword(value) == "transparent":
            return Seen(TRANSPARENT, origin)
        return Seen(colour_of(node, ink=ink, dark=self._is_dark(box)), origin)

    def _is_dark(self, box: Box) -> bool:
        """Whether the browser's own colours are dark there."""
        value = self.cascade.value(box, "color-scheme")
        words = {str(node.value) for node, _ in value} if value else self._scheme
        if self.mode.paper:
            return False
        return "dark" in words and (self.mode.dark or "light" not in words)

    def _measures(self, em: float, percent: float | None) -> Measures:
        rem = self._sizes.get(self.tree.boxes[0], READERS_OWN)
        key = (em, percent, rem)
        if key not in self._sized:
            self._sized[key] = self._measured(*key)
        return self._sized[key]

    def _measured(self, em: float, percent: float | None, rem: float) -> Measures:
        value = self.cascade.won(self.tree.boxes[0]).get("line-height")
        line = None
        if value:
            node = value[0][0]
            line = (
                node.value * rem
                if node.type == "number"
                else length_of([node], Measures(em=rem, rem=rem, percent=rem))
            )
        return Measures(em, rem, line, line, percent, self.mode.width, self.mode.height)


def _ink_of_browser(view: View, box: Box) -> Seen:
    """The text's colour if no style sets one."""
    root = view.tree.boxes[0]
    browser = next(rule for _, rule in root.rules if rule.declared[0].name == "color")
    return Seen(Color("#ffffff" if view._is_dark(box) else "#000000"), browser.declared[0])
