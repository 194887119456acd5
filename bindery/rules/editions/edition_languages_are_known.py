"""Every document states its language, the same each time, by a tag that screen readers support.

## Why

Screen readers choose their voice by the language. If the package, a document and a passage differ,
some readers get English words with Norwegian pronunciation. `no` does not distinguish Bokmål from
Nynorsk.

## Hvorfor

Hvert dokument oppgir språket sitt, likt hver gang, med en kode skjermlesere støtter. Talesyntesen
velger uttale etter språket. Hvis pakken, et dokument og et tekststykke har ulike språk, får noen
lesere norske ord med engelsk uttale. `no` skiller ikke mellom bokmål og nynorsk.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-lang="nb" xml:lang="nb"
+lang="nb" xml:lang="en"
```

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-<span lang="en" xml:lang="en">
+<span lang="engelsk" xml:lang="engelsk">
```

In `content.opf`:

```diff content.opf
-<dc:language>nb</dc:language>
+<dc:language>en</dc:language>
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<main id="innhold"
+<main lang="no" id="innhold"
```

## Passes

```diff kapittel-1.xhtml
-<span lang="en" xml:lang="en">
+<span lang="en-GB" xml:lang="en-GB">
```

## Clauses

- WCAG 2.2: 3.1.1 Language of Page (A), 3.1.2 Language of Parts (AA)
- EPUB 3.3, 5.4.2 (`xml:lang`) and 5.5.3.3 (`dc:language`)
- BCP 47 (RFC 5646), 2.1
"""

from collections.abc import Iterator

from bindery.document.model import XML_LANG, Element
from bindery.finished.documents import Finished
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import DOCUMENTS, MANUSCRIPT_FIRST, told
from bindery.rules.manuscript.language_is_known import is_known
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MISSING = Text(
    nb="Dokumentet har ikke oppgitt språk. Talesyntesen bruker da språket som er innstilt.",
    en="The document does not state its language. It is then read by whichever voice is on.",
)
UNKNOWN = Text(
    nb="Skjermlesere støtter ikke språkkoden «{tag}».",
    en="Screen readers do not support the language tag “{tag}”.",
)
EITHER = Text(
    nb="Koden «no» skiller ikke mellom bokmål (nb) og nynorsk (nn).",
    en="The tag “no” does not distinguish Bokmål (nb) from Nynorsk (nn).",
)
TWO = Text(
    nb="Språket er «{one}» ett sted og «{other}» et annet. Skjermlesere velger ulikt.",
    en="The language is “{one}” in one place and “{other}” in another. Screen readers differ in"
    " which they use.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Documents without a language, unknown or ambiguous tags, and pairs that differ."""
    if isinstance(book, FinishedEpub):
        yield from _of_package(book)
    for name, root in book.documents.items():
        if not (root.get("lang") or root.get(XML_LANG)):
            yield told(RULE, book, name, MISSING, MANUSCRIPT_FIRST)
        problems = (text for element in root.iter("{*}*") for text in _of_element(element))
        for message in dict.fromkeys(problems):
            yield told(RULE, book, name, message, MANUSCRIPT_FIRST)


def _of_package(book: FinishedEpub) -> Iterator[Finding]:
    languages = [value for name, value, _ in book.dublin_core if name == "language"]
    if not languages:
        yield told(RULE, book, book.package, MISSING, MANUSCRIPT_FIRST)
    for tag in dict.fromkeys((*languages, book.language)):
        if message := _wrong(tag):
            yield told(RULE, book, book.package, message, MANUSCRIPT_FIRST)
    if languages and book.language and book.language not in languages:
        message = TWO.filled(one=book.language, other=languages[0])
        yield told(RULE, book, book.package, message, MANUSCRIPT_FIRST)


def _of_element(element: Element) -> Iterator[Text]:
    html, xml = element.get("lang"), element.get(XML_LANG)
    for tag in dict.fromkeys((html, xml)):
        if tag is not None and (message := _wrong(tag)):
            yield message
    if html is not None and xml is not None and html != xml:
        yield TWO.filled(one=html, other=xml)


def _wrong(tag: str) -> Text | None:
    if not tag:
        return None
    if tag.partition("-")[0].lower() == "no":
        return EITHER
    return None if is_known(tag) else UNKNOWN.filled(tag=tag)


RULE = Rule("edition-languages-are-known", Severity.ERROR, find, DOCUMENTS)
