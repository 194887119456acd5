"""What the e-book claims of its own accessibility agrees with its content.

## Why

People choose e-books by these claims: a blind student buys the one with descriptions. If the claim
is wrong, the buyer finds out after paying.

## Hvorfor

Det e-boka oppgir om sin egen tilgjengelighet, stemmer med innholdet. Leserne velger e-bøker etter
dette: En blind student kjøper den som har beskrivelser. Hvis det ikke stemmer, oppdager kjøperen
det etter kjøpet.

## Fails

In `content.opf`:

```diff content.opf
-<meta property="schema:accessibilityFeature">unlocked</meta>
+<meta property="schema:accessibilityFeature">signLanguage</meta>
```

In `stil.css`:

```diff stil.css
-li { margin-bottom: 0.5em; }
+li { margin-bottom: 0.5em; animation: puls 1s infinite; }
```

In `stil.css`:

```diff stil.css
-li { margin-bottom: 0.5em; }
+li { margin-bottom: 0.5em; position: absolute; }
```

In `content.opf`:

```diff content.opf
-<meta property="schema:accessMode">visual</meta>
+<meta property="schema:accessMode">auditory</meta>
+    <meta property="schema:accessMode">visual</meta>
```

## Passes

```diff content.opf
-    <meta property="schema:accessibilityFeature">unlocked</meta>
+
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A), 1.3.2 Meaningful Sequence (A),
  2.3.1 Three Flashes or Below Threshold (A)
- EPUB Accessibility 1.1, 2.2 (discovery metadata)
- Schema.org Accessibility Properties for Discoverability Vocabulary
"""

from collections.abc import Iterator

from bindery.finished.claims import CONFORMANCE, unborne
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_OF_ONE_PLACE = frozenset(
    {
        *("textual", "alternativeText", "longDescription", "pageBreakMarkers", "pageNavigation"),
        *("tableOfContents", "structuralNavigation", "displayTransformability"),
    }
)
"""Claims that other rules check place by place; here they are untrue if there is no place."""

MESSAGE = Text(
    nb="«{name}: {value}» stemmer ikke ({file}). Det er bare sant når {needs}.",
    en="“{name}: {value}” is not true ({file}). It is true only if {needs}.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Claims that nothing in the e-book supports, or that something in it contradicts."""
    told_of = set()
    for one in unborne(book):
        in_one_place = one.value in _OF_ONE_PLACE and one.file != book.package
        if one.name == CONFORMANCE or in_one_place or one.file in told_of:
            continue
        message = MESSAGE.filled(name=one.name, value=one.value, file=one.file, needs=one.needs)
        file = one.file.partition(": ")[0]
        if file != book.package:
            told_of.add(one.file)
        yield told(RULE, book, file, message)


RULE = Rule("epub-claims-are-true", Severity.ERROR, find, CLAIMS)
