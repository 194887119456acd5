"""Every image has a text in its place, or is marked as decoration.

## Why

Those who do not see the image get its alternative text: read aloud, in braille, or on a page that
did not load. Without one a screen reader says the file's name, or nothing at all.

## Hvorfor

Hvert bilde har en alternativ tekst, eller er merket som pynt. Den som ikke ser bildet, får teksten
i stedet: lest høyt, i punktskrift eller på en side der bildet ikke kom fram. Uten den sier
skjermleseren filnavnet, eller ingenting.

## Fails

Line 3:

```markdown
# Kart

![](../figures/kart.svg)
```

## Passes

```markdown
# Kart

![Norgeskart med 17 kommuner merket](../figures/kart.svg)

![](../figures/foto.png){.decorative}
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
- Matterhorn Protocol 1.1: 13-004
- EPUB Accessibility 1.1, by WCAG.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._extents import IMAGES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet mangler alternativ tekst. Den som ikke ser det, får ikke vite hva det viser.",
    en="This image has no alternative text. Those who do not see it never learn what it shows.",
)
HINT = Text(
    nb="Beskriv det mellom klammene: ![Hva bildet viser](…). Er det bare pynt: {.decorative}.",
    en="Describe it between the brackets: ![What it shows](…). If it is decoration: {.decorative}.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images without alternative text that are not marked ``.decorative``."""
    for image in manuscript.every(Image):
        if not image.alt and not image.is_decorative:
            yield Finding(RULE.name, RULE.severity, image.location, MESSAGE, HINT)


RULE = Rule("image-has-alt-text", Severity.ERROR, find, IMAGES)
