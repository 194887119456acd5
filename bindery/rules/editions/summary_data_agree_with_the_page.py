"""The summary gives search engines and libraries the same information as readers, and it is true.

## Why

Many people find a publication through a catalogue that uses this data: which formats there are, and
how they can be read. If the data and the page differ, one of them misleads.

## Hvorfor

Sammendraget gir søkemotorer og biblioteker de samme opplysningene som leserne, og de stemmer. Mange
finner en publikasjon gjennom en katalog som bruker disse dataene: hvilke formater som finnes, og
hvordan de kan leses. Hvis dataene og siden er ulike, er en av dem misvisende.

## Fails

In `kart-og-tall.html`:

```diff kart-og-tall.html
-"@type": "Book", "name": "Kart og tall", "alternativeHeadline"
+"@type": "Book", "name": "Kart og tal", "alternativeHeadline"
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-"numberOfPages": 6
+"numberOfPages": 8
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-"alternativeText", "longDescription"
+"longDescription"
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-{"@context"
+{"@context": , "@graph"
```

## Passes

```diff kart-og-tall.html
-"version": "1.0.0", "identifier"
+"version": "1.0.0", "genre": "fagbok", "identifier"
```

## Clauses

- Schema.org Accessibility Properties for Discoverability Vocabulary
- EPUB Accessibility 1.1, 2.1 (discoverability)
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from bindery.document.model import XML_LANG
from bindery.finished.documents import XHTML, FinishedPage, UnreadableError, headings, said_by
from bindery.finished.epub import FinishedEpub
from bindery.finished.opened import offered_file, opened
from bindery.rules.editions._finished import told
from bindery.vocabulary.editions import EPUB_TYPE
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit, squeezed

_JSON = "application/ld+json"
_EPUB = "application/epub+zip"
_CLAIMED = ("accessMode", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary")

UNREADABLE = Text(
    nb="Dataene om publikasjonen (JSON-LD) kan ikke leses.",
    en="The data about the publication (JSON-LD) cannot be parsed.",
)
DIFFERS = Text(
    nb="I dataene om publikasjonen (JSON-LD) er {what} «{said}», men skal være «{found}».",
    en="In the data about the publication (JSON-LD) {what} is “{said}”, but must be “{found}”.",
)
UNTOLD = Text(
    nb="{file} tilbys på siden, men mangler i dataene om publikasjonen (JSON-LD).",
    en="{file} is offered on the page, but missing in the data about the publication (JSON-LD).",
)


def find(book: FinishedPage) -> Iterator[Finding]:
    """Data that cannot be parsed, or that differs from the page or the files beside it."""
    (name,) = book.documents
    for script in _data(book):
        try:
            data = json.loads(script)
        except ValueError:
            yield told(RULE, book, name, UNREADABLE)
            continue
        for what, said, found in _differences(book, data):
            yield told(RULE, book, name, DIFFERS.filled(what=what, said=said, found=found))
        for file in _untold(book, data):
            yield told(RULE, book, name, UNTOLD.filled(file=file))


def _data(book: FinishedPage) -> list[str]:
    scripts = book.root.iter(f"{XHTML}script")
    return [one.text or "" for one in scripts if one.get("type") == _JSON]


def _differences(book: FinishedPage, data: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    title = "".join(said_by(heading) for heading in headings(book.root)[:1])
    if squeezed(str(data.get("name"))) != squeezed(title):
        yield "name", str(data.get("name")), title
    if data.get("inLanguage") != book.root.get("lang"):
        yield "inLanguage", str(data.get("inLanguage")), str(book.root.get("lang"))
    for example in _examples(data):
        encoding = example.get("encoding", {})
        path = book.folder / _file_name(example)
        offered = offered_file(path)
        if offered is None:
            continue
        told_of = {
            "encodingFormat": (encoding.get("encodingFormat"), offered.media_type),
            "contentSize": (encoding.get("contentSize"), f"{offered.size} B"),
            "numberOfPages": (example.get("numberOfPages"), offered.pages),
        }
        for what, (said, found) in told_of.items():
            if said != found:
                yield what, str(said), str(found)
        if offered.media_type == _EPUB:
            try:
                yield from _claims(example, opened(path, EPUB_TYPE))
            except UnreadableError:
                continue


def _claims(example: dict[str, Any], epub: FinishedEpub) -> Iterator[tuple[str, str, str]]:
    """Claims that differ from the e-book's own, in value or in language."""
    for what in _CLAIMED:
        value = example.get(what, [])
        said = _marked(value) if isinstance(value, (str, dict)) else list(value)
        found = [
            text if language is None else f"{text} ({language})"
            for name, text, attributes in epub.properties
            if name == f"schema:{what}"
            for language in [attributes.get(XML_LANG)]
        ]
        if sorted(said) != sorted(found):
            yield what, ", ".join(said), ", ".join(found)


def _marked(value: str | dict[str, str]) -> list[str]:
    """A text, with its language if it has one (JSON-LD 1.1, 4.2.4)."""
    if isinstance(value, str):
        return [value]
    return [f"{value.get('@value')} ({value.get('@language')})"]


def _untold(book: FinishedPage, data: dict[str, Any]) -> Iterator[str]:
    named = {_file_name(example) for example in _examples(data)}
    offered = [link.get("href") or "" for _, link in book.every("a") if "download" in link.attrib]
    sized = any("encoding" in example for example in _examples(data))
    if sized and any(named):
        files = {unquote(file).removeprefix("./") for file in offered} - named
        yield from sorted(file for file in files if (book.folder / file).is_file())


def _examples(data: dict[str, Any]) -> list[dict[str, Any]]:
    return list(data.get("workExample", []))


def _file_name(example: dict[str, Any]) -> str:
    """The file of an edition; empty if the publication has no address yet."""
    return unquote(str(example.get("encoding", {}).get("contentUrl", ""))).rpartition("/")[2]


_SETS: Extent[FinishedPage] = Extent(
    Unit(nb=("datasett", "datasett"), en=("set of data", "sets of data")),
    lambda book: len(_data(book)),
)

RULE = Rule("summary-data-agree-with-the-page", Severity.ERROR, find, _SETS)
