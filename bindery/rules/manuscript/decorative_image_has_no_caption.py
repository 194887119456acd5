"""An image that is marked as decoration is not a figure with a caption.

## Why

A caption tells sighted readers what to look for in the image. Screen readers skip a decorative
image and read only the caption, so their users get words about something they cannot see.

## Hvorfor

Et bilde som er merket som pynt, er ikke en figur med bildetekst. Bildeteksten sier hva seende skal
se etter i bildet. Skjermlesere hopper over pynt og leser bare bildeteksten, så brukerne får høre om
noe de ikke får del i.

## Fails

Line 4:

```markdown
# Kart

::: figure
![](../figures/kart.svg){.decorative}

Kommunene i studien.
:::
```

## Passes

```markdown
# Kart

![](../figures/kart.svg){.decorative}

::: figure
![Norgeskart med 17 kommuner](../figures/kart.svg)

Kommunene i studien.
:::
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Div, Image, Paragraph
from bindery.rules.manuscript._extents import IMAGES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet er merket som pynt, men har bildeteksten «{caption}». Skjermleserbrukere får ikke"
    " vite"
    " hva bildet viser.",
    en="The image is marked as decoration, but has the caption “{caption}”. Screen reader users do"
    " not learn what it shows.",
)
HINT = Text(
    nb="Skriv hva bildet viser mellom klammene, og fjern .decorative, eller fjern figuren.",
    en="Write what it shows between the brackets, and remove .decorative; or remove the figure.",
)
_SHOWN = 40


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Decorative images in figures with words, or with a long description."""
    for image in manuscript.every(Image):
        figure = image.div
        if not image.is_decorative or figure is None or not figure.is_figure:
            continue
        others = [one for one in manuscript.inside(figure, Image) if not one.is_decorative]
        words = [one.text for one in manuscript.inside(figure, Paragraph) if one.text]
        if not others and (words or any(True for _ in manuscript.inside(figure, Div))):
            caption = words[0] if words else "…"
            caption = caption if len(caption) <= _SHOWN else f"{caption[:_SHOWN].rstrip()} …"
            message = MESSAGE.filled(caption=caption)
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("decorative-image-has-no-caption", Severity.WARNING, find, IMAGES)
