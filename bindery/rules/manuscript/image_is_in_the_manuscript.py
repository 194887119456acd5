"""Every image is in `manuscript/`, and is not a link to another place.

## Why

A file elsewhere on the author's machine is missing on other machines, and may not be meant for
readers. Nothing outside the manuscript gets into an edition.

## Hvorfor

Hvert bilde ligger i `manuscript/`, og er ikke en snarvei til et annet sted. En fil et annet sted på
forfatterens maskin mangler på andre maskiner, og er kanskje ikke ment for leserne. Ingenting
utenfor manuset kommer med i noen utgave.

## Fails

Lines 3 and 5:

```markdown
# Kart

![Kart over Norge](../../../kart.svg)

![Kart over Norden](/home/kari/norden.svg)
```

## Passes

```markdown
# Kart

![Kart over Norge](../figures/kart.svg)
```

## Clauses

- EPUB 3.3, File URLs: an edition refers to no file outside its package.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import SHOWN_IMAGES
from bindery.rules.manuscript._images import Whereabouts, shown_images, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet «{source}» ligger utenfor manuset, og kommer ikke med i noen utgave.",
    en="The image “{source}” is outside the manuscript and gets into no edition.",
)
HINT = Text(
    nb="Legg en kopi av filen i manuscript/figures/, og skriv ../figures/ foran navnet.",
    en="Put a copy of the file in manuscript/figures/, and write ../figures/ before its name.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images that lead out of the manuscript, by their path or by a link in the file system."""
    for image in shown_images(manuscript):
        if whereabouts(image, manuscript.publication) is Whereabouts.OUTSIDE:
            message = MESSAGE.filled(source=image.source)
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("image-is-in-the-manuscript", Severity.ERROR, find, SHOWN_IMAGES, makes_draft=True)
