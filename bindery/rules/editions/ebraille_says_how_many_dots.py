"""The package says once whether cells have six or eight dots.

## Why

Displays show cells of eight dots. They need to know whether the two lower ones are part of the
text, and an embosser whether it can print it.

## Hvorfor

Pakken sier én gang om cellene har seks eller åtte punkter. Leselister viser celler med åtte
punkter. De må vite om de to nederste er en del av teksten, og en skriver om den kan skrive den ut.

## Fails

In `package.opf`:

```diff package.opf
-<meta property="a11y:brailleCellType">6</meta>
+
```

In `package.opf`:

```diff package.opf
-<meta property="a11y:brailleCellType">6</meta>
+<meta property="a11y:brailleCellType">7</meta>
```

In `package.opf`:

```diff package.opf
-<meta property="a11y:brailleCellType">6</meta>
+<meta property="a11y:brailleCellType">6</meta>
+<meta property="a11y:brailleCellType">8</meta>
```

## Passes

```diff package.opf
-<meta property="a11y:brailleCellType">6</meta>
+<meta property="a11y:brailleCellType">6, 8</meta>
```

## Clauses

- eBraille 1.0: package metadata (`a11y:brailleCellType`)
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import not_one_of
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

_NAME = "a11y:brailleCellType"
_VALUES = ("6", "8", "6, 8", "8, 6")


def find(book: FinishedEpub) -> Iterator[Finding]:
    """A package without it, with several, or with another value."""
    for message in not_one_of(_NAME, book.claimed(_NAME), _VALUES):
        yield told(RULE, book, book.package, message)


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-says-how-many-dots", Severity.ERROR, find, CLAIMS, standard=EBRAILLE_1
)
