"""Every list item and every definition has text.

## Why

An empty item is a bullet with nothing beside it. Screen readers count it, and their users wonder
what is missing.

## Hvorfor

Hvert punkt i en liste og hver forklaring har tekst. Et tomt punkt er et kulepunkt uten noe ved
siden av. Skjermleseren teller det med, og brukeren lurer på hva som mangler.

## Fails

Lines 4 and 8:

```markdown
# Søknaden

- navn
-
- adresse

Vedlegg
:
```

## Passes

```markdown
# Søknaden

- navn
- adresse
- ![Alta by](../figures/foto.png)

Vedlegg
: det som er nevnt i brevet
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Block
from bindery.rules.manuscript._extents import ITEM_KINDS, ITEMS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

ITEM = Text(nb="Punktet i lista er tomt.", en="The list item is empty.")
DEFINITION = Text(nb="Forklaringen er tom.", en="The definition is empty.")
HINT = Text(nb="Skriv teksten, eller slett linjen.", en="Write the text, or delete the line.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Items and definitions with nothing in them."""
    for block in manuscript.every(Block):
        if block.is_empty and block.kind in ITEM_KINDS:
            message = DEFINITION if block.kind == "dd" else ITEM
            yield Finding(RULE.name, RULE.severity, block.location, message, HINT)


RULE = Rule("list-item-has-text", Severity.WARNING, find, ITEMS)
