"""The package says who has produced the braille.

## Why

Readers who find a fault in the braille need to know whom to tell. It is often not the publisher of
the print.

## Hvorfor

Pakken sier hvem som har laget punktskriften. Lesere som finner en feil i punktskriften, må vite
hvem de skal si fra til. Det er ofte ikke utgiveren av den trykte utgaven.

## Fails

In `package.opf`:

```diff package.opf
-<meta property="a11y:producer">Prøveforlaget</meta>
+
```

In `package.opf`:

```diff package.opf
-<meta property="a11y:producer">Prøveforlaget</meta>
+<meta property="a11y:producer"> </meta>
```

## Passes

```diff package.opf
-<meta property="a11y:producer">Prøveforlaget</meta>
+<meta property="a11y:producer">Prøveforlaget</meta>
+<meta property="a11y:producer">Punktskrifttrykkeriet</meta>
```

## Clauses

- eBraille 1.0: package metadata (`a11y:producer`)
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import MISSING
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

_NAME = "a11y:producer"


def find(book: FinishedEpub) -> Iterator[Finding]:
    """A package without it, or with an empty one."""
    said = book.claimed(_NAME)
    if not said or not all(said):
        yield told(RULE, book, book.package, MISSING.filled(name=_NAME))


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-says-who-made-it", Severity.ERROR, find, CLAIMS, standard=EBRAILLE_1
)
