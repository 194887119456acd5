"""Pictures have a light background in dark mode.

## Why

Drawings are made for white paper. Where the page is dark and the picture is transparent, black
lines are black on black, and nobody sees them.

## Hvorfor

Bilder har lys bakgrunn i mørk visning. Tegninger er laget for hvitt papir. Hvis siden er mørk og
bildet er gjennomsiktig, blir svarte streker svarte på svart, og ingen ser dem.

## Fails

Line 2 of `screen.css`:

```css screen.css
@media (prefers-color-scheme: dark) {
  img, .drawing { background: #10191a; }
}
```

## Passes

```css screen.css
@media (prefers-color-scheme: dark) {
  img, .drawing { background: #f4f4f0; }
}
```

## Clauses

- WCAG 2.2: 1.4.11 Non-text Contrast (AA)
"""

from collections.abc import Iterator

from coloraide import Color

from bindery.rules.cascade.colours import contrast
from bindery.rules.cascade.pairs import TEXT, name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.cascade.tree import Box
from bindery.rules.styles._by_page import by_page
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bakgrunnen til «{box}» i {page} er mørk i mørk visning. Svarte streker i bilder"
    " blir borte.",
    en="The background of “{box}” in {page} is dark in dark mode. Black lines in pictures vanish.",
)
HINT = Text(
    nb="Gi bilder lys bakgrunn i mørk visning: background: #ffffff.",
    en="Give pictures a light background in dark mode: background: #ffffff.",
)
_BLACK = Color("#000000")


def find(styles: Styles) -> Iterator[Finding]:
    """Pictures that stand on a dark ground."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    for view in page.coloured:
        if not view.mode.dark:
            continue
        for box in page.tree.boxes:
            if not _is_picture(box):
                continue
            ground = view.ground(box)
            if ground.colour is not None and contrast(_BLACK, ground.colour) < TEXT:
                message = MESSAGE.filled(box=name_of(box), page=page.kind.name)
                place = ground.origin.location
                yield ground.origin, Finding(RULE.name, RULE.severity, place, message, HINT)


def _is_picture(box: Box) -> bool:
    classes = (box.element.get("class") or "").split()
    return not box.pseudo and (box.tag == "img" or (box.tag == "svg" and "drawing" in classes))


RULE = Rule("drawings-stand-on-light", Severity.ERROR, find, BOXES)
