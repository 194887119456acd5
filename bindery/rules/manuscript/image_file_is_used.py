"""Every image file in the manuscript is used in a chapter or on the cover.

## Why

A file that is not used is an image that fell out of the text, or one that should have been deleted.
Readers miss the first. The second may belong to somebody who did not give it away.

## Hvorfor

Hver bildefil i manuset er brukt i et kapittel eller på omslaget. En fil som ikke er brukt, er et
bilde som har falt ut av teksten, eller et som skulle vært slettet. Det første går leserne glipp av.
Det andre kan tilhøre noen som ikke har gitt det fra seg.

## Fails

In `figures/norden.svg`:

```markdown
# Kart

![Norgeskart med 17 kommuner merket](../figures/kart.svg)
```

```svg figures/norden.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>
```

## Passes

```markdown
# Kart

![Norgeskart med 17 kommuner merket](../figures/kart.svg)
```

## Clauses

- None. It guards against a loss that no standard can see.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import IMAGE_FILES
from bindery.rules.manuscript._images import image_path, shown_images
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet er ikke brukt på omslaget eller i noe kapittel i leserekkefølgen.",
    en="The image is not used on the cover or in any chapter in the reading order.",
)
HINT = Text(
    nb="Sett det inn der det hører hjemme, eller flytt filen ut av manuscript/.",
    en="Insert it where it belongs, or move the file out of manuscript/.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Image files that no chapter uses."""
    images = manuscript.publication.images
    shown = {image_path(image, images) for image in shown_images(manuscript)}
    for path in images:
        if path not in shown:
            yield Finding(RULE.name, RULE.severity, Location(path), MESSAGE, HINT)


RULE = Rule("image-file-is-used", Severity.WARNING, find, IMAGE_FILES)
