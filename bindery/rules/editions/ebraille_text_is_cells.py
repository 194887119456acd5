"""All text is braille, also in titles, alternatives and styles.

## Why

A display shows letters of print in the code that it happens to be set to, or as unknown signs in
the middle of the braille.

## Hvorfor

All tekst er punktskrift, også i titler, alternativer og stiler. En leselist viser vanlige bokstaver
i det systemet den tilfeldigvis er stilt inn på, eller som ukjente tegn midt i punktskriften.

## Fails

In `ebraille/kapittel-1.xhtml`:

```diff ebraille/kapittel-1.xhtml
-⠠⠞⠗⠕⠍⠎⠪ ⠇⠊⠛
+Tromsø ⠇⠊⠛
```

In `ebraille/kapittel-1.xhtml`:

```diff ebraille/kapittel-1.xhtml
-<title>⠠⠅⠽⠎⠞⠑⠝</title>
+<title>Kysten</title>
```

In `ebraille/kapittel-1.xhtml`:

```diff ebraille/kapittel-1.xhtml
-<h2 id="kartet">
+<h2 id="kartet" title="Kartet">
```

In `ebraille/braille.css`:

```diff ebraille/braille.css
-table { margin: 1em 0; }
+table::before { content: "Tabell"; }
```

## Passes

```diff ebraille/braille.css
-table { margin: 1em 0; }
+table::before { content: "⠤⠤ "; }
```

```diff ebraille/kapittel-1.xhtml
-<h2 id="kartet">
+<h2 id="kartet" class="kart">
```

## Clauses

- eBraille 1.0: braille content
"""

import re
from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import XHTML
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import is_cells, page_lists
from bindery.rules.editions._finished import DOCUMENTS, shortened, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_ATTRIBUTES = ("alt", "title", "abbr")
_CONTENT = re.compile(r"""\bcontent\s*:\s*(["'])(?P<words>.*?)\1""")
NOT_CELLS = Text(
    nb="«{words}» er ikke punktskrift.",
    en="“{words}” is not braille.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Text, attributes and generated content in print. Page lists belong to another rule."""
    for name, root in book.documents.items():
        for words in _written(root):
            if not is_cells(words):
                yield told(RULE, book, name, NOT_CELLS.filled(words=shortened(words)))
    for name, sheet in book.sheets.items():
        for found in _CONTENT.finditer(sheet):
            if not is_cells(found["words"]):
                yield told(RULE, book, name, NOT_CELLS.filled(words=shortened(found["words"])))


def _written(root: Element) -> Iterator[str]:
    """Every piece of text that is shown, and what attributes say."""
    pages = {link for nav in page_lists(root) for link in nav.iter(f"{XHTML}a")}
    for element in root.iter("{*}*"):
        yield element.tail or ""
        if element not in pages:
            yield element.text or ""
            yield from (element.get(name) or "" for name in _ATTRIBUTES)


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-text-is-cells", Severity.WARNING, find, DOCUMENTS, standard=EBRAILLE_1
)
