"""The package says once whether everything is transcribed.

## Why

A student with a part of a textbook must know that it is a part. Libraries look for the rest if it
says so.

## Hvorfor

Pakken sier én gang om alt er skrevet om til punktskrift. En student med deler av en lærebok må vite
at den ikke er hel. Bibliotekene skaffer resten når det står der.

## Fails

In `package.opf`:

```diff package.opf
-<meta property="a11y:completeTranscription">true</meta>
+
```

In `package.opf`:

```diff package.opf
-<meta property="a11y:completeTranscription">true</meta>
+<meta property="a11y:completeTranscription">ja</meta>
```

In `package.opf`:

```diff package.opf
-<meta property="a11y:completeTranscription">true</meta>
+<meta property="a11y:completeTranscription">true</meta>
+<meta property="a11y:completeTranscription">false</meta>
```

## Passes

```diff package.opf
-<meta property="a11y:completeTranscription">true</meta>
+<meta property="a11y:completeTranscription">false</meta>
```

## Clauses

- eBraille 1.0: package metadata (`a11y:completeTranscription`)
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import not_one_of
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

_NAME = "a11y:completeTranscription"
_VALUES = ("true", "false")


def find(book: FinishedEpub) -> Iterator[Finding]:
    """A package without it, with several, or with another value."""
    for message in not_one_of(_NAME, book.claimed(_NAME), _VALUES):
        yield told(RULE, book, book.package, message)


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-says-whether-all-is-there", Severity.ERROR, find, CLAIMS, standard=EBRAILLE_1
)
