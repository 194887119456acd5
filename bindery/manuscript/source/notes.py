"""Notes that refer to notes: which of them turn in a circle, or lead to far too many."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from bindery.manuscript.source.elements import Element, Note, NoteReference

MOST = 1000
"""Notes that one may lead to, each as often as it is referred to."""

_ROUNDS = 20
"""How often notes are looked through for more; then no note may refer to another."""


def label_of(element: Note | NoteReference) -> str:
    """The label that a reference shares with its note, without regard to case."""
    return element.label.casefold()


def references(elements: tuple[Element, ...]) -> Iterator[tuple[NoteReference, Note | None]]:
    """Every reference among a chapter's ``elements``, and the note it is in, if any."""
    note = None
    for element in elements:
        if isinstance(element, Note):
            note = element
        elif not element.nested:
            note = None
        if isinstance(element, NoteReference):
            yield element, note


class NotesInNotes:
    """The notes of a chapter that refer to notes. ``around`` is the note each reference is in."""

    def __init__(self, elements: tuple[Element, ...]) -> None:
        inside = ((one, note) for one, note in references(elements) if note is not None)
        self.around = dict(inside)
        self._inside: dict[str, list[NoteReference]] = {}
        for reference, note in self.around.items():
            self._inside.setdefault(label_of(note), []).append(reference)

    def circles(self) -> Iterator[tuple[NoteReference, ...]]:
        """The references of each circle of notes, one circle after another."""
        left = dict(self._inside)
        while circle := _circle(left):
            yield tuple(one for label in circle for one in left.pop(label) if _leads(one, circle))

    def growing(self) -> tuple[NoteReference, ...]:
        """The references in a note that leads to more than ``MOST``, if no note is in a circle."""
        if _circle(self._inside):
            return ()
        lengths: dict[str, int] = {}
        for label in TopologicalSorter(_graph(self._inside)).static_order():
            led_to = self._inside.get(label, [])
            lengths[label] = 1 + sum(lengths[label_of(one)] for one in led_to)
            if lengths[label] > MOST:
                return tuple(led_to)
        return ()

    def endless(self) -> frozenset[NoteReference]:
        """References without which every note comes to an end."""
        removed: set[NoteReference] = set()
        left = self
        for _ in range(_ROUNDS):
            found = {one for circle in left.circles() for one in circle} or {*left.growing()}
            if not found:
                return frozenset(removed)
            removed |= found
            left = NotesInNotes(())
            left.around = {one: at for one, at in self.around.items() if one not in removed}
            for reference, note in left.around.items():
                left._inside.setdefault(label_of(note), []).append(reference)
        return frozenset(self.around)


def _circle(inside: Mapping[str, list[NoteReference]]) -> frozenset[str]:
    """The labels of one circle; none if there is no circle."""
    try:
        TopologicalSorter(_graph(inside)).prepare()
    except CycleError as error:
        return frozenset(error.args[1])
    return frozenset()


def _graph(inside: Mapping[str, list[NoteReference]]) -> dict[str, set[str]]:
    return {label: {label_of(one) for one in told} for label, told in inside.items()}


def _leads(reference: NoteReference, labels: frozenset[str]) -> bool:
    return label_of(reference) in labels
