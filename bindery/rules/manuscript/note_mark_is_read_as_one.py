"""Text that looks like a note is a note.

## Why

A note's name has no spaces. Otherwise the characters `[^` and `]` are printed in the sentence, and
screen readers spell them out.

## Hvorfor

Tekst som ser ut som en note, er en note. Navnet på en note har ikke mellomrom. Ellers trykkes
tegnene `[^` og `]` midt i setningen, og skjermlesere staver dem.

## Fails

Line 3:

```markdown
# Funn

Studien tar for seg 17 kommuner.[^valg av kommuner]

De er spredt over hele landet.
```

## Passes

```markdown
# Funn

Studien tar for seg 17 kommuner.[^valg-av-kommuner]

[^valg-av-kommuner]: Kommunene ble valgt etter folketall.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import readings
from bindery.rules.manuscript._extents import PROSE
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_MARK = re.compile(
    r"\[\^(?=[^\]]*\s)(?=[^\]]*\w)[^\]]{1,60}\]|(?<=\S)\^\[(?=[^\]]*[^\W\d_]{2})[^\]]+\]"
)

MESSAGE = Text(
    nb="«{mark}» blir trykt som tekst, ikke som en note.",
    en="“{mark}” is printed as text, not as a note.",
)
HINT = Text(
    nb="Skriv [^navn] uten mellomrom i teksten, og noten på en egen linje: [^navn]: Teksten.",
    en="Write [^name] without spaces in the text, and the note on its own line: [^name]: The note.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """``[^two words]``, and notes in the middle of the text that cannot be read."""
    for reading in readings(manuscript):
        for mark in _MARK.finditer(reading.text):
            message = MESSAGE.filled(mark=mark[0])
            yield Finding(RULE.name, RULE.severity, reading.at(mark.start()), message, HINT)


RULE = Rule("note-mark-is-read-as-one", Severity.ERROR, find, PROSE, by_chapter=True)
