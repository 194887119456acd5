"""No alternative text is a file name, or repeats the caption.

## Why

A file name is of no use to blind readers. If the alternative text repeats the caption, screen
readers read it twice, and nobody says what the image shows.

## Hvorfor

Ingen alternativ tekst er et filnavn, eller gjentar bildeteksten. Et filnavn er til ingen nytte for
blinde. Hvis teksten gjentar bildeteksten, leser skjermleseren den to ganger, og blinde får ikke
vite hva bildet viser.

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
    nb="Den alternative teksten er et filnavn: «{alt}». Blinde får ikke vite hva bildet viser.",
    en="The alternative text is a file name: “{alt}”. Blind readers do not learn what the image"
    " shows.",
)
CAPTION = Text(
    nb="Den alternative teksten er lik bildeteksten: «{alt}». Skjermlesere leser den to ganger.",
    en="The alternative text repeats the caption: “{alt}”. Screen readers read it twice.",
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
