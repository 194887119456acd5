"""The words in a drawing can be read where the drawing is printed.

## Why

A drawing is never wider than the page, and in a figure never higher than half of it. The words of a
poster or a wide diagram then have only a few points, which few can read without a magnifier.

## Hvorfor

Ordene i en tegning kan leses på trykk. En tegning blir ikke bredere enn siden, og som figur ikke
høyere enn halve siden. Da får en plakat eller et bredt diagram ord på noen få punkt, som få kan
lese uten lupe.

## Fails

Line 3:

```markdown
# Plan

![Veien fra søknad til vedtak](../figures/plan.svg)
```

```svg figures/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2400 600">
<text x="10" y="300" font-size="24">Søknad</text>
</svg>
```

## Passes

```markdown
# Plan

![Veien fra søknad til vedtak](../figures/plan.svg)
```

```svg figures/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600">
<text x="10" y="300" font-size="24">Søknad</text>
</svg>
```

## Clauses

- WCAG 2.2: 1.4.4 Resize Text (AA), which on paper nobody can do.
"""

from collections.abc import Iterator

from lxml import etree

from bindery.document.drawings import is_drawing
from bindery.document.paper import (
    LARGE_PRINT_PAPER,
    LARGE_TEXT_SIZE,
    PAPER,
    PIXELS_TO_A_MILLIMETRE,
    POINTS_TO_A_MILLIMETRE,
    TEXT_SIZE,
    Page,
)
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._drawn_words import size_of, smallest_words
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript._images import Whereabouts, image_path, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SMALLEST, SMALLEST_IN_LARGE_PRINT = 5.5, 7.0
"""Points. The finest print of a newspaper has 6."""

MESSAGE = Text(
    nb="{edition} blir de minste ordene i tegningen {points} punkt. Teksten har {text_size}.",
    en="{edition} the smallest words of the drawing are {points} points. The text has {text_size}.",
)
IN_PRINT = Text(nb="På trykk", en="In print")
IN_LARGE_PRINT = Text(nb="Med stor skrift", en="In large print")
HINT = Text(
    nb="Gjør ordene i tegningen større, del den i flere, eller gjør den smalere enn den er høy.",
    en="Make the words in the drawing larger, divide it, or make it narrower than it is high.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Drawings whose smallest words are hard to read in a printed edition."""
    editions = tuple(_printed(manuscript.publication))
    for image in manuscript.every(Image):
        path = image_path(image, manuscript.publication.images) or ""
        if not is_drawing(path) or _is_sized(image):
            continue
        if whereabouts(image, manuscript.publication) is not Whereabouts.HERE:
            continue
        for edition, page, text_size, smallest in editions:
            points = _points(manuscript.publication.images[path], image, page)
            if points is not None and points < smallest:
                message = MESSAGE.filled(
                    edition=edition, points=max(1, round(points)), text_size=text_size
                )
                yield Finding(RULE.name, RULE.severity, image.location, message, HINT)
                break


def _printed(publication: Publication) -> Iterator[tuple[Text, Page, int, float]]:
    settings = publication.settings.editions
    yield IN_PRINT, PAPER[settings.pdf.page_size], TEXT_SIZE, SMALLEST
    if settings.large_print.enabled:
        yield IN_LARGE_PRINT, LARGE_PRINT_PAPER, LARGE_TEXT_SIZE, SMALLEST_IN_LARGE_PRINT


def _is_sized(image: Image) -> bool:
    """Whether its author has set a size."""
    return bool(image.attributes.get("width") or image.attributes.get("height"))


def _points(drawing: bytes, image: Image, page: Page) -> float | None:
    """The size in print of the smallest words; ``None`` without words, or if nobody can tell."""
    try:
        words = smallest_words(drawing)
        width, height, pixels = size_of(drawing)
    except (etree.XMLSyntaxError, ValueError, RecursionError):
        return None  # image-is-readable reports it.
    if words is None or not width or not height:
        return None
    printed = min(width / PIXELS_TO_A_MILLIMETRE, page.text_width)
    if image.div is not None and image.div.is_figure:
        printed = min(printed, page.figure_height * width / height)
    return words * pixels / width * printed * POINTS_TO_A_MILLIMETRE


RULE = Rule("drawing-words-are-large-enough", Severity.WARNING, find, IMAGES)
