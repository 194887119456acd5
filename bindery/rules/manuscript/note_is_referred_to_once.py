"""Each note is referred to once.

## Why

Every reference gets a note of its own, so that the link back leads to where the reader was. With
two references the same note is there twice, with two numbers, and seems to be two.

## Hvorfor

Teksten viser til hver note én gang. Hver henvisning får sin egen note, slik at lenken tilbake går
dit leseren var. Med to henvisninger står den samme noten to ganger, med to numre, og virker som to.

## Fails

Line 5:

```markdown
# Funn

Studien tar for seg 17 kommuner.[^utvalg]

De 17 kommunene er spredt over hele landet.[^utvalg]

[^utvalg]: Kommunene ble valgt etter folketall.
```

## Passes

```markdown
# Funn

Studien tar for seg 17 kommuner, spredt over hele landet.[^utvalg]

[^utvalg]: Kommunene ble valgt etter folketall.
```

## Clauses

- WCAG 2.2: 3.2.4 Consistent Identification (AA)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import NoteReference
from bindery.manuscript.source.notes import label_of, references
from bindery.rules.manuscript._extents import NOTES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Du viser til noten «{label}» to ganger, først på linje {line}. Leserne får den to ganger.",
    en="You refer to the note “{label}” twice, first on line {line}. Readers get it twice.",
)
HINT = Text(
    nb="Behold den ene henvisningen, eller skriv to noter med hvert sitt innhold.",
    en="Keep one of the references, or write two notes with different content.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """References in the text with the label of an earlier one in their chapter."""
    for chapter in manuscript.chapters:
        first: dict[str, NoteReference] = {}
        for reference, note in references(chapter.elements):
            if note is not None:
                continue
            earlier = first.setdefault(label_of(reference), reference)
            if earlier is not reference:
                message = MESSAGE.filled(label=reference.label, line=earlier.location.line)
                yield Finding(RULE.name, RULE.severity, reference.location, message, HINT)


RULE = Rule("note-is-referred-to-once", Severity.INFO, find, NOTES)
