"""The package says once which tactile graphics it has, if any.

## Why

Tactile graphics need a display or paper that can show them. Without a word of it, readers do not
know whether they are missing something.

## Hvorfor

Pakken sier én gang hvilke taktile bilder den har, om den har noen. Taktile bilder krever en
leselist eller et papir som kan vise dem. Når det ikke står noe, vet ikke leserne om de mangler noe.

## Fails

In `package.opf`:

```diff package.opf
-<meta property="a11y:tactileGraphics">none</meta>
+
```

In `package.opf`:

```diff package.opf
-<meta property="a11y:tactileGraphics">none</meta>
+<meta property="a11y:tactileGraphics">none</meta>
+<meta property="a11y:tactileGraphics">none</meta>
```

## Passes

```diff package.opf
-<meta property="a11y:tactileGraphics">none</meta>
+<meta property="a11y:tactileGraphics">SVG</meta>
```

## Clauses

- eBraille 1.0: package metadata (`a11y:tactileGraphics`)
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import not_once
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

_NAME = "a11y:tactileGraphics"


def find(book: FinishedEpub) -> Iterator[Finding]:
    """A package without it, or with several."""
    said = book.claimed(_NAME)
    for message in not_once(_NAME, said):
        yield told(RULE, book, book.package, message)


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-says-whether-pictures-are-tactile", Severity.ERROR, find, CLAIMS, standard=EBRAILLE_1
)
