"""There is one space between words.

## Why

Two are printed as one, so nobody sees them. But who later searches for what the readers read, does
not find it in the manuscript.

## Hvorfor

Det er ett mellomrom mellom ordene. To blir trykt som ett, så ingen ser dem. Men den som senere
søker i manuset etter ord fra boka, finner dem ikke.

## Fails

Line 3:

```markdown
# Funn

Kommunen er med.  Bedriften er det også.
```

## Passes

```markdown
# Funn

Kommunen er med. Bedriften er det også, i `a  b`.
```

## Clauses

- None: good order.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._spelling import Spelling
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SPACE = Spelling(
    # A malformed table is no prose; table-is-whole reports it.
    re.compile(r"(?<=[^\s|]) {2,}(?=[^\s|])"),
    lambda found: " ",
    Text(
        nb="Det står flere mellomrom etter hverandre: «{old}».",
        en="There are several spaces in a row: “{old}”.",
    ),
    Text(nb="La ett av dem stå.", en="Keep one of them."),
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Two or more ordinary spaces inside a line."""
    yield from SPACE.findings(manuscript, RULE.name, RULE.severity)


RULE = Rule("one-space-between-words", Severity.INFO, find, SPACE.extent)
