"""The package says once from when the copyright is.

## Why

Readers and libraries tell editions of the same text apart by this date. It also says how old the
text is.

## Hvorfor

Pakken sier én gang når opphavsretten er fra. Lesere og biblioteker skiller utgaver av samme tekst
etter denne datoen. Den sier også hvor gammel teksten er.

## Fails

In `package.opf`:

```diff package.opf
-<meta property="dcterms:dateCopyrighted">2026</meta>
+
```

In `package.opf`:

```diff package.opf
-<meta property="dcterms:dateCopyrighted">2026</meta>
+<meta property="dcterms:dateCopyrighted">2026</meta>
+<meta property="dcterms:dateCopyrighted">2025</meta>
```

## Passes

```diff package.opf
-<meta property="dcterms:dateCopyrighted">2026</meta>
+<meta property="dcterms:dateCopyrighted">2026-11-23</meta>
```

## Clauses

- eBraille 1.0: package metadata (`dcterms:dateCopyrighted`)
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import not_once
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

_NAME = "dcterms:dateCopyrighted"


def find(book: FinishedEpub) -> Iterator[Finding]:
    """A package without it, or with several."""
    said = book.claimed(_NAME)
    for message in not_once(_NAME, said):
        yield told(RULE, book, book.package, message)


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-says-when-it-was-copyrighted", Severity.ERROR, find, CLAIMS, standard=EBRAILLE_1
)
