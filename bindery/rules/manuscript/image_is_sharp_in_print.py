"""An image has enough pixels for its printed width: 150 per inch, or more.

## Why

People who read with a magnifier or in large print come close to the paper. In an image with fewer
pixels they see squares instead of letters and lines. A pixel is printed a 96th of an inch wide.
Only an image that is wider than the text is made smaller, and sharper.

## Hvorfor

Et bilde har nok piksler til bredden det trykkes i: 150 per tomme, eller mer. Lesere med lupe eller
stor skrift kommer tett på papiret. Hvis bildet har færre piksler, ser de ruter i stedet for
bokstaver og streker. En piksel trykkes 1/96 tomme bred. Bare et bilde som er bredere enn teksten,
blir gjort mindre, og dermed skarpere.

## Fails

An image of 400 × 300 pixels, on line 3 or in a figure:

Line 3:

```markdown
# Kart

![Alta sett fra fjorden](../figures/lite-foto.png)
```

## Passes

One of 1000 × 750 pixels, and the small one printed narrower:

```markdown
# Kart

![Alta sett fra fjorden](../figures/foto.png)

![Alta sett fra flyet](../figures/lite-foto.png){width=40%}
```

## Clauses

- None. Images of text, which suffer most, are against WCAG 2.2, 1.4.5, however sharp.
"""

import re
from collections.abc import Iterator
from math import ceil

from bindery.document.drawings import is_drawing
from bindery.document.paper import PAPER, Page
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element, Heading, Image, Paragraph, Table
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript._images import Whereabouts, image_path, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.image_files import format_named
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

ENOUGH = 150
"""Pixels per inch. Offices print at 300 or more; below half of that, pixels are visible."""

ICON = 96
"""Pixels. An image that is no larger is an icon in place of a word, an inch at most."""

MILLIMETRES = 25.4
CSS_PIXELS = 96

MESSAGE = Text(
    nb="Bildet blir {width} mm bredt på trykk, med {density} piksler per tomme. Leserne ser ruter"
    " i stedet for streker.",
    en="In print the image is {width} mm wide, with {density} pixels per inch. Readers see squares"
    " instead of lines.",
)
HINT = Text(
    nb="Bruk en fil som er minst {needed} piksler bred, eller en tegning i SVG.",
    en="Use a file that is at least {needed} pixels wide, or a drawing in SVG.",
)

_LENGTH = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?P<unit>%|mm|cm|in)")
_UNITS = {"mm": 1.0, "cm": 10.0, "in": MILLIMETRES}


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images on their own that are printed too large for their pixels."""
    page = PAPER[manuscript.publication.settings.editions.pdf.page_size]
    needed = ceil(page.text_width / MILLIMETRES * ENOUGH)
    for image in _standing_alone(manuscript):
        size = _pixels(image, manuscript)
        width = _printed_width(image, size, page) if max(size) > ICON else 0
        density = size[0] / width * MILLIMETRES if width else ENOUGH
        if density < ENOUGH:
            message = MESSAGE.filled(width=round(width), density=int(density))
            hint = HINT.filled(needed=needed)
            yield Finding(RULE.name, RULE.severity, image.location, message, hint)


def _standing_alone(manuscript: Manuscript) -> Iterator[Image]:
    """Images without words beside them, except decoration and images in lists or tables."""
    block: Element | None = None
    for element in manuscript.every(Element):
        if isinstance(element, Paragraph | Heading | Table):
            block = element
        alone = isinstance(block, Paragraph) and not block.text and not block.nested
        if isinstance(element, Image) and alone and not element.is_decorative:
            yield element


def _pixels(image: Image, manuscript: Manuscript) -> tuple[int, int]:
    """Width and height; zeros for a drawing, which has no pixels, and for an unreadable file."""
    path = image_path(image, manuscript.publication.images) or ""
    if whereabouts(image, manuscript.publication) is not Whereabouts.HERE or is_drawing(path):
        return 0, 0
    from bindery.document.pictures.opening import size_of  # noqa: PLC0415 - not for drawings

    # image-is-readable reports a file that cannot be read.
    return size_of(manuscript.publication.images[path], format_named(path))


def _printed_width(image: Image, pixels: tuple[int, int], page: Page) -> float:
    """In millimetres; 0 if its author sets a size in another unit, or a height."""
    width = pixels[0] / CSS_PIXELS * MILLIMETRES
    asked, height = image.attributes.get("width"), image.attributes.get("height")
    if asked or height:
        length = _LENGTH.fullmatch(asked or "")
        if length is None or height:
            return 0
        unit = _UNITS.get(length["unit"], page.text_width / 100)
        width = float(length["number"]) * unit
    width = min(width, page.text_width)
    if image.div is not None and image.div.is_figure:
        width = min(width, page.figure_height * pixels[0] / pixels[1])
    return width


RULE = Rule("image-is-sharp-in-print", Severity.WARNING, find, IMAGES)
