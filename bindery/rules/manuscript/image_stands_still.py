"""An image stands still.

## Why

What moves beside the text takes the eye away from it: for some it makes reading impossible, for
others it brings on dizziness. Nothing in a publication can be paused, and on paper there is one
moment of it, which may not be the one that says something.

## Hvorfor

Et bilde står stille. Noe som beveger seg ved siden av teksten, drar øyet bort fra den. Noen får da
ikke lest, og andre blir svimle. Leseren kan ikke stanse det, og på papir står bare ett øyeblikk,
kanskje ikke det som sier noe.

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
    nb="Bildet beveger seg. På skjerm kan leseren ikke stanse det, og på papir står bare det "
    "første øyeblikket.",
    en="This image moves. On a screen readers cannot stop it, and on paper there is only its first "
    "moment.",
)
DRAWING = Text(
    nb="Tegningen beveger seg. På papir og i noen utgaver står bare det første øyeblikket.",
    en="This drawing moves. On paper and in some editions there is only its first moment.",
)
HINT = Text(
    nb="Bruk et bilde som står stille, eller flere som viser trinnene. En film kan stå på nettet, "
    "med en lenke hit.",
    en="Use an image that stands still, or several that show the steps. A film can be on the web, "
    "with a link here.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images that move, except those that flash, which image-does-not-flash reports."""
    for moving in moving_images(manuscript):
        if not moving.flashes:
            message = DRAWING if moving.is_drawing else MESSAGE
            yield Finding(RULE.name, RULE.severity, moving.image.location, message, HINT)


RULE = Rule("image-stands-still", Severity.WARNING, find, IMAGES)
