"""Everything in a drawing is in every edition: no links, no blur, nothing that depends on a window.

## Why

A drawing has one name, and is read as one thing, so nobody can follow a link in it. Print has no
blur, shadows or blend modes, and paper has no window. Readers of one edition would get less than
readers of another.

## Hvorfor

Alt i en tegning kommer med i alle utgaver: ingen lenker, ingen uskarphet, ingenting som avhenger av
et vindu. En tegning leses opp som én ting, så ingen kan følge en lenke i den. På papir blir det
ingen uskarphet, skygger eller farger som blandes. Da får noen lesere mindre enn andre.

## Fails

Lines 2 and 3 of `figures/norge.svg`:

```markdown
# Kart

![Kart over Norge](../figures/norge.svg)
```

```svg figures/norge.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<a href="https://example.org/alta"><rect width="9" height="9"/></a>
<circle r="4" style="mix-blend-mode: multiply"/>
</svg>
```

## Passes

```markdown
# Kart

![Kart over Norge](../figures/norge.svg) Les om [Alta](https://example.org/alta).
```

```svg figures/norge.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<clipPath id="a"><circle r="4"/></clipPath>
<rect width="9" height="9" clip-path="url(#a)"/>
</svg>
```

## Clauses

- WCAG 2.2: 2.1.1 Keyboard (A)
- EPUB Accessibility 1.1, by WCAG.
"""

from collections.abc import Iterator

from bindery.document.drawings import is_drawing
from bindery.document.svg.parse import SVG, UndrawableError, keep_what_is_drawn, parse
from bindery.document.svg.plain import plain_drawing
from bindery.document.svg.print_form import not_drawn
from bindery.document.svg.references import HREFS
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript._images import Whereabouts, image_path, whereabouts
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

LINK = Text(
    nb="Tegningen har en lenke. Lenker i tegninger kommer ikke med i utgavene.",
    en="The drawing has a link. Links in drawings are left out of the editions.",
)
LINK_HINT = Text(
    nb="Hvis leserne trenger lenken, sett den i teksten ved tegningen.",
    en="If readers need the link, put it in the text beside the drawing.",
)
EFFECT = Text(
    nb="Tegningen bruker {what}, som ikke kan trykkes. PDF-en viser tegningen uten.",
    en="The drawing uses {what}, which cannot be printed. The PDF shows the drawing without it.",
)
EFFECT_HINT = Text(
    nb="Se på tegningen i PDF-en. Hvis noe mangler, fjern effekten eller lagre bildet som PNG.",
    en="Check the drawing in the PDF. If it is incomplete, remove the effect or save it as PNG.",
)
WINDOW = Text(
    nb="Tegningen har stiler som avhenger av vinduet den vises i. I PDF-en kan den se annerledes "
    "ut.",
    en="The drawing has styles that depend on the window it is shown in. In the PDF it may look "
    "different.",
)
WINDOW_HINT = Text(
    nb="Se på tegningen i PDF-en. Hvis den er feil, gi den width og height, eller fjern @media.",
    en="Check the drawing in the PDF. If it is wrong, give it width and height, or remove @media.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What is lost from drawings, each kind once in each file."""
    seen: set[str] = set()
    for image in manuscript.every(Image):
        path = image_path(image, manuscript.publication.images) or ""
        here = whereabouts(image, manuscript.publication) is Whereabouts.HERE
        if here and is_drawing(path) and path not in seen:
            seen.add(path)
            told = dict.fromkeys(_lost(manuscript.publication.images[path]))
            for line, message, hint in told:
                yield Finding(RULE.name, RULE.severity, Location(path, line), message, hint)


def _lost(content: bytes) -> Iterator[tuple[int | None, Text, Text]]:
    try:
        drawing = plain_drawing(content)
        svg = parse(content)
    except UndrawableError:
        return  # image-is-readable reports it.
    keep_what_is_drawn(svg)
    for link in svg.iter(f"{SVG}a"):
        if any((link.get(name) or "#").strip()[:1] not in ("", "#") for name in HREFS):
            yield link.sourceline, LINK, LINK_HINT
            break
    if not drawing.fits_a_page:
        yield svg.sourceline, WINDOW, WINDOW_HINT
    seen: set[str] = set()
    for element, what in not_drawn(drawing.svg):
        if what not in seen:
            seen.add(what)
            yield element.sourceline, EFFECT.filled(what=what), EFFECT_HINT


RULE = Rule("drawing-loses-nothing", Severity.WARNING, find, IMAGES)
