r"""No edition runs anything, or fetches anything from elsewhere.

## Why

A script can move the text while it is read, and take the focus from keyboard users. Content from
the network is missing offline and may be gone in ten years. The site learns who reads what.

## Hvorfor

Ingen utgave kjører noe, eller henter noe fra andre steder. Et skript kan flytte teksten mens noen
leser, og ta fokus fra tastaturbrukere. Innhold fra nettet mangler uten nett, og kan være borte om
ti år. Nettstedet får vite hvem som leser hva.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-src="bilder/bilde-1.png"
+src="https://example.org/fyr.png"
```

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-<h1 id="kysten">
+<h1 id="kysten" onclick="this.remove()">
```

In `stil.css`:

```diff stil.css
-body { margin: 0;
+body { background: url(https://example.org/papir.png); margin: 0;
```

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-<h1 id="kysten">
+<h1 id="kysten" style="background: u\72l(//example.org/papir.png)">
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<header>
+<header><script src="maaling.js"></script>
```

## Passes

```diff kapittel-2.xhtml
-<a href="https://example.org/kystlinja">
+<a href="https://example.org/annen-kystlinje" rel="external">
```

## Clauses

- WCAG 2.2: 2.2.2 Pause, Stop, Hide (A), 2.1.1 Keyboard (A), 3.2.1 On Focus (A)
- Nordic Guidelines for the Production of Accessible EPUB 3: no scripts
"""

from collections.abc import Iterator
from contextlib import suppress

from bindery.document.fetched import fetched_by, is_elsewhere
from bindery.document.model import Element
from bindery.document.svg.parse import UndrawableError, parse
from bindery.finished.documents import SVG, XHTML, Finished
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import DOCUMENTS, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_DATA = "application/ld+json"
_FORMS = tuple(f"{XHTML}{name}" for name in ("form", "input", "button", "select", "textarea"))
_FRAMES = tuple(f"{XHTML}{name}" for name in ("iframe", "frame", "object", "embed", "applet"))
_LOADING_LINKS = {
    *("stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "icon", "manifest"),
    *("modulepreload", "prerender", "apple-touch-icon", "mask-icon"),
}
_XLINK = "{http://www.w3.org/1999/xlink}href"
_LOADS = ("src", "poster", "data", "background", "longdesc", "lowsrc")
_SETS = ("srcset", "imagesrcset")
RUNS = Text(
    nb="{what} kan kjøre noe, og flytte teksten mens noen leser.",
    en="{what} can run something, and move the text while somebody reads.",
)
FETCHES = Text(
    nb="{address} hentes fra nettet. Det mangler uten nett, og nettstedet får vite hvem som leser.",
    en="{address} is fetched from the network. It is missing offline, and the site learns who"
    " reads.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Scripts, handlers, forms and frames, and what has an address on the network."""
    for name, css in book.sheets.items():
        for address in filter(is_elsewhere, fetched_by(css)):
            yield told(RULE, book, name, FETCHES.filled(address=address))
    for name, root in (*book.documents.items(), *_drawings(book)):
        for element in root.iter("{*}*"):
            for message in _of(element):
                yield told(RULE, book, name, message)


def _drawings(book: Finished) -> Iterator[tuple[str, Element]]:
    """The drawings that are files of their own in an e-book."""
    files = book.resources if isinstance(book, FinishedEpub) else {}
    for name, file in files.items():
        if file.media_type == "image/svg+xml":
            with suppress(UndrawableError):  # EPUBCheck reports one that cannot be read.
                yield name, parse(file.content)


def _of(element: Element) -> Iterator[Text]:
    tag = str(element.tag)
    kind = tag.rpartition("}")[2]
    is_script = tag in (f"{XHTML}script", f"{SVG}script") and element.get("type") != _DATA
    refreshes = kind == "meta" and (element.get("http-equiv") or "").lower() == "refresh"
    if is_script or refreshes or tag in _FORMS or tag in _FRAMES:
        yield RUNS.filled(what=f"<{kind}>")
    for name, value in element.attrib.items():
        if str(name).lower().startswith("on"):
            yield RUNS.filled(what=str(name))
        elif "".join(str(value).split()).lower().startswith("javascript:"):
            yield RUNS.filled(what=shortened(str(value)))
    for address in (*filter(is_elsewhere, _loaded(element, tag, kind)), *_styled(element, kind)):
        yield FETCHES.filled(address=shortened(address))


def _loaded(element: Element, tag: str, kind: str) -> Iterator[str]:
    """The addresses that a browser loads for the attributes of ``element``."""
    yield from (element.get(name) or "" for name in _LOADS)
    for name in _SETS:
        yield from (one.split()[0] for one in (element.get(name) or "").split(",") if one.split())
    in_drawing = tag.startswith(SVG) and kind != "a"
    rel = {one.lower() for one in (element.get("rel") or "").split()}
    if in_drawing or (kind == "link" and _LOADING_LINKS & rel) or kind == "base":
        yield element.get("href") or ""
    if in_drawing:
        yield element.get(_XLINK) or ""


def _styled(element: Element, kind: str) -> Iterator[str]:
    """The addresses that the styles of ``element`` fetch, in CSS and in a drawing's attributes."""
    if kind == "style":
        yield from filter(is_elsewhere, fetched_by(element.text or ""))
    drawn = str(element.tag).startswith(SVG)
    for name, value in element.attrib.items():
        if name == "style" or (drawn and ("(" in value or "\\" in value)):
            yield from filter(is_elsewhere, fetched_by(str(value)))


RULE = Rule("edition-fetches-nothing", Severity.ERROR, find, DOCUMENTS)
