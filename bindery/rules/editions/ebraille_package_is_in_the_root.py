"""The package is called package.opf, and is not in a folder.

## Why

An eBraille can be unpacked to a folder or a web server. Reading systems then look for the package
under this name.

## Hvorfor

Pakken heter package.opf, og ligger ikke i en mappe. En eBraille-fil kan pakkes ut i en mappe eller
på en nettside. Leseprogrammene leter da etter pakken med dette navnet.

## Fails

In `META-INF/container.xml`:

```diff META-INF/container.xml
-full-path="package.opf"
+full-path="innhold.opf"
```

## Passes

```diff META-INF/container.xml
-<rootfiles>
+<!-- Punktskrift --><rootfiles>
```

## Clauses

- eBraille 1.0: package document
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import FILES, PACKAGE
from bindery.rules.editions._finished import told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_CONTAINER = "META-INF/container.xml"
ELSEWHERE = Text(
    nb="pakken er {name}. Den skal være package.opf, utenfor alle mapper.",
    en="the package is {name}. It must be package.opf, outside of all folders.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """A package with another name, or in a folder."""
    if book.package != PACKAGE or _CONTAINER not in book.resources:
        yield told(RULE, book, _CONTAINER, ELSEWHERE.filled(name=book.package))


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-package-is-in-the-root", Severity.ERROR, find, FILES, standard=EBRAILLE_1
)
