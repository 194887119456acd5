"""An alternative text says what the image shows, and is not a file name or the word “image”.

## Why

Otherwise blind readers get only the name of the file, which is of no use.

## Hvorfor

Den alternative teksten sier hva bildet viser, og er ikke et filnavn eller bare ordet «bilde».
Ellers får blinde bare navnet på filen, som er til ingen nytte.

## Fails

Lines 3, 5 and 7:

```markdown
# Kart

![kart.svg](../figures/kart.svg)

![IMG_2041](../figures/foto.png)

![Bilde](../figures/foto.png)
```

## Passes

```markdown
# Kart

![Norgeskart med 17 kommuner merket](../figures/kart.svg)
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A), failure F30
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.prose.readings import primary, with_languages
from bindery.rules.manuscript._extents import alternatives_in
from bindery.rules.manuscript._images import image_path
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_FILE_NAME = re.compile(r"\S+\.(svg|png|jpe?g|gif|webp|tiff?|bmp|pdf)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(img|dsc[nf]?|dscf|pict?|image|skjermbilde|screenshot)[-_ ]?\d+", re.IGNORECASE
)
_NORWEGIAN = (
    "(?:et |en |ein |eit )?"
    "(?:bilde|bilete|foto|fotografi|figur|illustrasjon|diagram|graf|kart|ikon|logo|grafikk)"
)
_ENGLISH = (
    "(?:an? |the )?"
    "(?:image|picture|photo|photograph|figure|illustration|chart|graph|map|icon|graphic)"
)
_KINDS = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "en": _ENGLISH}
# The words of one of these languages say as little in a text in another of them.
_KIND_ALONE = re.compile(
    rf"(?:{'|'.join(dict.fromkeys(_KINDS.values()))})(?: ?\d+)?\.?", re.IGNORECASE
)

MESSAGE = Text(
    nb="Den alternative teksten «{alt}» sier ikke hva bildet viser.",
    en="The alternative text “{alt}” does not say what the image shows.",
)
HINT = Text(
    nb="Beskriv bildet slik du ville gjort i telefonen.",
    en="Describe the image as you would on the telephone.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Alternative texts that are only a file name, a camera's number or a kind of image."""
    for chapter in manuscript.chapters:
        for image, language in with_languages(Image, chapter, manuscript):
            if image.alt and _says_nothing(image, primary(language)):
                message = MESSAGE.filled(alt=image.alt)
                yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


def _says_nothing(image: Image, language: str) -> bool:
    stem = (image_path(image) or image.source).rpartition("/")[2].rpartition(".")[0]
    is_own_name = image.alt.casefold() == stem.casefold() and not image.alt.istitle()
    patterns = [_FILE_NAME, _CAMERA, *([_KIND_ALONE] if language in _KINDS else [])]
    return is_own_name or any(pattern.fullmatch(image.alt) for pattern in patterns)


RULE = Rule("alt-text-says-what-is-shown", Severity.ERROR, find, alternatives_in(_KINDS))
