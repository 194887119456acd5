"""No image flashes more than three times in a second.

## Why

Flashes can give people with photosensitive epilepsy a seizure, before they have time to look away.

## Hvorfor

Ingen bilder blinker mer enn tre ganger i sekundet. Blinking kan gi lesere med fotosensitiv epilepsi
et anfall før de rekker å se bort.

## Fails

An animated image of 1000 × 750 pixels that goes from black to white and back five times a second:

Line 3:

```markdown
# Varsel

![Et lys som blinker fort](../figures/blink.gif)
```

## Passes

```markdown
# Varsel

![Et lys på et stativ](../figures/foto.png)
```

## Clauses

- WCAG 2.2: 2.3.1 Three Flashes or Below Threshold (A). The general flash is looked for, in images
  of GIF, WebP and PNG; the red flash and drawings are not.
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
    nb="Bildet blinker mer enn tre ganger i sekundet. Det kan gi lesere med epilepsi et anfall.",
    en="The image flashes more than three times a second. It can give readers with epilepsy a"
    " seizure.",
)
HINT = Text(
    nb="Bruk et stillbilde.",
    en="Use a still image.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images of which a quarter of the field of view flashes."""
    for moving in moving_images(manuscript):
        if moving.flashes:
            yield Finding(RULE.name, RULE.severity, moving.image.location, MESSAGE, HINT)


RULE = Rule("image-does-not-flash", Severity.ERROR, find, IMAGES)
