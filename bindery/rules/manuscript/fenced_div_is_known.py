"""Every block between colons is of a kind that editions support, or only states its language.

## Why

A misspelt kind gives a plain block without a label. Then «Redaksjonell merknad» is missing, both on
the page and for screen reader users.

## Hvorfor

Hver blokk mellom kolon er av en type utgavene støtter, eller oppgir bare språket. Hvis typen er
feilskrevet, får blokken ikke noe navn. Da mangler «Redaksjonell merknad», både på siden og for
skjermleserbrukere.

## Fails

Line 3:

```markdown
# Kart

::: editors-note
Kilden nevner seks.
:::
```

## Passes

```markdown
# Kart

::: editor-note
Kilden nevner seks.
:::

::: {lang=en}
The source says six.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Div
from bindery.rules.manuscript._extents import BLOCKS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

KINDS = (
    "callout",
    "callout-title",
    "editor-note",
    "figure",
    "in-summary",
    "key-message",
    "link-block",
    "listing",
    "long-description",
    "table",
)

CARRIERS = ("abstract", "byline", "line-block", "list", "listing", "page-break", "subtitle")
"""Blocks that the front door makes of other marks, and that authors need not know."""

MESSAGE = Text(nb="Blokken «{name}» finnes ikke.", en="There is no block “{name}”.")
HINT = Text(nb=f"Bruk en av disse: {', '.join(KINDS)}.", en=f"Use one of: {', '.join(KINDS)}.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Blocks with classes, none of which is a known kind."""
    for div in manuscript.every(Div):
        names = div.attributes.classes
        if names and not any(name in KINDS or name in CARRIERS for name in names):
            message = MESSAGE.filled(name=" ".join(names))
            yield Finding(RULE.name, RULE.severity, div.location, message, HINT)


RULE = Rule("fenced-div-is-known", Severity.WARNING, find, BLOCKS)
