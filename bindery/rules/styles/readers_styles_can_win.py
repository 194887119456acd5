"""A reader's own choice of letters and colours is stronger than the style sheet.

## Why

E-readers, browsers and their extensions let readers choose typeface, size and colours. They do so
with styles of their own, and `!important` in ours keeps many of those out. Who cannot read without
them cannot read the book.

## Hvorfor

Leserens eget valg av skrift og farger er sterkere enn stilarket. På lesebrett og i nettlesere kan
leseren velge skrift, størrelse og farger. Det skjer med egne stiler, og `!important` i våre stenger
mange av dem ute. Den som ikke kan lese uten dem, kan ikke lese boka.

## Fails

Line 1 of `epub/epub.css`:

```css epub/epub.css
body { font-family: Andika !important; }
```

## Passes

```css epub/epub.css
body { font-family: Andika; max-width: 40em !important; }
```

## Clauses

- EPUB Accessibility 1.1: the claim `displayTransformability`
"""

from collections.abc import Iterator

from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._shared import DECLARATIONS, locked
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

READERS_OWN = (
    *("font-size", "font-family", "text-align", "text-indent"),
    *("color", "background", "background-color"),
)


def find(styles: Styles) -> Iterator[Finding]:
    """Properties that a reader may choose, locked on pages that are read on screens."""
    return locked(styles, READERS_OWN, RULE.name)


RULE = Rule("readers-styles-can-win", Severity.WARNING, find, DECLARATIONS)
