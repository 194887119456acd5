"""An image does not move.

## Why

Movement beside the text distracts from it. Some people cannot read then, and others get dizzy.
Readers cannot pause it. Paper shows only one moment, perhaps not the right one.

## Hvorfor

Et bilde beveger seg ikke. Bevegelse ved siden av teksten forstyrrer lesingen. Noen får da ikke
lest, og andre blir svimle. Leserne kan ikke stoppe den. På papir vises bare ett øyeblikk, kanskje
ikke det riktige.

## Fails

An animated GIF, WebP or PNG, or a drawing that moves:

Lines 3 and 5:

```markdown
# Flo

![Vannet stiger i havna](../figures/flo.gif)

![Vannet synker i havna](../figures/fjaere.svg)
```

```svg figures/fjaere.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<rect width="9" height="9"><animate attributeName="height" to="0" dur="9s"/></rect>
</svg>
```

## Passes

```markdown
# Flo

![Vannet står til kanten av brygga](../figures/flo.svg)
```

```svg figures/flo.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<rect width="9" height="9"/>
</svg>
```

## Clauses

- WCAG 2.2: 2.2.2 Pause, Stop, Hide (A)
- EPUB Accessibility 1.1, by WCAG.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript._moving import moving_images
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet beveger seg. På skjerm kan leserne ikke stoppe det, og på papir vises bare det"
    " første øyeblikket.",
    en="The image moves. On a screen readers cannot stop it, and paper shows only its first"
    " moment.",
)
DRAWING = Text(
    nb="Tegningen beveger seg. På papir og i noen utgaver vises bare det første øyeblikket.",
    en="The drawing moves. Paper and some editions show only its first moment.",
)
HINT = Text(
    nb="Bruk stillbilder, for eksempel ett per trinn. Legg film på nettet, og lenk til den her.",
    en="Use still images, such as one for each step. Put film on the web, and link to it here.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images that move, except those that flash, which image-does-not-flash reports."""
    for moving in moving_images(manuscript):
        if not moving.flashes:
            message = DRAWING if moving.is_drawing else MESSAGE
            yield Finding(RULE.name, RULE.severity, moving.image.location, message, HINT)


RULE = Rule("image-stands-still", Severity.WARNING, find, IMAGES)
