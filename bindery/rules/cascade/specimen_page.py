"""A specimen of one kind of page, in the modes where its styles differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bindery.rules.cascade.media import Mode, holds
from bindery.rules.cascade.sheets import Sheet, StyleRule
from bindery.rules.cascade.tree import Box, Tree
from bindery.rules.cascade.view import View
from bindery.vocabulary.text import Text

FOCUSED = frozenset({"focus", "focus-visible", "focus-within"})
POINTED = frozenset({"hover", "active", "visited"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its template, its sheets in order, and the modes it is shown in.

    ``smallest`` is the size in CSS pixels below which its text is hard to read.
    """

    name: Text
    template: str
    sheets: tuple[str, ...]
    modes: tuple[Mode, ...]
    smallest: float


_COLOURS = ("outline", "--", "color", "background", "opacity", "filter", "mix-blend", "border")
_SEEN = (
    *_COLOURS,
    "font",
    "line-height",
    "text-",
    "hyphens",
    "user-select",
    "padding",
    "height",
    "min-h",
)
"""Prefixes of the properties that rules examine. Modes alike in all of these count as one."""


@dataclass(frozen=True, eq=False)
class Page:
    """A specimen of one kind of page, with its styles.

    ``as_written`` is whether the template itself could be filled in.
    """

    kind: Kind
    tree: Tree
    sheets: tuple[Sheet, ...]
    as_written: bool

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The page in each mode where its styles differ."""
        return self._told_apart(self._in_every_mode, _SEEN)

    def where(self, *names: str) -> Iterator[tuple[View, Box]]:
        """Each box of which a rule says one of ``names``, in each mode where they may differ."""
        if self.says(*names):
            boxes = [box for box in self.tree.boxes if not box.said.isdisjoint(names)]
            for view in self._told_apart(self._in_every_mode, names):
                yield from ((view, box) for box in boxes)

    def says(self, *names: str) -> bool:
        """Whether a rule of its own sheets says one of ``names``."""
        return not self._said.isdisjoint(names)

    @cached_property
    def _in_every_mode(self) -> tuple[View, ...]:
        return tuple(View(self.tree, mode) for mode in self.kind.modes)

    @cached_property
    def _said(self) -> frozenset[str]:
        """The properties that its own sheets set."""
        return frozenset(
            one.name for sheet in self.sheets for rule in sheet.rules for one in rule.declared
        )

    @cached_property
    def coloured(self) -> tuple[View, ...]:
        """The views that may differ in colours."""
        return self._told_apart(self.views, _COLOURS)

    @cached_property
    def focused(self) -> tuple[View, ...]:
        """The page on screens, with the keyboard focus on each element."""
        screens = (view.mode for view in self.coloured if not view.mode.paper)
        return tuple(View(self.tree, mode, FOCUSED) for mode in screens)

    @cached_property
    def seen(self) -> tuple[tuple[View, Sequence[Box]], ...]:
        """Every view with its boxes; pointed at or focused, only those that may change colour."""
        changing = [
            box
            for box in self.tree.boxes
            if any(
                states and _says(rule, _COLOURS[1:])
                for at in box.ancestors
                for states, rule in at.rules
            )
        ]
        still = [(view, self.tree.boxes) for view in self.coloured]
        if not changing:
            return tuple(still)
        pointed = [View(self.tree, view.mode, POINTED) for view in self.focused]
        return (*still, *((view, changing) for view in (*pointed, *self.focused)))

    def _told_apart(self, views: tuple[View, ...], names: tuple[str, ...]) -> tuple[View, ...]:
        """The ``views`` that may differ in properties beginning with ``names``, each kind once."""
        conditions = {
            media
            for sheet in self.sheets
            for rule in sheet.rules
            if rule.media and _says(rule, names)
            for media in rule.media
        }
        told: dict[tuple[bool, ...], View] = {}
        for view in views:
            met = (holds(one, view.mode) for one in sorted(conditions))
            told.setdefault((view.mode.paper, view.mode.dark, *met), view)
        return tuple(told.values())


def _says(rule: StyleRule, names: tuple[str, ...]) -> bool:
    return any(one.name.startswith(names) for one in rule.declared)
