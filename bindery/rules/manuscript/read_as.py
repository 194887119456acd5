"""What other dialects write is known, and read as what it stands for.

## Why

A manuscript that was written for another program may have marks that mean the same as one of this
dialect. They are read as that one. It is reported once, so that nothing happens unseen.

## Hvorfor

Det som er skrevet på andre dialekters måte, er kjent, og blir lest som det står for. Et manus til
et annet program kan ha merker som betyr det samme som et merke i denne dialekten. De blir lest som
det. Det står i rapporten én gang, så ingenting skjer i det skjulte.

## Fails

Line 2:

```markdown
---
title: Funn
---

# Veien dit

Teksten kommer her.

# Veien videre

Den fortsetter her.
```

## Passes

```markdown
---
title: Funn
---

Teksten kommer her.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._told import marks_told, once_a_kind
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Unit

_UNIT = Unit(nb=("merke", "merker"), en=("mark", "marks"))


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first mark of each kind in the book."""
    return once_a_kind(manuscript, RULE.name, "read_as.toml")


RULE = Rule("read-as", Severity.INFO, find, marks_told("read-as", _UNIT))
