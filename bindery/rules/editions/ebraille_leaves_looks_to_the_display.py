"""Marks of lists are text, and styles set no type, colour or fixed length.

## Why

A display has one size and no colours, and the code decides the sign before a list item. What only a
style draws, its readers do not get.

## Hvorfor

Listetegn er tekst, og stilene setter ikke skrift, farge eller faste mål. En leselist har én
størrelse og ingen farger, og systemet bestemmer tegnet foran et listepunkt. Det som bare en stil
tegner, får ikke leserne.

## Fails

In `ebraille/braille.css`:

```diff ebraille/braille.css
-list-style: none;
+list-style: disc;
```

In `ebraille/braille.css`:

```diff ebraille/braille.css
-table { margin: 1em 0; }
+table { color: #000000; }
```

In `ebraille/braille.css`:

```diff ebraille/braille.css
-table { margin: 1em 0; }
+table { font-weight: bold; }
```

In `ebraille/braille.css`:

```diff ebraille/braille.css
-table { margin: 1em 0; }
+table { margin: 12pt 0; }
```

## Passes

```diff ebraille/braille.css
-table { margin: 1em 0; }
+table { margin: 2em 0 0; }
```

## Clauses

- eBraille 1.0: CSS and lists
"""

import re
from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import FILES
from bindery.rules.editions._finished import told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_LOOKS = re.compile(
    r"(?<![\w-])(?P<name>font(?:-[a-z]+)*|color|background(?:-[a-z]+)*)\s*:", re.IGNORECASE
)
_FIXED = re.compile(r"(?<![\w.-])\d*\.?\d+(?:px|pt|pc|cm|mm|in|q)\b", re.IGNORECASE)
_MARKS = re.compile(r"list-style(?:-type)?\s*:\s*(?P<marks>[a-z-]+)", re.IGNORECASE)
LOOKS = Text(nb="stilen setter «{name}».", en="the style sets “{name}”.")
FIXED = Text(
    nb="stilen har det faste målet «{length}». Bruk em.",
    en="the style has the fixed length “{length}”. Use em.",
)
MARKS = Text(
    nb="stilen setter listetegn. De skal stå i teksten.",
    en="the style sets marks of lists. They belong in the text.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Looks, fixed lengths and marks of lists in style sheets."""
    has_lists = next(book.every("li"), None) is not None
    for name, sheet in book.sheets.items():
        for found in _LOOKS.finditer(sheet):
            yield told(RULE, book, name, LOOKS.filled(name=found["name"]))
        for found in _FIXED.finditer(sheet):
            yield told(RULE, book, name, FIXED.filled(length=found[0]))
        marks = [found["marks"].lower() for found in _MARKS.finditer(sheet)]
        if has_lists and (not marks or any(one != "none" for one in marks)):
            yield told(RULE, book, name, MARKS)


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-leaves-looks-to-the-display", Severity.WARNING, find, FILES, standard=EBRAILLE_1
)
