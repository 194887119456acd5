"""The size of letters and lines on screens follows what the reader has chosen.

## Why

People who need larger letters have set the size in the telephone or the reading system. A size in
pixels or points ignores the setting. So does a line height in pixels: the letters grow, and the
lines overlap. On paper points are right.

## Hvorfor

Størrelsen på bokstaver og linjer på skjerm følger det leseren har valgt. Lesere som trenger større
bokstaver, har stilt inn størrelsen i telefonen eller leseprogrammet. En størrelse i piksler eller
punkt ignorerer innstillingen. Det gjør også en linjehøyde i piksler: Bokstavene vokser, og linjene
går i hverandre. På papir er punkt riktig.

## Fails

Line 1 of `screen.css`:

```css screen.css
figcaption { font-size: 13px; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
.colophon { font: 11pt/1.6 var(--sans); }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
header h1 { line-height: 48px; }
```

## Passes

```css screen.css
figcaption { font-size: calc(0.9rem + 1px); line-height: 1.6; }
@media print { figcaption { font-size: 10pt; } }
```

## Clauses

- WCAG 2.2: 1.4.4 Resize Text (AA), 1.4.12 Text Spacing (AA)
- EPUB Accessibility 1.1, by WCAG; the claim `displayTransformability`.
"""

from collections.abc import Iterator

from bindery.rules.cascade.lengths import OF_TEXT, units_in
from bindery.rules.cascade.pairs import name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.styles._by_page import by_page
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SIZE = Text(
    nb="Skriften i «{box}» i {page} er låst til {value}. Lesere som har valgt større skrift, får"
    " det ikke her.",
    en="The letters of “{box}” in {page} are fixed at {value}. Readers who have chosen larger"
    " letters do not get them here.",
)
HEIGHT = Text(
    nb="Linjehøyden i «{box}» i {page} er låst til {value}. Når skriften blir større, går linjene "
    "i hverandre.",
    en="The line height of “{box}” in {page} is fixed at {value}. When the letters grow, the lines"
    " overlap.",
)
SIZE_HINT = Text(
    nb="Skriv størrelsen i rem eller em: 16px er 1rem.",
    en="Write the size in rem or em: 16px is 1rem.",
)
HEIGHT_HINT = Text(
    nb="Skriv linjehøyden som et tall uten enhet: line-height: 1.6.",
    en="Write the line height as a number without a unit: line-height: 1.6.",
)
WHAT = {"font-size": (SIZE, SIZE_HINT), "line-height": (HEIGHT, HEIGHT_HINT)}


def find(styles: Styles) -> Iterator[Finding]:
    """Sizes and heights on screens that do not depend on the reader's own text size."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    for view, box in page.where(*WHAT, "font"):
        for name, (message, hint) in WHAT.items():
            value = () if view.mode.paper else view.cascade.won(box).get(name, ())
            units = units_in([node for node, _ in value])
            if units and not units & OF_TEXT:
                node, origin = value[0]
                said = message.filled(box=name_of(box), page=page.kind.name, value=node.serialize())
                place = origin.location
                yield origin, Finding(RULE.name, RULE.severity, place, said, hint)


RULE = Rule("text-size-follows-the-reader", Severity.ERROR, find, BOXES)
