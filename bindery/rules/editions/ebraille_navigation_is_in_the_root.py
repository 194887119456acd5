"""The navigation is index.html, and leads to the package.

## Why

Readers who open the folder or the address of an eBraille get index.html. Reading systems find the
publication from there.

## Hvorfor

Navigasjonen er index.html, og viser til pakken. Lesere som åpner mappen eller adressen til en
eBraille-fil, får index.html. Leseprogrammene finner publikasjonen derfra.

## Fails

In `package.opf`:

```diff package.opf
- properties="nav"
+
```

In `index.html`:

```diff index.html
-rel="publication"
+rel="help"
```

## Passes

```diff index.html
-<meta charset="UTF-8"/>
+<meta charset="UTF-8"/><link rel="help" href="ebraille/kolofon.xhtml"/>
```

## Clauses

- eBraille 1.0: primary entry page
"""

from collections.abc import Iterator

from bindery.finished.documents import XHTML
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import FILES, NAVIGATION, PACKAGE
from bindery.rules.editions._finished import told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

OTHER = Text(
    nb="index.html er ikke dokumentet med innholdslista og sidelista (nav).",
    en="index.html is not the navigation document.",
)
NO_LINK = Text(
    nb="index.html har ingen lenke av typen «publication» til package.opf.",
    en="index.html has no link of the kind “publication” to package.opf.",
)
_LINK = ("publication", PACKAGE, "application/oebps-package+xml")


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Another navigation document, or one without a link to the package."""
    root = book.documents.get(NAVIGATION)
    if book.navigation != NAVIGATION or root is None:
        yield told(RULE, book, book.package, OTHER)
        return
    links = root.iter(f"{XHTML}link")
    if not any((one.get("rel"), one.get("href"), one.get("type")) == _LINK for one in links):
        yield told(RULE, book, NAVIGATION, NO_LINK)


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-navigation-is-in-the-root", Severity.ERROR, find, FILES, standard=EBRAILLE_1
)
