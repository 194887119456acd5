"""The text flows to any line length, with one style for all readers.

## Why

Displays have from 14 cells to several lines of 40. If pages are fixed, or a style is for some
devices only, readers lose text or get it in another order.

## Hvorfor

Teksten flyter til alle linjelengder, med én stil for alle lesere. Leselister har fra 14 celler til
flere linjer på 40. Hvis sidene er låst, eller en stil bare gjelder noen apparater, mister lesere
tekst eller får den i en annen rekkefølge.

## Fails

In `package.opf`:

```diff package.opf
-</metadata>
+<meta property="rendition:layout">pre-paginated</meta></metadata>
```

In `ebraille/braille.css`:

```diff ebraille/braille.css
-p { margin: 0;
+p { -epub-hyphens: none; margin: 0;
```

In `ebraille/braille.css`:

```diff ebraille/braille.css
-table { margin: 1em 0; }
+@media braille { table { margin: 1em 0; } }
```

## Passes

```diff ebraille/braille.css
-table { margin: 1em 0; }
+@media (max-width: 20em) { table { margin: 1em 0; } }
```

## Clauses

- eBraille 1.0: layout and CSS (no fixed layout, no `-epub-` properties, no `braille` media type)
"""

import re
from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import FILES, OPF, package_of
from bindery.rules.editions._finished import told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_MEDIA = re.compile(r"@media[^{]*\bbraille\b")
FIXED = Text(nb="«{name}» er for låste sider.", en="“{name}” is for fixed pages.")
PREFIXED = Text(
    nb="stilen bruker egenskaper som begynner med «-epub-».",
    en="the style has properties that begin with “-epub-”.",
)
OF_MEDIA = Text(
    nb="stilen har regler bare for mediet «braille».",
    en="the style has rules for the medium “braille” only.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Fixed layout, properties with a prefix, and styles for some devices."""
    fixed = "pre-paginated" in book.claimed("rendition:layout")
    placed = any("rendition:layout-pre-paginated" in one for one in _spine_properties(book))
    if fixed or placed:
        yield told(RULE, book, book.package, FIXED.filled(name="rendition:layout"))
    for name, sheet in book.sheets.items():
        if "-epub-" in sheet:
            yield told(RULE, book, name, PREFIXED)
        if _MEDIA.search(sheet):
            yield told(RULE, book, name, OF_MEDIA)


def _spine_properties(book: FinishedEpub) -> Iterator[str]:
    return (one.get("properties") or "" for one in package_of(book).iter(f"{OPF}itemref"))


RULE: Rule[FinishedEpub] = Rule("ebraille-flows", Severity.ERROR, find, FILES, standard=EBRAILLE_1)
