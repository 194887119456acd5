"""Turning pages and following the table of contents give the same order, and nothing is left out.

## Why

Screen reader users go from one document to the next, and cannot see that a chapter came too early.
Readers never get to a document that is not in the order.

## Hvorfor

Leserne får samme rekkefølge når de blar og når de følger innholdslista, og ingenting mangler.
Skjermleserbrukere går fra ett dokument til det neste, og kan ikke se at et kapittel kom for tidlig.
De kommer aldri til et dokument som ikke er med i rekkefølgen.

## Fails

In `navigasjon.xhtml`:

```diff content.opf
-<itemref idref="fil-4"/>
-    <itemref idref="fil-5"/>
+<itemref idref="fil-5"/>
+    <itemref idref="fil-4"/>
```

In `content.opf`:

```diff content.opf
-<itemref idref="fil-5"/>
+<itemref idref="fil-5" linear="no"/>
```

In `content.opf`:

```diff content.opf
-    <itemref idref="fil-5"/>
+
```

## Passes

```diff content.opf
-<itemref idref="fil-5"/>
+<itemref idref="fil-5" linear="yes"/>
```

## Clauses

- WCAG 2.2: 1.3.2 Meaningful Sequence (A)
- EPUB Accessibility 1.1: `readingOrder`
"""

from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import said_by
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import DOCUMENTS, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

TOO_EARLY = Text(
    nb="«{text}» kommer etter «{before}» i innholdslista, men leses før.",
    en="“{text}” comes after “{before}” in the table of contents, but is read before it.",
)
LEFT_OUT = Text(
    nb="{file} er ikke med i leserekkefølgen. Lesere som blar, kommer aldri dit.",
    en="{file} is not in the reading order. Readers who turn the pages never get there.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Entries of the contents in another order than the text, and documents left out."""
    for name in book.documents:
        if name not in book.linear and name != book.navigation:
            yield told(RULE, book, book.package, LEFT_OUT.filled(file=name))
    places = _places(book)
    before: Element | None = None
    for link in book.navigation_entries("toc"):
        target = book.target(book.navigation, link.get("href") or "")
        if target is None or _document(target) not in {book.documents.get(n) for n in book.linear}:
            continue
        if before is not None and places[target] < places[_target(book, before)]:
            message = TOO_EARLY.filled(
                text=shortened(said_by(link)), before=shortened(said_by(before))
            )
            yield told(RULE, book, book.navigation, message)
        before = link


def _target(book: FinishedEpub, link: Element) -> Element:
    target = book.target(book.navigation, link.get("href") or "")
    assert target is not None
    return target


def _document(element: Element) -> Element:
    return element.getroottree().getroot()


def _places(book: FinishedEpub) -> dict[Element, int]:
    """The position of each element in the reading order."""
    elements = (one for root in book.documents.values() for one in root.iter("{*}*"))
    return {element: place for place, element in enumerate(elements)}


RULE: Rule[FinishedEpub] = Rule("epub-is-read-in-one-order", Severity.ERROR, find, DOCUMENTS)
