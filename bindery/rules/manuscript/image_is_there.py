"""Every image the text shows is a file that exists.

## Why

Where the file is missing, a sighted reader gets a hole in the page and a listener gets a
description of something nobody has seen.

## Hvorfor

Hvert bilde i teksten er en fil som finnes. Mangler filen, får den som ser, et hull på siden. Den
som lytter, får en beskrivelse av noe ingen har sett.

## Fails

Line 3:

```markdown
# Kart

![Kart over Norge](../figures/norge.svg)
```

## Passes

```markdown
# Kart

![Kart over Norge](../figures/kart.svg)
```

## Clauses

- EPUB 3.3, Publication resources: every image is in the package.
"""

from collections.abc import Iterator

from bindery.manuscript.files import shown
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript._images import Whereabouts, image_path, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Bildefilen «{path}» finnes ikke.", en="There is no image file “{path}”.")
HINT = Text(
    nb="Sjekk stavemåten, også store og små bokstaver. Stien regnes fra kapittelets mappe.",
    en="Check the spelling, capitals too. The path is relative to the chapter's folder.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images whose file is missing."""
    for image in manuscript.every(Image):
        if whereabouts(image, manuscript.publication) is Whereabouts.MISSING:
            message = MESSAGE.filled(path=shown(image_path(image) or ""))
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("image-is-there", Severity.ERROR, find, IMAGES, stops_build=True)
