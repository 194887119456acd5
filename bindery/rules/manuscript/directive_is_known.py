"""Every directive and every role is one that is read.

## Why

What a directive means is lost if it is not read: its content is printed as text. Readers may miss
that it was a warning, a definition or an exercise.

## Hvorfor

Hvert direktiv og hver rolle er noe som blir lest. Meningen med et ukjent direktiv går tapt:
Innholdet blir trykt som tekst. Leserne ser kanskje ikke at det var en advarsel, en definisjon eller
en oppgave.

## Fails

Lines 3 and 7:

````markdown
# Funn

```{oppgave}
Hva er et bo?
```

Se {kilde}`boken`.
````

## Passes

````markdown
# Funn

Trykk på `A`.

> Hva er et bo?
````

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

DIRECTIVE = Text(
    nb="Direktivet «{words}» er ukjent. Innholdet er trykt som tekst.",
    en="The directive “{words}” is not known. Its content is printed as text.",
)
ROLE = Text(
    nb="Rollen «{words}» er ukjent. Ordene etter den er trykt som tekst.",
    en="The role “{words}” is not known. The words after it are printed as text.",
)
HINT = Text(
    nb="Skriv innholdet med tegnene i dialekten: figur, tabell, merknad, kode eller tekst.",
    en="Write the content with the dialect's own marks: figure, table, note, code or text.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Directives and roles that nobody reads."""
    for mark in marks_of(manuscript, RULE.name):
        message = ROLE if mark.kind == "role" else DIRECTIVE
        yield Finding(
            RULE.name, RULE.severity, mark.location, message.filled(words=mark.words), HINT
        )


RULE = Rule("directive-is-known", Severity.ERROR, find, CHAPTERS)
