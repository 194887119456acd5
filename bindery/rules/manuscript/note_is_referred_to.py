"""Every note is referred to in the text.

## Why

A note without a reference is printed nowhere. Its text is missing in every edition, and readers do
not know it.

## Hvorfor

Teksten viser til hver note. En note uten henvisning trykkes ikke noe sted. Teksten i den mangler i
alle utgavene, og leserne får ikke vite det.

## Fails

Line 5:

```markdown
# Funn

Studien tar for seg 17 kommuner.

[^utvalg]: Kommunene ble valgt etter folketall.
```

## Passes

```markdown
# Funn

Studien tar for seg 17 kommuner.[^utvalg]

[^utvalg]: Kommunene ble valgt etter folketall.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Note
from bindery.manuscript.source.notes import label_of, references
from bindery.rules.manuscript._extents import NOTE_TEXTS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Teksten viser ikke til noten «{label}», så den kommer ikke med i noen utgave.",
    en="The text does not refer to the note “{label}”, so it is left out of every edition.",
)
HINT = Text(
    nb="Skriv [^{label}] i teksten i dette kapittelet, der noten hører til, eller slett noten.",
    en="Write [^{label}] in this chapter's text where the note belongs, or delete the note.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Notes whose label no reference of their chapter has."""
    for chapter in manuscript.chapters:
        wanted = {label_of(reference) for reference in references(chapter.elements)}
        for note in chapter.every(Note):
            if label_of(note) not in wanted:
                message, hint = MESSAGE.filled(label=note.label), HINT.filled(label=note.label)
                yield Finding(RULE.name, RULE.severity, note.location, message, hint)


RULE = Rule("note-is-referred-to", Severity.ERROR, find, NOTE_TEXTS)
