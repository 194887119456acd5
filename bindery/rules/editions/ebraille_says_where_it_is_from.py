"""The package says from which print it is made, by whom and with which rights.

## Why

A student needs the edition that the class has. The identifier of the print in `dc:source` shows
that it is the same.

## Hvorfor

Pakken sier hvilken trykt utgave den er laget av, hvem som ga den ut, og rettighetene. En student
trenger samme utgave som klassen har. Identifikatoren til den trykte utgaven i `dc:source` viser at
den er den samme.

## Fails

In `package.opf`:

```diff package.opf
-<dc:source>urn:uuid:00000000-0000-4000-8000-000000000005</dc:source>
+
```

In `package.opf`:

```diff package.opf
-<dc:rights>CC BY 4.0</dc:rights>
+<dc:rights/>
```

## Passes

```diff package.opf
-<dc:rights>CC BY 4.0</dc:rights>
+<dc:rights>CC BY 4.0</dc:rights><dc:subject>Kyst</dc:subject>
```

## Clauses

- eBraille 1.0: recommended metadata
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import MISSING, core
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

_ADVISED = ("source", "publisher", "rights")


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Particulars that are advised, and not there."""
    for name in _ADVISED:
        if not any(core(book, name)):
            yield told(RULE, book, book.package, MISSING.filled(name=f"dc:{name}"))


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-says-where-it-is-from", Severity.WARNING, find, CLAIMS, standard=EBRAILLE_1
)
