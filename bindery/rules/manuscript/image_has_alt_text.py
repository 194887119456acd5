"""Every image has an alternative text, or is marked as decoration.

## Why

Readers who cannot see the image get its alternative text: read aloud, in braille, or on a page
where the image did not load. Without one, screen readers say the file name, or nothing.

## Hvorfor

Hvert bilde har en alternativ tekst, eller er merket som pynt. Lesere som ikke kan se bildet, får
teksten i stedet: lest opp, på leselist eller på en side der bildet ikke ble lastet. Uten den leser
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
    nb="Bildet mangler alternativ tekst. Skjermlesere kan lese filnavnet i stedet.",
    en="The image has no alternative text. Screen readers may announce the file name instead.",
)
HINT = Text(
    nb="Beskriv det mellom klammene: ![Hva bildet viser](…). Hvis det er pynt: {.decorative}.",
    en="Describe it between the brackets: ![What it shows](…). If it is decoration: {.decorative}.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images without alternative text that are not marked ``.decorative``."""
    for image in manuscript.every(Image):
        if not image.alt and not image.is_decorative:
            yield Finding(RULE.name, RULE.severity, image.location, MESSAGE, HINT)


RULE = Rule("image-has-alt-text", Severity.ERROR, find, IMAGES)
