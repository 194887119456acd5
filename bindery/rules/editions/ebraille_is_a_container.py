"""The file begins by saying which kind of file it is.

## Why

Braille displays and library systems read the first bytes to find out what a file is. If they do not
find its type there, they refuse it.

## Hvorfor

Filen begynner med å si hvilken type den er. Leselister og bibliotekenes systemer leser de første
tegnene i filen for å finne ut hva den er. Hvis typen ikke står der, åpner de den ikke.

## Fails

In `mimetype`:

```diff mimetype
-application/epub+zip
+application/ebrl+zip
```

## Passes

```diff META-INF/container.xml
-<rootfiles>
+<!-- Punktskrift --><rootfiles>
```

## Clauses

- eBraille 1.0: file format (OCF: `mimetype`)
"""

import posixpath
from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import FILES
from bindery.rules.editions._finished import shortened, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_TYPE = "application/epub+zip"
LATE = Text(
    nb="mimetype er ikke den første filen i eBraille-filen.",
    en="mimetype is not the first file in the eBraille.",
)
OTHER = Text(
    nb="mimetype er «{said}». Den skal være «application/epub+zip».",
    en="mimetype is “{said}”. It must be “application/epub+zip”.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """A type that is not first, or another one."""
    name, first = next(iter(book.resources.items()))
    said = first.content.decode(errors="replace")
    if posixpath.basename(name) != "mimetype":
        yield told(RULE, book, "mimetype", LATE)
    elif said != _TYPE:
        yield told(RULE, book, "mimetype", OTHER.filled(said=shortened(said)))


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-is-a-container", Severity.ERROR, find, FILES, standard=EBRAILLE_1
)
