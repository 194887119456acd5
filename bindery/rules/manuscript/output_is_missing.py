"""What code makes is in the manuscript, not only the code.

## Why

No code is run. A figure, a table or a number that a program would have made is missing for all
readers.

## Hvorfor

Det koden lager, er med i manuset, ikke bare koden. Ingen kode blir kjørt. En figur, en tabell eller
et tall som et program skulle ha laget, mangler for alle lesere.

## Fails

Lines 3 and 8:

````markdown
# Funn

```{r}
#| label: fig-p
plot(x)
```

Veksten er `r x + 1` prosent.
````

## Passes

````markdown
# Funn

```r
plot(x)
```

Veksten er 4 prosent.
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

CHUNK = Text(
    nb="Koden lager noe («{words}») som leserne ikke får.",
    en="The code makes something (“{words}”) that readers do not get.",
)
KEEP = Text(
    nb="La programmet som kjører koden, skrive Markdown med bildene (keep-md), og bruk det.",
    en="Let the program that runs the code write Markdown with its images (keep-md), and use that.",
)
VALUE = Text(
    nb="Verdien av «{words}» blir ikke regnet ut. Leserne får koden.",
    en="The value of “{words}” is not computed. Readers get the code.",
)
WRITE = Text(nb="Skriv verdien.", en="Write the value.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Code whose output readers would need."""
    for mark in marks_of(manuscript, RULE.name):
        message, hint = (VALUE, WRITE) if mark.kind == "value" else (CHUNK, KEEP)
        words = " ".join(mark.words.split())
        yield Finding(RULE.name, RULE.severity, mark.location, message.filled(words=words), hint)


RULE = Rule("output-is-missing", Severity.ERROR, find, CHAPTERS)
