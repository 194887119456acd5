"""The reader's own choice of letters and colours overrides the style sheet.

## Why

In reading systems and browsers, readers can choose typeface, size and colours. These are styles of
their own, and `!important` in the style sheet overrides many of them. People who need them cannot
read the publication.

## Hvorfor

Leserens eget valg av skrift og farger overstyrer stilarket. I leseprogrammer og nettlesere kan
leserne velge skrift, størrelse og farger. Det skjer med egne stiler, og `!important` i stilarket
overstyrer mange av dem. Lesere som trenger dem, kan ikke lese publikasjonen.

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
