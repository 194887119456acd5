"""Pair the tags of HTML, in time that grows with their number."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bindery.manuscript.marks.html_names import BLOCKS, KNOWN, MAY_STAY_OPEN
from bindery.manuscript.marks.html_tags import Tag

_FARTHEST = 40
"""How many open tags an item or a term looks back for the one before it."""

_SIBLINGS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",)}
_PARENTS = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "option": ("select",)}


@dataclass(eq=False, slots=True)
class Node:
    """A ``tag`` and what it is paired with.

    ``partner`` is the other tag of its pair. ``ended`` are the tags without a closing one that end
    before it, the innermost first: HTML lets some be left out. ``number`` is its place among all
    tags that are paired together, and ``stretch`` the number of its block. ``is_text`` says that it
    is no tag of HTML, ``is_broken`` that the other tag of its pair is missing, and ``depth`` how
    many are around it.
    """

    tag: Tag
    number: int = 0
    stretch: int = 0
    partner: "Node | None" = None
    ended: "list[Node]" = field(default_factory=list)
    stays_open: bool = False
    is_text: bool = False
    is_broken: bool = False
    depth: int = 0


@dataclass(slots=True)
class _Level:
    """The open tags between two marks of Markdown."""

    open: list[Node] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)

    def push(self, node: Node) -> None:
        self.open.append(node)
        self.names[node.tag.name] += 1

    def pop(self) -> Node:
        node = self.open.pop()
        self.names[node.tag.name] -= 1
        return node


class Pairing:
    """Pairs tags as they come. What is opened between two marks of Markdown is closed there."""

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._count = 0

    def enter(self) -> None:
        """A mark of Markdown opens."""
        self._levels.append(_Level())

    def leave(self) -> None:
        """A mark of Markdown closes."""
        if len(self._levels) > 1:
            self._end(self._levels.pop())

    def end(self) -> None:
        """Nothing comes after."""
        while self._levels:
            self._end(self._levels.pop())

    def add(self, tag: Tag, stretch: int = 0) -> Node:
        """Pair ``tag`` with one before it, or leave it open."""
        node = Node(tag, self._count, stretch)
        self._count += 1
        level = self._levels[-1]
        if tag.closes:
            self._close(level, node)
        elif not tag.is_whole:
            self._end_siblings(level, node)
            node.depth = len(level.open)
            level.push(node)
        return node

    def _end_siblings(self, level: _Level, node: Node) -> None:
        """End the item or the paragraph that ``node`` cannot be inside."""
        name = node.tag.name
        if name in BLOCKS and level.names["p"]:
            self._end_with(level, ("p",), (), node)
        if name in _SIBLINGS and any(level.names[one] for one in _SIBLINGS[name]):
            self._end_with(level, _SIBLINGS[name], _PARENTS[name], node)

    def _end_with(
        self, level: _Level, names: Iterable[str], until: Iterable[str], before: Node
    ) -> None:
        for back, node in enumerate(reversed(level.open), start=1):
            name = node.tag.name
            if name in names:
                for _ in range(back):
                    self._end_early(level.pop(), before)
                return
            is_around = name in BLOCKS and name not in ("div", "p")
            if name in until or (is_around and until) or back == _FARTHEST:
                return

    def _close(self, level: _Level, node: Node) -> None:
        if not level.names[node.tag.name]:
            # HTML takes these for an empty paragraph and for a line break.
            node.stays_open = node.tag.name in ("p", "br")
            node.is_broken = not node.stays_open
            return
        while (opened := level.pop()).tag.name != node.tag.name:
            self._end_early(opened, node)
        opened.partner, node.partner, node.depth = node, opened, opened.depth

    def _end_early(self, node: Node, before: Node | None) -> None:
        if node.tag.name in MAY_STAY_OPEN:
            node.stays_open = True
            if before is not None:
                before.ended.append(node)
        elif node.tag.name not in KNOWN:
            node.is_text = not _is_for_a_program(node.tag)
        else:
            node.is_broken = True

    def _end(self, level: _Level) -> None:
        while level.open:
            self._end_early(level.pop(), None)


def _is_for_a_program(tag: Tag) -> bool:
    """Whether a tag that is none of HTML is one of JSX: ``<Tabs kind="a">``, but not ``<T>``."""
    return tag.written[0].isupper() and "=" in tag.source
