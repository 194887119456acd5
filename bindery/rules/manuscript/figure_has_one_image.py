"""Every figure has one image, in a paragraph of its own.

## Why

A figure ties a caption and a description to one image. Without an image they describe nothing. With
two, screen reader users cannot know which one is meant. Words beside the image belong to neither
caption nor text. A figure with a name such as `#fig-kart` can have several images: each gets a
letter, and its own caption if it is a figure in the figure.

## Hvorfor

Hver figur har ett bilde, i et eget avsnitt. Bildeteksten og beskrivelsen hører til det bildet. Uten
bilde beskriver de ingenting. Med to bilder får skjermleserbrukere ikke vite hvilket de gjelder. Ord
ved siden av bildet hører verken til bildeteksten eller til teksten ellers. En figur med et navn som
`#fig-kart` kan ha flere bilder: Hvert får en bokstav, og egen bildetekst hvis det er en figur i
figuren.

## Fails

Lines 3, 7 and 13:

```markdown
# Kart

::: {.figure}
Kommunene i studien.
:::

::: {.figure}
![Kart over Norge](../figures/kart.svg)

![Alta sett fra fjorden](../figures/foto.png)
:::

::: {.figure}
![Kart over Norge](../figures/kart.svg) Kommunene i studien.
:::
```

## Passes

```markdown
# Kart

:::: {.figure #kart}
![Kart over Norge](../figures/kart.svg)

Kommunene i studien.

::: long-description
Fra sør til nord: Grimstad og Alta.
:::
::::

::: {#fig-byer}
![Alta sett fra fjorden](../figures/foto.png)

![Grimstad på kartet](../figures/kart.svg)

To av byene.
:::
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- Matterhorn Protocol 1.1: 13-003
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Div, Element, Image, Paragraph
from bindery.rules.manuscript._extents import BLOCKS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="En figur skal ha ett bilde, alene i et avsnitt. Denne er trykt uten bildetekst, som den er"
    " skrevet.",
    en="A figure must have one image, in a paragraph of its own. This one is printed without a"
    " caption, as it is written.",
)
HINT = Text(
    nb="Skriv bildet alene på en linje, så en tom linje, og så bildeteksten.",
    en="Write the image alone on a line, then an empty line, and then the caption.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Figures with no image, several images, or an image with words beside it."""
    for div in manuscript.every(Div):
        if div.is_figure and not _is_whole(div, tuple(manuscript.inside(div, Element))):
            yield Finding(RULE.name, RULE.severity, div.location, MESSAGE, HINT)


def _is_whole(figure: Div, elements: tuple[Element, ...]) -> bool:
    """Whether its one image stands alone; or each of several, if its name begins with ``fig-``."""
    images = [place for place, element in enumerate(elements) if isinstance(element, Image)]
    parts = sum(1 for element in elements if isinstance(element, Div) and element.is_figure)
    alone = all(_is_alone(elements, place) for place in images)
    several = figure.attributes.name.startswith("fig-") and len(images) + parts > 1
    return alone and (several or (len(images) == 1 and not parts))


def _is_alone(elements: tuple[Element, ...], place: int) -> bool:
    if place == 0:
        return False
    before, after = elements[place - 1], elements[place + 1 : place + 2]
    # An inline element has a column, and is part of the paragraph before it.
    followed = any(element.location.column for element in after)
    return isinstance(before, Paragraph) and not before.text and not before.nested and not followed


RULE = Rule("figure-has-one-image", Severity.ERROR, find, BLOCKS, makes_draft=True)
