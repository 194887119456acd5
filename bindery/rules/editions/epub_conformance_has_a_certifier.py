"""An e-book that claims to conform to a standard says who found so, and when.

## Why

Conformance to WCAG cannot be found automatically. Somebody must have read the e-book. Buyers cannot
trust a claim without a name.

## Hvorfor

En e-bok som oppgir at den oppfyller en standard, oppgir hvem som har vurdert det, og når. WCAG kan
ikke vurderes bare automatisk. Noen må ha lest e-boka. Kjøpere kan ikke stole på en påstand uten
navn.

## Fails

In `content.opf`:

```diff content.opf
-<meta property="schema:accessMode">visual</meta>
+<meta property="schema:accessMode">visual</meta>
+    <meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
```

In `content.opf`:

```diff content.opf
-<meta property="schema:accessMode">visual</meta>
+<meta property="schema:accessMode">visual</meta>
+    <meta id="samsvar" property="dcterms:conformsTo">WCAG 2.2</meta>
+    <meta id="hvem" property="a11y:certifiedBy" refines="#samsvar">Tilsynet</meta>
+    <meta property="dcterms:date" refines="#hvem">2026-11-20</meta>
```

## Passes

```diff content.opf
-<meta property="schema:accessMode">visual</meta>
+<meta property="schema:accessMode">visual</meta>
+    <meta id="c" property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>
+    <meta id="hvem" property="a11y:certifiedBy" refines="#c">Tilsynet</meta>
+    <meta property="dcterms:date" refines="#hvem">2026-11-20</meta>
```

## Clauses

- EPUB Accessibility 1.1, 4.2.1 (`conformsTo`) and 4.2.2 (`certifiedBy`)
"""

import re
from collections.abc import Iterator

from bindery.finished.claims import CONFORMANCE
from bindery.finished.epub import FinishedEpub
from bindery.finished.lacking import evaluator
from bindery.rules.editions._finished import told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

_CLAIM = re.compile(r"EPUB Accessibility 1\.\d - WCAG 2\.[012] Level A{1,3}")

NOBODY = Text(
    nb="e-boka oppgir at den oppfyller «{value}», men ikke hvem som har vurdert det, og når.",
    en="the e-book claims to conform to “{value}”, but does not say who found so, and when.",
)
UNHEARD_OF = Text(
    nb="e-boka oppgir «{value}». Bokhandler og biblioteker støtter bare formen «EPUB Accessibility"
    " 1.1 - WCAG 2.2 Level AA».",
    en="the e-book claims “{value}”. Bookshops and libraries support only the form “EPUB"
    " Accessibility 1.1 - WCAG 2.2 Level AA”.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Claims of conformance without a certifier, or in a form that no catalogue understands."""
    nobody = any(evaluator(book))
    for value in book.claimed(CONFORMANCE):
        if nobody:
            yield told(RULE, book, book.package, NOBODY.filled(value=value))
        if not _CLAIM.fullmatch(value):
            yield told(RULE, book, book.package, UNHEARD_OF.filled(value=value))


_CONFORMANCES: Extent[FinishedEpub] = Extent(
    Unit(
        nb=("påstand om samsvar", "påstander om samsvar"),
        en=("claim of conformance", "claims of conformance"),
    ),
    lambda book: len(book.claimed(CONFORMANCE)),
)

RULE = Rule("epub-conformance-has-a-certifier", Severity.ERROR, find, _CONFORMANCES)
