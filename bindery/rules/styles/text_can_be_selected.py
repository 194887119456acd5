"""All text can be selected.

## Why

People select words to have them read aloud, translated or looked up. They cannot do that with text
that cannot be selected, nor copy it into a letter.

## Hvorfor

All tekst kan markeres. Leserne markerer ord for å få dem lest opp, oversatt eller slått opp. Det
kan de ikke gjøre med tekst som ikke kan markeres. De kan heller ikke kopiere den inn i et brev.

## Fails

Line 1 of `screen.css`:

```css screen.css
main { -webkit-user-select: none; }
```

## Passes

```css screen.css
main { user-select: text; }
```

## Clauses

- EPUB Accessibility 1.1, by WCAG: 1.4 Distinguishable
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
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Teksten «{box}» i {page} kan ikke markeres. Leserne kan ikke få den lest opp eller"
    " oversatt.",
    en="The text “{box}” in {page} cannot be selected. Readers cannot have it read aloud or"
    " translated.",
)
HINT = Text(nb="Slett user-select: none.", en="Delete user-select: none.")

NAMES = ("user-select", "-webkit-user-select", "-moz-user-select")


def find(styles: Styles) -> Iterator[Finding]:
    """Text that ``user-select`` makes impossible to select."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    for view in page.views if page.says(*NAMES) else ():
        for box in page.tree.boxes:
            origin = view.origin(box, "user-select")
            if origin and box.has_text and view.word(box, "user-select") == "none":
                message = MESSAGE.filled(box=name_of(box), page=page.kind.name)
                place = origin.location
                yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("text-can-be-selected", Severity.WARNING, find, BOXES)
