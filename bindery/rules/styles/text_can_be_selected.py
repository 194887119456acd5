"""All text can be selected.

## Why

Who has words read aloud, translated or looked up selects them first. What cannot be selected cannot
be heard that way, nor copied into a letter.

## Hvorfor

All tekst kan merkes. Den som vil ha ord lest opp, oversatt eller slått opp, merker dem først. Det
som ikke kan merkes, kan ikke høres slik, og heller ikke kopieres inn i et brev.

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
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Teksten «{box}» i {page} kan ikke merkes. Den som vil ha den lest opp eller oversatt, får "
    "det ikke.",
    en="The text “{box}” in {page} cannot be selected. Those who want it read aloud or translated "
    "cannot have it.",
)
HINT = Text(nb="Slett user-select: none.", en="Delete user-select: none.")


def find(styles: Styles) -> Iterator[Finding]:
    """Text that ``user-select`` makes impossible to select."""
    return once(_found(styles))


def _found(styles: Styles) -> Iterator[tuple[Declared, Finding]]:
    for page in styles.pages:
        for view in page.views:
            for box in page.tree.boxes:
                origin = view.origin(box, "user-select")
                if origin and box.has_text and view.word(box, "user-select") == "none":
                    message = MESSAGE.filled(box=name_of(box), page=page.kind.name)
                    place = origin.location
                    yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("text-can-be-selected", Severity.WARNING, find, BOXES)
