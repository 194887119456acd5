"""The glossary explains each term once.

## Why

A link to the glossary leads to one place. Readers who follow it miss the other explanation.

## Hvorfor

Hvert ord står én gang i ordlista. En lenke til ordlista går til ett sted. Lesere som følger den,
får ikke den andre forklaringen.

## Fails

Line 6:

```markdown
# Ordliste {.glossary}

Vertskap
:   Den som tar imot noen.

vertskap
:   En kommune med bedrifter.
```

## Passes

```markdown
# Ordliste {.glossary}

Vertskap
:   Den som tar imot noen.

:   En kommune med bedrifter.
```

## Clauses

- WCAG 2.2: 3.1.3 Unusual Words (AAA)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._glossary import TERMS, key_of, terms_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{word}» står flere ganger i ordlista. Lenkene går til det første stedet.",
    en="“{word}” is in the glossary more than once. Links lead to the first place.",
)
HINT = Text(
    nb="Skriv begge forklaringene under ett ord, eller gi det ene ordet et annet navn.",
    en="Write both explanations below one word, or give one of the words another name.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Terms that the glossary has already explained."""
    seen = set()
    for term in terms_of(manuscript):
        key = key_of(term.text)
        if key in seen:
            message = MESSAGE.filled(word=term.text.strip())
            yield Finding(RULE.name, RULE.severity, term.location, message, HINT)
        seen.add(key)


RULE = Rule("term-is-explained-once", Severity.WARNING, find, TERMS)
