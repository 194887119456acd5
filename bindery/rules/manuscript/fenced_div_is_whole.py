"""Every block between colons begins with one name or braces, and is closed.

## Why

If a block is never closed, the rest of the chapter becomes part of it: all of it is read as a note
or a caption. Colons that belong to no block are printed and read aloud.

## Hvorfor

Hver blokk mellom kolon begynner med ett navn eller krøllparenteser, og blir lukket. Hvis en blokk
aldri blir lukket, blir resten av kapittelet en del av den: Alt leses som en note eller en
bildetekst. Kolon som ikke hører til en blokk, blir trykt og lest opp.

## Fails

Line 3:

```markdown
# Kart

::: key-message
Kommunene ligger spredt.

Resten av kapittelet.
```

Lines 3 and 9:

```markdown
# Kart

::: viktig merknad

Kommunene ligger spredt.

Resten av kapittelet.

:::
```

## Passes

```markdown
# Kart

:::: editor-note
Kilden nevner seks.

::: {lang=en}
The source says six.
:::
::::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Div, Paragraph
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NOT_CLOSED = Text(
    nb="Blokken som begynner her, blir aldri lukket.",
    en="The block that begins here is never closed.",
)
CLOSE_IT = Text(
    nb="Skriv like mange kolon alene på en linje der den slutter. Den ytterste blokken har flest"
    " kolon.",
    en="Write as many colons alone on a line where it ends. The outermost block has the most.",
)
NOT_A_BLOCK = Text(
    nb="Kolonene hører ikke til en blokk, og blir trykt som tekst.",
    en="The colons belong to no block, and are printed as text.",
)
NAME_IT = Text(
    nb="Skriv ::: og ett navn, eller ::: {.navn lang=en}, på en linje for seg.",
    en="Write ::: and one name, or ::: {.name lang=en}, on a line of its own.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Blocks that are not closed, and colons that close no block."""
    for div in manuscript.every(Div):
        if not div.closed:
            yield Finding(RULE.name, RULE.severity, div.location, NOT_CLOSED, CLOSE_IT)
    for paragraph in manuscript.every(Paragraph):
        for row, line in enumerate(paragraph.source.split("\n")):
            if line.lstrip().startswith(":::"):
                at = Location(paragraph.location.path, (paragraph.location.line or 1) + row)
                yield Finding(RULE.name, RULE.severity, at, NOT_A_BLOCK, NAME_IT)


RULE = Rule("fenced-div-is-whole", Severity.ERROR, find, CHAPTERS, makes_draft=True)
