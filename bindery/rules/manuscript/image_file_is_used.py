"""Every image file in the manuscript is shown by a chapter.

## Why

A file that no chapter shows is an image that fell out of the text, or one that was meant to be
deleted. Readers miss the first, and the second may be somebody's who did not give it away.

## Hvorfor

Hver bildefil i manuset vises i et kapittel. En fil som ikke vises, er et bilde som har falt ut av
teksten, eller et som skulle vært slettet. Det første går leserne glipp av. Det andre kan tilhøre
noen som ikke har gitt det fra seg.

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
    nb="Ingen kapitler i leserekkefølgen viser dette bildet, så leserne får det ikke.",
    en="No chapter in the reading order shows this image, so readers do not get it.",
)
HINT = Text(
    nb="Vis det der det hører hjemme, eller flytt filen ut av manuscript/.",
    en="Show it where it belongs, or move the file out of manuscript/.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Image files that no chapter uses."""
    images = manuscript.publication.images
    shown = {image_path(image, images) for image in shown_images(manuscript)}
    for path in images:
        if path not in shown:
            yield Finding(RULE.name, RULE.severity, Location(path), MESSAGE, HINT)


RULE = Rule("image-file-is-used", Severity.WARNING, find, IMAGE_FILES)
