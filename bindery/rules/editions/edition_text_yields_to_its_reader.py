"""No style prevents readers from choosing size, spacing and colours, or makes text very small.

## Why

Many people read with large letters, wide lines or their own colours. A size in pixels or
`!important` prevents that, and 9 pixels are too small for most.

## Hvorfor

Ingen stil hindrer leseren i å velge størrelse, avstander og farger, eller gjør teksten svært liten.
Mange leser med store bokstaver, god avstand mellom linjene eller egne farger. En størrelse i
piksler, eller `!important`, hindrer det, og 9 piksler er for lite for de fleste.

## Fails

In `stil.css`:

```diff stil.css
-p, ul, ol, dl, figure, blockquote, pre { margin: 0 0 1em; }
+p, ul, ol, dl, figure, blockquote, pre { margin: 0 0 1em; font-size: 9px; }
```

In `stil.css`:

```diff stil.css
-figcaption { margin-bottom: 0.8em; }
+figcaption { margin-bottom: 0.8em; font-size: 0.5em; }
```

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
-<p>Tallene er runde.
+<p style="color: #777 !important">Tallene er runde.
```

## Passes

```diff stil.css
-figcaption { margin-bottom: 0.8em; }
+figcaption { margin-bottom: 0.8em; font-size: 0.9em; border-top: 1px solid; }
```

## Clauses

- WCAG 2.2: 1.4.4 Resize Text (AA), 1.4.12 Text Spacing (AA)
- EPUB Accessibility 1.1: `displayTransformability`
"""

import re
from collections.abc import Iterator

from bindery.finished.documents import Finished
from bindery.finished.styles import Style, fixes_appearance, styles_that
from bindery.rules.editions._finished import DOCUMENTS, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_RELATIVE = re.compile(r"([\d.]+)(em|rem|%)")
_SMALLEST = 0.6

FIXED = Text(
    nb="Stilen {style} låser skrift, avstander eller farger. Leserne kan ikke endre dem.",
    en="The style {style} fixes type, spacing or colours. Readers cannot change them.",
)
SMALL = Text(
    nb="Stilen {style} gjør teksten svært liten. Mange kan ikke lese den.",
    en="The style {style} makes the text very small. Many cannot read it.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Styles that match text of the edition and override a choice of its reader."""
    for suspect, message in ((fixes_appearance, FIXED), (_shrinks, SMALL)):
        for style in dict.fromkeys(styles_that(book, suspect, of_text=True)):
            file, _, rule = style.partition(": ")
            yield told(RULE, book, file, message.filled(style=rule or "style"))


def _shrinks(style: Style) -> bool:
    """Whether letters become smaller than six tenths of the size that the reader has chosen."""
    if style.name != "font-size":
        return False
    size = _RELATIVE.fullmatch(style.value)
    if size is None:
        return style.value in ("x-small", "xx-small")
    return float(size[1]) / (100 if size[2] == "%" else 1) < _SMALLEST


RULE = Rule("edition-text-yields-to-its-reader", Severity.ERROR, find, DOCUMENTS)
