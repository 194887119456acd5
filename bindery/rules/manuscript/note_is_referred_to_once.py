"""Each note is referred to once.

## Why

Every reference is given a note of its own, so that the way back leads to where one was reading.
With two references the same note stands there twice, with two numbers, and sounds like two.

## Hvorfor

Teksten viser til hver note én gang. Hver henvisning får sin egen note, slik at veien tilbake fører
dit leseren var. Med to henvisninger står den samme noten to ganger, med to numre, og høres ut som
to.

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
from bindery.rules.manuscript._extents import NOTES
from bindery.rules.manuscript._references import label_of, references
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Du viser til noten «{label}» to ganger, først i linje {line}. Leserne får den to ganger.",
    en="The note “{label}” is referred to before, in line {line}. Readers get it twice.",
)
HINT = Text(
    nb="Vis til den én gang, der den trengs mest, eller skriv to noter med hvert sitt innhold.",
    en="Refer to it once, where it is most needed, or write two notes that say different things.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """References in the text with the label of an earlier one in their chapter."""
    for chapter in manuscript.chapters:
        first: dict[str, NoteReference] = {}
        for reference, note in references(chapter):
            if note is not None:
                continue
            earlier = first.setdefault(label_of(reference), reference)
            if earlier is not reference:
                message = MESSAGE.filled(label=reference.label, line=earlier.location.line)
                yield Finding(RULE.name, RULE.severity, reference.location, message, HINT)


RULE = Rule("note-is-referred-to-once", Severity.INFO, find, NOTES)
