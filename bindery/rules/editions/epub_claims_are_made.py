"""The e-book states what readers choose by: how it can be read, what it has, and its hazards.

## Why

Bookshops and libraries only know what the file states. An e-book that does not state its
descriptions is not chosen. One that does not state whether it flashes is a risk to some readers.

## Hvorfor

I e-boka står det leserne velger etter: hvordan den kan leses, hva den har, og hva som er farlig i
den. Bokhandler og biblioteker har bare opplysningene i filen. En e-bok som ikke oppgir
beskrivelsene sine, blir ikke valgt. En e-bok som ikke oppgir om den blinker, er en risiko for noen
lesere.

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
    nb="e-boka mangler opplysninger om {name}, så leserne kan ikke sjekke det på forhånd.",
    en="the e-book does not state {name}, so readers cannot check it beforehand.",
)
MODEST = Text(
    nb="e-boka oppfyller «{name}: {value}», men oppgir det ikke.",
    en="the e-book meets “{name}: {value}”, but does not state it.",
)
TOO_FEW = Text(
    nb="e-boka oppgir at «{modes}» er nok, men {mode} er ikke oppgitt.",
    en="the e-book states that “{modes}” is enough, but does not state {mode}.",
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
