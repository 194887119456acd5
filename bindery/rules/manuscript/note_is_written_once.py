"""No two notes of a chapter have the same label.

## Why

Every reference leads to the first of them. The text of the second is missing in every edition.

## Hvorfor

To noter i et kapittel har ikke samme navn. Alle henvisningene går til den første. Teksten i den
andre mangler i alle utgavene.

## Fails

Line 7:

```markdown
# Funn

Studien tar for seg 17 kommuner i 12 fylker.[^1]

[^1]: Kommunene ble valgt etter folketall.

[^1]: Fylkene er de fra 2024.
```

## Passes

```markdown
# Funn

Studien tar for seg 17 kommuner.[^1] De ligger i 12 fylker.[^2]

[^1]: Kommunene ble valgt etter folketall.

[^2]: Fylkene er de fra 2024.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Note
from bindery.manuscript.source.notes import label_of
from bindery.rules.manuscript._extents import NOTE_TEXTS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Noten «{label}» er skrevet før, på linje {line}. Denne kommer ikke med i noen utgave.",
    en="The note “{label}” is already written, on line {line}. This one is left out of every"
    " edition.",
)
HINT = Text(
    nb="Gi noten et annet navn, og vis til den der den hører hjemme. Ellers slett den.",
    en="Give the note another name, and refer to it where it belongs. Otherwise delete it.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Notes with the label of an earlier one in their chapter."""
    for chapter in manuscript.chapters:
        first: dict[str, Note] = {}
        for note in chapter.every(Note):
            earlier = first.setdefault(label_of(note), note)
            if earlier is not note:
                message = MESSAGE.filled(label=note.label, line=earlier.location.line)
                yield Finding(RULE.name, RULE.severity, note.location, message, HINT)


RULE = Rule("note-is-written-once", Severity.ERROR, find, NOTE_TEXTS)
