"""No note refers to another note.

## Why

A reference in a note is lost in every edition. So is the note it leads to, unless the text refers
to that note too.

## Hvorfor

Ingen note viser til en annen note. En henvisning i en note mangler i alle utgavene. Noten den fører
til, mangler også, hvis ikke teksten viser til den.

## Fails

Line 5:

```markdown
# Funn

Studien tar for seg 17 kommuner.[^1]

[^1]: Kommunene ble valgt etter folketall.[^2]

[^2]: Folketallet er fra 2015.
```

## Passes

```markdown
# Funn

Studien tar for seg 17 kommuner.[^1]

[^1]: Kommunene ble valgt etter folketall. Folketallet er fra 2015.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.notes import NotesInNotes, references
from bindery.rules.manuscript._extents import NOTES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Noten viser til noten «{label}». Henvisningen kommer ikke med i noen utgave.",
    en="The note refers to the note “{label}”. The reference is left out of every edition.",
)
HINT = Text(
    nb="Skriv alt i én note, eller vis til «{label}» i selve teksten.",
    en="Write everything in one note, or refer to “{label}” in the text itself.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """References inside a note."""
    for chapter in manuscript.chapters:
        # A circle of notes is told by ``notes-come-to-an-end``.
        turning = {one for circle in NotesInNotes(chapter.elements).circles() for one in circle}
        for reference, note in references(chapter.elements):
            if note is not None and reference not in turning:
                label = reference.label
                message, hint = MESSAGE.filled(label=label), HINT.filled(label=label)
                yield Finding(RULE.name, RULE.severity, reference.location, message, hint)


RULE = Rule("note-has-no-note", Severity.ERROR, find, NOTES)
