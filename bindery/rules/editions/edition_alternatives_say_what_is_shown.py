"""No image's words are its file name, or say again what its caption has just said.

## Why

A file name tells a listener nothing. A caption heard twice tells nothing of what the image shows.

## Hvorfor

Ingen alternativ tekst er et filnavn, eller sier om igjen det bildeteksten nettopp sa. Et filnavn
sier ingenting til den som lytter. En bildetekst som høres to ganger, sier ikke hva bildet viser.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-alt="Fyret på odden i solnedgang"
+alt="fyr.png"
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-aria-label="Kart over Tromsø med sundet på begge sider"
+aria-label="Tromsø ligger på en øy."
```

## Passes

```diff kapittel-1.xhtml
-alt="Fyret på odden i solnedgang"
+alt="Fyr"
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A), failure F30
"""

from collections.abc import Iterator
from mimetypes import guess_type

from bindery.document.model import Element
from bindery.finished.documents import XHTML, Finished, images, said_by
from bindery.rules.editions._finished import IMAGES, IN_THE_MANUSCRIPT, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, squeezed

FILE_NAME = Text(
    nb="Bildets alternative tekst er et filnavn: «{alt}». Den som lytter, får ikke vite hva det "
    "viser.",
    en="The image’s alternative text is a file name: “{alt}”. A listener does not learn what it "
    "shows.",
)
CAPTION = Text(
    nb="Bildets alternative tekst sier det samme som bildeteksten: «{alt}». Den som lytter, hører "
    "det to ganger.",
    en="The image’s alternative text says what its caption says: “{alt}”. A listener hears it "
    "twice.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Alternatives that are a file's name, or the figure's caption."""
    for name, root in book.documents.items():
        for image in images(root):
            alt = said_by(image)
            if _is_file_name(alt):
                yield told(RULE, book, name, FILE_NAME.filled(alt=alt), IN_THE_MANUSCRIPT)
            elif alt and squeezed(alt) == squeezed(_caption(image)):
                yield told(RULE, book, name, CAPTION.filled(alt=alt), IN_THE_MANUSCRIPT)


def _is_file_name(alt: str) -> bool:
    return " " not in alt and (guess_type(alt)[0] or "").startswith("image/")


def _caption(image: Element) -> str:
    figure = next(image.iterancestors(f"{XHTML}figure"), None)
    caption = None if figure is None else figure.find(f"{XHTML}figcaption")
    return "" if caption is None else said_by(caption)


RULE = Rule("edition-alternatives-say-what-is-shown", Severity.ERROR, find, IMAGES)
