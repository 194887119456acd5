"""Running text has a line height of one and a half.

## Why

People who lose the line, or read with a magnifier, find the next line more easily if there is space
between. So do many people with dyslexia.

## Hvorfor

Løpende tekst har halvannen linjehøyde. Lesere som mister linjen, eller bruker lupe, finner lettere
den neste når det er luft mellom. Det samme gjelder mange med dysleksi.

## Fails

Line 1 of `screen.css`:

```css screen.css
main p { line-height: 1.2; }
```

## Passes

```css screen.css
main p { line-height: 1.5; }
h2, figcaption, th { line-height: 1.2; }
```

## Clauses

- WCAG 2.2: 1.4.8 Visual Presentation (AAA)
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
    nb="Linjene i «{box}» i {page} har avstand {height} ganger skriftens størrelse. Lesere som"
    " lett mister linjen, trenger 1,5.",
    en="The lines of “{box}” in {page} are {height} times the letters’ size apart. People who"
    " easily lose the line need 1.5.",
)
HINT = Text(nb="Skriv line-height: 1.5 eller mer.", en="Write line-height: 1.5 or more.")
RUNNING_TEXT = frozenset({"p", "li", "dd", "blockquote"})


def find(styles: Styles) -> Iterator[Finding]:
    """Paragraphs, items and definitions with lines too close. Large letters need less space."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    for view in page.views:
        for box in page.tree.boxes:
            if box.tag not in RUNNING_TEXT or box.pseudo or not box.has_text:
                continue
            height = view.line_height(box)
            origin = view.origin(box, "line-height")
            if height is None or not 0 < height < 1.49 or origin is None:
                continue
            if view.is_shown(box) and not view.is_large(box):
                message = MESSAGE.filled(
                    box=name_of(box), page=page.kind.name, height=decimal(height)
                )
                place = origin.location
                yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("lines-have-room", Severity.INFO, find, BOXES)
