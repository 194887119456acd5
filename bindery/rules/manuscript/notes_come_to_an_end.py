"""Notes do not refer to themselves, directly or through other notes.

## Why

Such a note never ends. The program that reads chapters would write it out again and again, until
the memory is used up.

## Hvorfor

Noter viser ikke til seg selv, direkte eller gjennom andre noter. En slik note slutter aldri.
Programmet som leser kapitlene, ville skrevet den ut om og om igjen til minnet var brukt opp.

## Fails

Line 5:

```markdown
# Funn

Studien tar for seg 17 kommuner.[^1]

[^1]: Se [^1].
```

## Passes

```markdown
# Funn

Studien tar for seg 17 kommuner.[^1]

[^1]: Kommunene ble valgt etter folketall.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import NoteReference
from bindery.rules.manuscript._extents import NOTES
from bindery.rules.manuscript._references import label_of, references
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOST = 1000
"""Notes that one may lead to, each as often as it is referred to."""

TURNS = Text(
    nb="Noten «{label}» viser til seg selv, direkte eller gjennom andre noter.",
    en="The note “{label}” refers to itself, directly or through other notes.",
)
GROWS = Text(
    nb="Noten «{label}» fører til over tusen andre noter, fordi noter viser til hverandre.",
    en="The note “{label}” leads to over a thousand other notes, because notes refer to each"
    " other.",
)
HINT = Text(
    nb="Fjern henvisningen, eller skriv alt i én note.",
    en="Remove the reference, or write everything in one note.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """A reference in each circle of notes, and in a note that leads to too many."""
    for chapter in manuscript.chapters:
        notes = Notes(chapter)
        for circle in notes.circles():
            yield _finding(min(circle, key=lambda one: one.location.line or 0), TURNS, notes)
        if (first := notes.growing()) is not None:
            yield _finding(first, GROWS, notes)


def _finding(reference: NoteReference, message: Text, notes: "Notes") -> Finding:
    told = message.filled(label=notes.around[reference].label)
    return Finding(RULE.name, RULE.severity, reference.location, told, HINT)


class Notes:
    """The notes of a chapter that refer to notes. ``around`` is the note each reference is in."""

    def __init__(self, chapter: ChapterSource) -> None:
        inside = ((one, note) for one, note in references(chapter) if note is not None)
        self.around = dict(inside)
        self._inside: dict[str, list[NoteReference]] = {}
        for reference, note in self.around.items():
            self._inside.setdefault(label_of(note), []).append(reference)

    def circles(self) -> Iterator[tuple[NoteReference, ...]]:
        """The references of each circle of notes, one circle after another."""
        left = dict(self._inside)
        while circle := _circle(left):
            yield tuple(one for label in circle for one in left.pop(label) if _leads(one, circle))

    def growing(self) -> NoteReference | None:
        """A reference in a note that leads to more than ``MOST``, if no note is in a circle."""
        if _circle(self._inside):
            return None
        lengths: dict[str, int] = {}
        for label in TopologicalSorter(_graph(self._inside)).static_order():
            led_to = self._inside.get(label, [])
            lengths[label] = 1 + sum(lengths[label_of(one)] for one in led_to)
            if lengths[label] > MOST:
                return led_to[0]
        return None


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


RULE = Rule("notes-come-to-an-end", Severity.ERROR, find, NOTES, stops_build=True)
