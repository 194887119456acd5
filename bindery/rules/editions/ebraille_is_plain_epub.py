"""The file is XHTML in UTF-8, with nothing from elsewhere and nothing obsolete.

## Why

Braille displays are small machines, often without a network. What they do not support is not there
for their readers.

## Hvorfor

Filen er XHTML i UTF-8, uten noe som hentes utenfra, og uten noe foreldet. Leselister er små
maskiner, ofte uten nett. Det de ikke støtter, får ikke leserne.

## Fails

In `package.opf`:

```diff package.opf
-</package>
+<guide/></package>
```

In `package.opf`:

```diff package.opf
-</manifest>
+<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
```

In `package.opf`:

```diff package.opf
-id="fil-4" href
+fallback="fil-5" id="fil-4" href
```

In `package.opf`:

```diff package.opf
-<itemref idref="fil-6"/>
+<itemref idref="fil-6"/><itemref idref="fil-7"/>
```

In `package.opf`:

```diff package.opf
-href="ebraille/braille.css"
+href="/ebraille/braille.css"
```

In `ebraille/kapittel-1.xhtml`:

```diff ebraille/kapittel-1.xhtml
-<h2 id="kartet">
+<img src="https://example.org/kart.png" alt=""/><h2 id="kartet">
```

In `package.opf`:

```diff package.opf
-encoding="UTF-8"
+encoding="ISO-8859-1"
```

## Passes

```diff ebraille/kapittel-1.xhtml
-<h2 id="kartet">
+<p><a href="https://example.org/">⠅⠁⠗⠞</a></p><h2 id="kartet">
```

## Clauses

- eBraille 1.0: EPUB conformance (no deprecated or legacy features, fallbacks, collections or
  remote resources; UTF-8; only XHTML in the spine)
"""

import re
from collections.abc import Iterator

from lxml import etree

from bindery.document.model import Element
from bindery.finished.documents import XHTML
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import FILES, OPF, package_of
from bindery.rules.editions._finished import shortened, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_OBSOLETE = ("guide", "collection", "tours", "bindings")
_NCX = "application/x-dtbncx+xml"
_XHTML_TYPE = "application/xhtml+xml"
_ENCODING = re.compile(rb"""^<\?xml[^>]*\bencoding=["'](?!utf-8["'])""", re.IGNORECASE)
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_FETCHED = ("img", "audio", "video", "source", "track", "iframe", "embed", "object", "link")

OBSOLETE = Text(
    nb="«{name}» er foreldet og skal ikke være i pakken.",
    en="“{name}” is obsolete and must not be in the package.",
)
FALLBACK = Text(
    nb="«{name}» har en erstatning (fallback). Det er ikke lov i eBraille.",
    en="“{name}” has a fallback. eBraille does not allow that.",
)
NOT_XHTML = Text(
    nb="«{name}» er i leserekkefølgen, men er ikke XHTML.",
    en="“{name}” is in the reading order, and is not XHTML.",
)
ELSEWHERE = Text(
    nb="«{address}» er ikke en fil i eBraille-filen, regnet fra der den er nevnt.",
    en="“{address}” is not a file in the eBraille, seen from where it is named.",
)
NOT_UTF_8 = Text(nb="filen er ikke UTF-8.", en="the file is not UTF-8.")


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Obsolete parts, fallbacks, other files than XHTML in the spine, remote ones, not UTF-8."""
    package = package_of(book)
    for message in (*_of_package(package), *_of_spine(book)):
        yield told(RULE, book, book.package, message)
    for name, resource in book.resources.items():
        if name.endswith((".xhtml", ".html", ".css", ".opf")) and not _is_utf8(resource.content):
            yield told(RULE, book, name, NOT_UTF_8)
    for name, root in book.documents.items():
        for element in root.iter(*(f"{XHTML}{tag}" for tag in _FETCHED)):
            for attribute in ("src", "href", "data", "poster"):
                address = element.get(attribute) or ""
                if _is_elsewhere(address):
                    yield told(RULE, book, name, ELSEWHERE.filled(address=shortened(address)))


def _of_package(package: Element) -> Iterator[Text]:
    for element in package.iter(*(f"{OPF}{name}" for name in _OBSOLETE)):
        yield OBSOLETE.filled(name=etree.QName(element).localname)
    for item in package.iter(f"{OPF}item"):
        address = item.get("href") or ""
        if item.get("media-type") == _NCX:
            yield OBSOLETE.filled(name=shortened(address))
        if item.get("fallback"):
            yield FALLBACK.filled(name=shortened(address))
        if _is_elsewhere(address):
            yield ELSEWHERE.filled(address=shortened(address))


def _of_spine(book: FinishedEpub) -> Iterator[Text]:
    for name in book.spine:
        resource = book.resources.get(name)
        if resource is None or resource.media_type != _XHTML_TYPE:
            yield NOT_XHTML.filled(name=shortened(name))


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not _ENCODING.match(content)


def _is_elsewhere(address: str) -> bool:
    return address.startswith("/") or _REMOTE.match(address) is not None


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-is-plain-epub", Severity.ERROR, find, FILES, standard=EBRAILLE_1
)
