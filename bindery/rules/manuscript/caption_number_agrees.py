"""A number written in a caption is the one that the editions give it.

## Why

Figures and tables that the text refers to get their numbers when the editions are made. A number
that is written in the caption is left out. If it is another number, other places in the text may
have the old one too.

## Hvorfor

Et nummer som er skrevet i bildeteksten eller tabellteksten, er det samme som i utgavene. Figurer og
tabeller som teksten viser til, får nummer når utgavene lages. Da er ikke nummeret i teksten med.
Hvis det er et annet, kan det gamle nummeret stå flere steder i teksten.

## Fails

Line 8:

```markdown
# Kart

Se @fig-kart.

::: {#fig-kart}
![Kart over Norge](../figures/kart.svg)

Figur 2: Kommunene i studien.
:::
```

## Passes

```markdown
# Kart

Se @fig-kart.

::: {#fig-kart}
![Kart over Norge](../figures/kart.svg)

Figur 1: Kommunene i studien.
:::

| Kommune | Fylke    |
|---------|----------|
| Alta    | Finnmark |

: Tabell 7: Ingenting viser til den med nummer.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.numbering import written_number
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CAPTIONS
from bindery.rules.manuscript._numbered import numbered
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Nummeret {written} er skrevet her, men nummeret i utgavene er {number}.",
    en="The number {written} is written here, but its number in the editions is {number}.",
)
HINT = Text(
    nb="Slett nummeret her. Vis til den med navnet, som @fig-kart, der nummeret ellers er skrevet.",
    en="Delete the number here. Refer to it by name, as @fig-kart, where its number is written.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Captions that begin with another number than their own."""
    for thing in numbered(manuscript):
        if not thing.number or thing.caption is None:
            continue
        written = written_number(thing.kind, thing.caption.text)
        if written is not None and written.number != thing.number:
            message = MESSAGE.filled(written=written.number, number=thing.number)
            at = thing.caption.location
            yield Finding(RULE.name, RULE.severity, at, message, HINT)


RULE = Rule("caption-number-agrees", Severity.WARNING, find, CAPTIONS)
