"""No text is too small to read.

## Why

Many people who can read ordinary print cannot read a note in seven points. In the large-print
edition nothing may be small: people who chose it want to read all of it. The limits are 9 points in
print, 16 in large print, and on screens about two thirds of the size the reader has chosen.

## Hvorfor

Ingen tekst er for liten til å leses. Mange som kan lese vanlig trykk, kan ikke lese en note i sju
punkt. I PDF-en med stor skrift skal ingenting være lite: Lesere som har valgt den, vil lese alt.
Grensene er 9 punkt på trykk, 16 i stor skrift, og på skjerm rundt to tredeler av størrelsen leseren
har valgt.

## Fails

Line 1 of `print/print.css`:

```css print/print.css
.colophon dd { font-size: 7pt; }
```

Line 1 of `print/large-print.css`:

```css print/large-print.css
figcaption { font-size: 0.8rem; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
.extent { font-size: 0.5em; }
```

## Passes

```css print/print.css
.colophon dd { font-size: 1rem; }
```

## Clauses

- UKAAF, Creating clear print and large print documents
"""

from collections.abc import Iterator

from bindery.rules.cascade.pairs import name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.styles._by_page import by_page
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, decimal

MESSAGE = Text(
    nb="Skriften i «{box}» i {page} er {size} punkt. Under {least} punkt er den for liten for "
    "mange.",
    en="The letters of “{box}” in {page} are {size} points. Below {least} points they are too "
    "small for many.",
)
HINT = Text(
    nb="Gjør skriften større, eller bruk 1rem som i resten av teksten.",
    en="Make the letters larger, or use 1rem as in the rest of the text.",
)
POINT = 4 / 3


def find(styles: Styles) -> Iterator[Finding]:
    """Texts below the limit of their edition."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    least = page.kind.smallest
    for view in page.views:
        for box in page.tree.boxes:
            if not box.has_text or not view.is_shown(box) or box.tag in ("svg", "math", "mi"):
                continue
            size = view.size(box)
            if 0 < size < least - 0.01 and (origin := view.size_said(box)):
                message = MESSAGE.filled(
                    box=name_of(box),
                    page=page.kind.name,
                    size=decimal(size / POINT),
                    least=decimal(least / POINT),
                )
                place = origin.location
                yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("text-is-large-enough", Severity.WARNING, find, BOXES)
