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

Lines 3 and 5:

```markdown
# Kart

![Kart over Norge](../figures/norge.png)

![Kart over Norden](../figures/norden.svg)
```

```svg figures/norge.png
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
```

```svg figures/norden.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">
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

from lxml import etree

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript._images import Whereabouts, image_path, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP"}
SVG = "{http://www.w3.org/2000/svg}svg"

OF_ANOTHER_KIND = Text(
    nb="«{path}» er av et filformat som leseprogrammer ikke viser.",
    en="“{path}” is in a format that reading systems do not show.",
)
NOT_WHAT_IT_SAYS = Text(
    nb="«{path}» er skadet, eller er et annet filformat enn navnet sier.",
    en="“{path}” is damaged, or in another format than its name says.",
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
        match whereabouts(image, manuscript.publication):
            case Whereabouts.OF_ANOTHER_KIND:
                message = OF_ANOTHER_KIND
            case Whereabouts.HERE if path not in seen:
                seen.add(path)
                if _is_what_it_says(path, manuscript.publication.images[path]):
                    continue
                message = NOT_WHAT_IT_SAYS
            case _:
                continue
        yield Finding(RULE.name, RULE.severity, image.location, message.filled(path=path), HINT)


def _is_what_it_says(path: str, content: bytes) -> bool:
    suffix = PurePosixPath(path).suffix.lower()
    return _is_svg(content) if suffix == ".svg" else _is_picture(content, FORMATS[suffix])


def _is_svg(content: bytes) -> bool:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return root.tag == SVG


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
