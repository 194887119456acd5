"""No image is fetched from the network, or written into its address.

## Why

The image on the server may change. Readers without a connection would not get it, and the server
would learn who reads. Nothing is fetched during a build.

## Hvorfor

Ingen bilder hentes fra nettet, eller er skrevet inn i adressen sin. Bildet på serveren kan bli
endret. Lesere uten nett får ikke se det, og serveren får vite hvem som leser. Ingenting hentes mens
utgavene lages.

## Fails

Lines 3, 5 and 7:

```markdown
# Kart

![Kart over Norge](https://example.org/kart.svg)

![Kart over Norden](//example.org/norden.svg)

![En prikk](data:image/gif;base64,R0lGODlhAQABAAAAACw=)
```

## Passes

```markdown
# Kart

![Kart over Norge](../figures/kart.svg) er laget etter et [kart](https://example.org/kart.svg).
```

## Clauses

- EPUB 3.3, Resource locations: images are in the package.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import SHOWN_IMAGES
from bindery.rules.manuscript._images import Whereabouts, shown_images, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Bildet har en nettadresse. bindery henter ingenting, så bare adressen vises.",
    en="The image has a web address. bindery fetches nothing: only the address is shown.",
)
HINT = Text(
    nb="Hvis du har lov til å bruke bildet, lagre det i manuscript/figures/ og vis til filen.",
    en="If you may use the image, save it in manuscript/figures/ and refer to the file.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images with an address on the network, or with ``data:``."""
    for image in shown_images(manuscript):
        if whereabouts(image, manuscript.publication) is Whereabouts.REMOTE:
            yield Finding(RULE.name, RULE.severity, image.location, MESSAGE, HINT)


RULE = Rule("image-is-local", Severity.ERROR, find, SHOWN_IMAGES, makes_draft=True)
