"""No two notes of a chapter have the same label.

## Why

Every reference leads to the first of them. What the second says is lost in every edition.

## Hvorfor

To noter i et kapittel heter ikke det samme. Alle henvisningene fører til den første. Det den andre
sier, mangler i alle utgavene.

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
from bindery.rules.manuscript._extents import NOTE_TEXTS
from bindery.rules.manuscript._references import label_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Noten «{label}» er skrevet før, i linje {line}. Denne kommer ikke med i noen utgave.",
    en="The note “{label}” is written before, in line {line}. This one is left out everywhere.",
)
HINT = Text(
    nb="Gi den et annet navn, og vis til den der den hører til. Eller slett den.",
    en="Give it another name, and refer to it where it belongs. Or delete it.",
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
