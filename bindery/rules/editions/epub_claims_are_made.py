"""The e-book says what its readers choose by: how it is read, what it has, what is dangerous in it.

## Why

A bookshop or a library can only tell what the file tells. A book with descriptions that does not
say so is passed by, and one that does not say whether it flashes is a risk to some.

## Hvorfor

E-boka sier det leserne velger etter: hvordan den leses, hva den har, og hva som er farlig i den. En
bokhandel eller et bibliotek kan bare fortelle det filen forteller. En bok som har beskrivelser uten
å si det, blir gått forbi. En bok som ikke sier om den blinker, er en risiko for noen.

## Fails

In `content.opf`:

```diff content.opf
-    <meta property="schema:accessibilityFeature">alternativeText</meta>
+
```

In `content.opf`:

```diff content.opf
-    <meta property="schema:accessibilityHazard">none</meta>
+
```

In `content.opf`:

```diff content.opf
-    <meta property="schema:accessMode">visual</meta>
+
```

## Passes

```diff content.opf
-    <meta property="schema:accessibilityFeature">unlocked</meta>
+
```

## Clauses

- EPUB Accessibility 1.1, 2.2 (discovery metadata)
- Schema.org Accessibility Properties for Discoverability Vocabulary
"""

from collections.abc import Iterator
from dataclasses import replace

from bindery.finished.claims import CLAIMS
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import DOCUMENTS, is_cover, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_FEATURE, _MODE = "schema:accessibilityFeature", "schema:accessMode"
_SUFFICIENT = "schema:accessModeSufficient"
_NEEDED = (
    *(_MODE, _SUFFICIENT, _FEATURE),
    *("schema:accessibilityHazard", "schema:accessibilitySummary"),
)
_SOUGHT = (
    *("alternativeText", "longDescription", "MathML", "tableOfContents"),
    *("pageBreakMarkers", "pageNavigation"),
)
"""Features that readers search for by name."""

_SEEN = ("alternativeText", "visual")
"""Values that a cover alone does not justify, since every book has one."""

UNSAID = Text(
    nb="e-boka sier ikke noe om {name}. Den som trenger å vite det, må prøve seg fram.",
    en="the e-book does not state {name}, so readers cannot check it beforehand.",
)
MODEST = Text(
    nb="e-boka har det som skal til for «{name}: {value}», men sier det ikke.",
    en="the e-book has what it takes for “{name}: {value}”, but does not say so.",
)
TOO_FEW = Text(
    nb="e-boka sier at «{modes}» er nok, men nevner ikke {mode} blant det den har.",
    en="the e-book says that “{modes}” is enough, but does not name {mode} among what it has.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Missing properties, features that the book has but does not state, and unnamed modes."""
    for name in _NEEDED:
        if not book.claimed(name):
            yield told(RULE, book, book.package, UNSAID.filled(name=name))
    inside = _without_cover(book)
    for name, values in ((_FEATURE, _SOUGHT), (_MODE, ("textual", "visual"))):
        for value in values:
            has = not any(CLAIMS[name][value].lacking(inside if value in _SEEN else book))
            if has and book.claimed(name) and value not in book.claimed(name):
                yield told(RULE, book, book.package, MODEST.filled(name=name, value=value))
    modes = {*book.claimed(_MODE), *CLAIMS[_MODE]}
    for enough in book.claimed(_SUFFICIENT):
        for mode in enough.split(","):
            if mode not in modes:
                message = TOO_FEW.filled(modes=enough, mode=mode)
                yield told(RULE, book, book.package, message)


def _without_cover(book: FinishedEpub) -> FinishedEpub:
    inside = {name: root for name, root in book.documents.items() if not is_cover(root)}
    return replace(book, documents=inside)


RULE: Rule[FinishedEpub] = Rule("epub-claims-are-made", Severity.ERROR, find, DOCUMENTS)
