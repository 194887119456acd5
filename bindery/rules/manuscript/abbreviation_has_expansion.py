"""A marked abbreviation says what it is short for.

## Why

Reading systems offer the expansion of a marked abbreviation. Without one, readers get nothing.

## Hvorfor

En merket forkortelse sier hva den står for. Leseprogrammer tilbyr forklaringen til en merket
forkortelse. Uten den får leserne ingenting.

## Fails

Line 3:

```markdown
# Studien

Den er bestilt av [KS]{abbr=""}.
```

## Passes

```markdown
# Studien

Den er bestilt av [KS]{abbr="Kommunesektorens organisasjon"}.
```

## Clauses

- WCAG 2.2: 3.1.4 Abbreviations (AAA)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Span
from bindery.rules.manuscript._extents import SPANS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Forkortelsen «{text}» er merket, men ikke forklart.",
    en="The abbreviation “{text}” is marked, but not explained.",
)
HINT = Text(
    nb='Skriv det den står for: [KS]{abbr="Kommunesektorens organisasjon"}.',
    en='Write what it stands for: [KS]{abbr="Kommunesektorens organisasjon"}.',
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Spans whose ``abbr`` is empty."""
    for span in manuscript.every(Span):
        expansion = span.attributes.get("abbr")
        if expansion is not None and not expansion.strip():
            message = MESSAGE.filled(text=span.text)
            yield Finding(RULE.name, RULE.severity, span.location, message, HINT)


RULE = Rule("abbreviation-has-expansion", Severity.ERROR, find, SPANS)
