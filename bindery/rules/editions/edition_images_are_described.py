"""Every image, drawing and formula has a text in its place, or is marked as decoration.

## Why

Blind readers get only this text. Screen readers skip an SVG drawing without a name, or read its
labels in random order.

## Hvorfor

Hvert bilde, hver tegning og hver formel har en tekst i stedet for seg, eller er merket som pynt.
Blinde får bare denne teksten. Skjermleseren hopper over en SVG-tegning uten navn, eller leser
ordene i den i tilfeldig rekkefølge.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-aria-label="Kart over Tromsø med sundet på begge sider"
+aria-label=" "
```

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
- alttext="l"
+
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
- alt="Fyret på odden i solnedgang"
+
```

## Passes

```diff kapittel-1.xhtml
-alt="Fyret på odden i solnedgang"
+class="decorative" alt=""
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
- EPUB Accessibility 1.1, by WCAG.
"""

from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import Finished, undescribed
from bindery.rules.editions._finished import IMAGES, MANUSCRIPT_FIRST, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="{what} har ingen tekst. Blinde får ikke vite hva som er her.",
    en="{what} has no text. Blind readers do not learn what is here.",
)
_KINDS = {
    "math": Text(nb="Formelen «{hint}»", en="The formula “{hint}”"),
    "svg": Text(nb="Tegningen «{hint}»", en="The drawing “{hint}”"),
}
_IMAGE = Text(nb="Bildet «{hint}»", en="The image “{hint}”")


def find(book: Finished) -> Iterator[Finding]:
    """Images, formulas and drawings without a description and not marked as decoration."""
    for name, root in book.documents.items():
        for element in undescribed(root):
            yield told(RULE, book, name, MESSAGE.filled(what=_named(element)), MANUSCRIPT_FIRST)


def _named(element: Element) -> Text:
    kind = str(element.tag).rpartition("}")[2]
    hint = element.get("id") or element.get("src") or shortened("".join(element.itertext()))
    return _KINDS.get(kind, _IMAGE).filled(hint=shortened(hint) or kind)


RULE = Rule("edition-images-are-described", Severity.ERROR, find, IMAGES)
