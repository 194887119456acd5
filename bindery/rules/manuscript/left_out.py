"""Everything that is written is in the editions.

## Why

Options and data for other programs are in no edition. What was left out is reported once, so that
its author can see whether readers miss something.

## Hvorfor

Alt som er skrevet, er med i utgavene. Valg og opplysninger til andre programmer er ikke med.
Forfatteren får vite én gang hva som er utelatt, og kan se om leserne mangler noe.

## Fails

Line 2:

```markdown
---
weight: 3
layout: side
---

# Funn

Teksten kommer her.
```

Line 2:

```markdown
---
title: Våre funn
---

# Funn

Teksten kommer her.
```

## Passes

```markdown
---
title: Funn
author: Kari Nordmann
---

Teksten kommer her.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of, once_a_kind
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first of each kind in the book that is left out."""
    return once_a_kind(marks_of(manuscript, RULE.name), RULE.name, "left_out.toml")


RULE = Rule("left-out", Severity.INFO, find, CHAPTERS)
