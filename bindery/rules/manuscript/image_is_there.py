"""Every image in the text is a file that exists.

## Why

If the file is missing, readers get a box with the description and the name of the file.

## Hvorfor

Hvert bilde i teksten er en fil som finnes. Hvis filen mangler, får leserne en boks med beskrivelsen
og navnet på filen.

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

from collections.abc import Iterable, Iterator

from bindery.manuscript.files import shown
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import SHOWN_IMAGES
from bindery.rules.manuscript._images import Whereabouts, image_path, shown_images, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Bildefilen «{path}» finnes ikke.", en="There is no image file “{path}”.")
HINT = Text(
    nb="Sjekk stavemåten, også store og små bokstaver. Stien regnes fra mappen til kapittelet.",
    en="Check the spelling and the capitals. The path is relative to the chapter's folder.",
)
CAPITALS = Text(
    nb="Filen heter «{name}». Skriv navnet med de samme store og små bokstavene.",
    en="The file is called “{name}”. Write the name with the same capitals.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images whose file is missing."""
    images = manuscript.publication.images
    for image in shown_images(manuscript):
        if whereabouts(image, manuscript.publication) is Whereabouts.MISSING:
            path = image_path(image) or ""
            message = MESSAGE.filled(path=shown(path))
            yield Finding(RULE.name, RULE.severity, image.location, message, _hint(path, images))


def _hint(path: str, images: Iterable[str]) -> Text:
    """What to do; the name to write, if there is one that differs in capitals alone."""
    alike = (other for other in images if other.casefold() == path.casefold())
    name = next(alike, "").rpartition("/")[2]
    return CAPITALS.filled(name=name) if name else HINT


RULE = Rule("image-is-there", Severity.ERROR, find, SHOWN_IMAGES, makes_draft=True)
