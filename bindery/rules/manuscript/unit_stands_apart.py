"""In Norwegian there is a space between a number and its unit.

## Why

«10%» and «5km» are read as one word, and screen readers spell «5km» out. Print keeps the number and
its unit on one line.

## Hvorfor

På norsk er det mellomrom mellom tallet og enheten. «10%» og «5km» leses som ett ord, og
skjermlesere staver «5km». På trykk blir tallet og enheten stående på samme linje.

## Fails

Lines 3 and 4:

```markdown
# Funn

Folketallet økte med 10% på ti år, og
veien er 5,5km lang.
```

## Passes

```markdown
# Funn

Folketallet økte med 10 % på ti år, veien er 5,5 km lang, og 10%-regelen står i vedlegg 3b.
```

## Clauses

- ISO 80000-1, 7.1.4: a space between the number and the unit.
- None of WCAG's: the orthography of Norwegian.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._spelling import Spelling
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_UNITS = r"%|‰|°C|km|cm|mm|kg|kr|kWh|MWh|GWh|TWh"

UNIT = Spelling(
    re.compile(rf"(?<![\w.,/+-])(\d+(?:[.,]\d+)?)({_UNITS})(?![\w/²³-])"),
    lambda found: f"{found[1]} {found[2]}",
    Text(
        nb="«{old}» skal ha mellomrom mellom tallet og enheten.",
        en="“{old}” should have a space between the number and the unit.",
    ),
    Text(
        nb="Skriv et vanlig mellomrom. Tallet og enheten blir stående på samme linje.",
        en="Write an ordinary space. The number and the unit stay on one line.",
    ),
    ("nb", "nn"),
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Numbers with no space before their unit or percent sign."""
    yield from UNIT.findings(manuscript, RULE.name, RULE.severity)


RULE = Rule("unit-stands-apart", Severity.WARNING, find, UNIT.extent, by_chapter=True)
