"""The package says in which braille code the text is.

## Why

The same cells mean different letters in different codes. Readers choose by the code, and it decides
how a display may translate back.

## Hvorfor

Pakken sier hvilket punktskriftsystem teksten er i. De samme cellene er ulike bokstaver i ulike
systemer. Leserne velger etter systemet, og det avgjør hvordan en leselist kan oversette tilbake.

## Fails

In `package.opf`:

```diff package.opf
-<meta property="a11y:brailleSystem">Norwegian-6dot grade1</meta>
+
```

In `package.opf`:

```diff package.opf
-<meta property="a11y:brailleSystem">Norwegian-6dot grade1</meta>
+<meta property="a11y:brailleSystem"> </meta>
```

## Passes

```diff package.opf
-<meta property="a11y:brailleSystem">Norwegian-6dot grade1</meta>
+<meta property="a11y:brailleSystem">Norwegian-6dot grade1</meta>
+<meta property="a11y:brailleSystem">UEB grade 1</meta>
```

## Clauses

- eBraille 1.0: package metadata (`a11y:brailleSystem`)
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import MISSING
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

_NAME = "a11y:brailleSystem"


def find(book: FinishedEpub) -> Iterator[Finding]:
    """A package without it, or with an empty one."""
    said = book.claimed(_NAME)
    if not said or not all(said):
        yield told(RULE, book, book.package, MISSING.filled(name=_NAME))


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-says-which-code", Severity.ERROR, find, CLAIMS, standard=EBRAILLE_1
)
