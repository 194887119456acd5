"""Marks that the dialect has for what authors write in other ways: no elements of their own.

``docs/manuscript.md`` does not teach them. The Document makes elements of them.
"""

from bindery.manuscript.source.attributes import Attributes

BREAK = "br"
"""The class of an empty span that is a line break."""

NEXT_TERM = "[]{.next-term}"
"""What stands between two terms on one line."""

INLINE_NOTE = "inline-note"
"""The class of a span that is a note where it is referred to."""

_EMPTY_LINKS = frozenset({"noteref", "example"})

_MARKS = frozenset({BREAK, "next-term", "noted", "task"})
_TRANSPARENT_DIVS = frozenset({"list"})


def is_mark(said: Attributes) -> bool:
    """Whether a span with these attributes is a mark: of a break, a term, a task, a note."""
    return not _MARKS.isdisjoint(said.classes)


def is_reference(said: Attributes) -> bool:
    """Whether a link with these attributes is a number: of a note once more, of an example."""
    return not _EMPTY_LINKS.isdisjoint(said.classes)


def is_around_list(said: Attributes) -> bool:
    """Whether a fenced div with these attributes only says how a list is numbered."""
    return said.get("type") is not None and not _TRANSPARENT_DIVS.isdisjoint(said.classes)
