"""Notes do not refer to themselves, directly or through other notes.

## Why

Such a note never ends. So the reference in it is printed as it is written, and leads nowhere.

## Hvorfor

Noter viser ikke til seg selv, direkte eller gjennom andre noter. En slik note slutter aldri.
Derfor blir henvisningen i den trykt som den er skrevet, og går ikke til noe.

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

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import NoteReference
from bindery.manuscript.source.notes import NotesInNotes
from bindery.rules.manuscript._extents import NOTES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

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
        notes = NotesInNotes(chapter.elements)
        for circle in notes.circles():
            yield _finding(min(circle, key=lambda one: one.location.line or 0), TURNS, notes)
        for first in notes.growing()[:1]:
            yield _finding(first, GROWS, notes)


def _finding(reference: NoteReference, message: Text, notes: NotesInNotes) -> Finding:
    told = message.filled(label=notes.around[reference].label)
    return Finding(RULE.name, RULE.severity, reference.location, told, HINT)


RULE = Rule("notes-come-to-an-end", Severity.ERROR, find, NOTES, makes_draft=True)
