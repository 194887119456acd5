r"""Text is written for all editions, not for one format.

## Why

What is written for LaTeX or Word alone cannot be read by anything else. It is left out of every
edition, and its words are lost.

## Hvorfor

Teksten er skrevet for alle utgaver, ikke for ett format. Det som er skrevet bare for LaTeX eller
Word, kan ikke leses av noe annet. Det er utelatt fra alle utgaver, og ordene går tapt.

## Fails

Lines 3 and 7:

````markdown
# Kart

```{=latex}
\centering Kartet \newpage
```

Kartet `\newline`{=latex} viser Norge.
````

## Passes

````markdown
# Kart

```latex
\newline
```

Kartet viser Norge.
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

MESSAGE = Text(
    nb="«{words}» er skrevet for et annet format, og er utelatt.",
    en="“{words}” is written for another format, and is left out.",
)
HINT = Text(
    nb="Skriv ordene i teksten hvis leserne trenger dem. Hvis ikke, slett det.",
    en="Write the words in the text if readers need them. If not, delete it.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What is left out, with its first words."""
    for mark in marks_of(manuscript, RULE.name):
        message = MESSAGE.filled(words=mark.words)
        yield Finding(RULE.name, RULE.severity, mark.location, message, HINT)


RULE = Rule("raw-block-is-read", Severity.WARNING, find, CHAPTERS)
