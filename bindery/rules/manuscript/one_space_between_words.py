"""There is one space between words.

## Why

Two spaces are printed as one, so nobody sees them. But a search in the manuscript for words from an
edition does not find them.

## Hvorfor

Det er ett mellomrom mellom ordene. To blir trykt som ett, så ingen ser dem. Men et søk i manuset
etter ord fra en utgave finner dem ikke.

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
    Text(nb="Behold ett av dem.", en="Keep one of them."),
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Two or more ordinary spaces inside a line."""
    yield from SPACE.findings(manuscript, RULE.name, RULE.severity)


RULE = Rule("one-space-between-words", Severity.INFO, find, SPACE.extent, by_chapter=True)
