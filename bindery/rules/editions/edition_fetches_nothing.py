"""No edition runs anything, or fetches anything from elsewhere.

## Why

A script can move what is being read, and take the focus from a keyboard. What is fetched is not
there on a train or in ten years, and tells a stranger who reads what.

## Hvorfor

Ingen utgave kjører noe, eller henter noe fra andre steder. Et skript kan flytte teksten under den
som leser, og ta fokus fra den som bruker tastatur. Det som hentes, er ikke der på toget eller om ti
år, og det forteller en fremmed hvem som leser hva.

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

import re
from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import SVG, XHTML, Finished
from bindery.rules.editions._finished import DOCUMENTS, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_DATA = "application/ld+json"
_FORMS = tuple(f"{XHTML}{name}" for name in ("form", "input", "button", "select", "textarea"))
_FRAMES = tuple(f"{XHTML}{name}" for name in ("iframe", "frame", "object", "embed", "applet"))
_LOADING_LINKS = {"stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "icon"}
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_IN_STYLE = re.compile(
    r"""(?:url\(\s*["']?|@import\s+["'])\s*((?:[a-z]+:)?//[^"')\s]+)""", re.IGNORECASE
)

RUNS = Text(
    nb="{what} kan kjøre noe. Det kan flytte teksten under den som leser.",
    en="{what} can run something. It can move the text under whoever reads.",
)
FETCHES = Text(
    nb="{address} hentes fra nettet. Uten nett er det borte, og andre får vite hvem som leser.",
    en="{address} is fetched from the network. Without one it is gone, and others learn who reads.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Scripts, handlers, forms and frames, and what has an address on the network."""
    for name, css in book.sheets.items():
        for address in _IN_STYLE.findall(css):
            yield told(RULE, book, name, FETCHES.filled(address=address))
    for name, root in book.documents.items():
        for element in root.iter("{*}*"):
            for message in _of(element):
                yield told(RULE, book, name, message)


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
    loads = [element.get(name) for name in ("src", "srcset", "poster", "data", _XLINK)]
    if kind == "link" and _LOADING_LINKS & set((element.get("rel") or "").split()):
        loads.append(element.get("href"))
    if kind in ("image", "use"):
        loads.append(element.get("href"))
    styles = [element.get("style") or "", (element.text or "") if kind == "style" else ""]
    fetched = [one for one in loads if one and _ELSEWHERE.match(one)]
    for address in (*fetched, *_IN_STYLE.findall(" ".join(styles))):
        yield FETCHES.filled(address=shortened(address))


RULE = Rule("edition-fetches-nothing", Severity.ERROR, find, DOCUMENTS)
