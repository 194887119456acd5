"""Every image is SVG, PNG, JPEG, GIF or WebP, whole, and what its name says.

## Why

Reading systems show these five. A file that is damaged, or is one kind and named as another, is
shown by some of them and not by others.

## Hvorfor

Hvert bilde er SVG, PNG, JPEG, GIF eller WebP, er helt, og er det navnet sier. Disse fem kan
leseprogrammene vise. Er filen skadet, eller er den noe annet enn navnet sier, får noen lesere se
bildet, og andre ikke.

## Fails

Line 3:

```markdown
# Kart

![Kart over Norge](../figures/norge.tiff)
```

```text figures/norge.tiff
II*
```

Lines 3, 5 and 7:

```markdown
# Kart

![Kart over Norge](../figures/norge.png)

![Kart over Norden](../figures/norden.svg)

![Kart over Alta](../figures/alta.svg)
```

```svg figures/norge.png
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
```

```svg figures/norden.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">
```

```svg figures/alta.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 hundre hundre"/>
```

## Passes

```markdown
# Kart

![Kart over Norge](../figures/kart.svg) og ![Alta sett fra fjorden](../figures/foto.png).
```

## Clauses

- EPUB 3.3, Core media types.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from bindery.document.svg.parse import UndrawableError
from bindery.document.svg.plain import plain_drawing
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript._images import Whereabouts, image_path, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP"}

OF_ANOTHER_KIND = Text(
    nb="«{path}» er av et filformat som leseprogrammer ikke viser.",
    en="“{path}” is in a format that reading systems do not show.",
)
NOT_WHAT_IT_SAYS = Text(
    nb="«{path}» er skadet, eller er et annet filformat enn navnet sier.",
    en="“{path}” is damaged, or in another format than its name says.",
)
NOT_DRAWABLE = Text(nb="«{path}», linje {line}: {reason}", en="“{path}”, line {line}: {reason}")
DRAW_AGAIN = Text(
    nb="Åpne tegningen i programmet den er laget i, og lagre den på nytt som vanlig SVG.",
    en="Open the drawing in the program it was made with, and save it again as plain SVG.",
)
HINT = Text(
    nb="Lagre bildet på nytt som SVG, PNG, JPEG, GIF eller WebP, med navn som passer.",
    en="Save the image again as SVG, PNG, JPEG, GIF or WebP, with a name that fits.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images in unsupported formats, and files that do not match their name, once each."""
    seen: set[str] = set()
    for image in manuscript.every(Image):
        path = image_path(image) or ""
        told: tuple[Text, Text] | None
        match whereabouts(image, manuscript.publication):
            case Whereabouts.OF_ANOTHER_KIND:
                told = (OF_ANOTHER_KIND.filled(path=path), HINT)
            case Whereabouts.HERE if path not in seen:
                seen.add(path)
                told = _told(path, manuscript.publication.images[path])
            case _:
                told = None
        if told:
            yield Finding(RULE.name, RULE.severity, image.location, *told)


def _told(path: str, content: bytes) -> tuple[Text, Text] | None:
    """What is wrong with the image at ``path``, and what to do, if anything is."""
    suffix = PurePosixPath(path).suffix.lower()
    if suffix != ".svg":
        whole = _is_picture(content, FORMATS[suffix])
        return None if whole else (NOT_WHAT_IT_SAYS.filled(path=path), HINT)
    try:
        plain_drawing(content)
    except UndrawableError as error:
        line = error.line or 1
        message = Text(
            nb=NOT_DRAWABLE.nb.format(path=path, line=line, reason=error.reason.nb),
            en=NOT_DRAWABLE.en.format(path=path, line=line, reason=error.reason.en),
        )
        return message, DRAW_AGAIN
    return None


def _is_picture(content: bytes, wanted: str) -> bool:
    from PIL import Image as Picture  # noqa: PLC0415 - not for a book of drawings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Picture.DecompressionBombWarning)
        try:
            with Picture.open(BytesIO(content), formats=(wanted,)) as picture:
                picture.verify()
        except (OSError, SyntaxError, ValueError, Picture.DecompressionBombError):
            return False
    return True


RULE = Rule("image-is-readable", Severity.ERROR, find, IMAGES, stops_build=True)
