r"""Nothing in the manuscript runs or fetches anything: no scripts, no handlers, no iframes.

## Why

A publication is the same for every reader, on every machine, for as long as it is kept. Code can
fail, track readers, or read from their disk. Code in HTML is left out before anything else is read.
In a drawing the code is left out too, and the drawing may lose its meaning.

## Hvorfor

Ingenting i manuset kjører eller henter noe: ingen skript, ingen kode som svarer på klikk, ingen
iframer. En publikasjon er den samme for alle lesere, på alle maskiner, så lenge den finnes. Kode
kan svikte, spore leserne eller lese fra maskinen. Kode i HTML blir fjernet før noe annet leses.
Også i en tegning blir koden fjernet, og da kan tegningen miste meningen.

## Fails

Line 3:

```markdown
# Kart

Se [kartet]{onmouseover="vis()"} over Norge.
```

Lines 2, 3, 4, 5 and 6 of `figures/norge.svg`:

```markdown
# Kart

![Kart over Norge](../figures/norge.svg)
```

```svg figures/norge.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<script>alert("hei")</script>
<image href="https://example.org/norge.png"/>
<rect onclick="vis()" width="9" height="9"/>
<style>@import "https://example.org/stil.css";</style>
<rect fill="u\72l(https://example.org/hav.svg#hav)" width="9" height="9"/>
</svg>
```

## Passes

````markdown
# Kart

<!-- <script> i en kommentar kommer ikke med. -->

Koden ble skrevet slik:

```html
<script>alert("hei")</script>
```

![Kart over Norge](../figures/norge.svg)
````

```svg figures/norge.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<defs><linearGradient id="hav"/></defs>
<rect fill="url(#hav)" width="9" height="9"/>
</svg>
```

## Clauses

- EPUB 3.3, Scripted content documents and Resource locations.
- Matterhorn Protocol 1.1: 29-001 (no script demands its own timing)
"""

from collections.abc import Iterator

from lxml import etree

from bindery.document.fetched import fetched_by, fetched_by_sheet
from bindery.document.svg.attributes import is_picture_in_itself
from bindery.document.svg.parse import (
    SVG,
    XLINK_HREF,
    UndrawableError,
    keep_what_is_drawn,
    parse,
)
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element, RawHtml
from bindery.rules.manuscript._active import is_active, is_active_attribute
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

RUNS = frozenset({"script", "handler", "foreignObject", "iframe", "object", "embed"})
XHTML = "{http://www.w3.org/1999/xhtml}"
_NO_STYLES = frozenset({"id", "class", "content", "d", "points", "values", "unicode", "lang"})

IN_TEXT = Text(
    nb="Teksten har kode som skal kjøre eller hente noe. Det virker ikke i noen utgave.",
    en="The text has code to run or to fetch something. It works in no edition.",
)
IN_DRAWING = Text(
    nb="Tegningen har <{tag}>, som kjører eller henter noe. Det blir ikke med.",
    en="The drawing has <{tag}>, which runs or fetches something. It is left out.",
)
MEND_TEXT = Text(
    nb="Fjern det. Hvis leserne skal se koden, skriv den mellom ``` og ```.",
    en="Remove it. If readers are to see the code, write it between ``` and ```.",
)
HTML = Text(
    nb="Tegningen har tekst skrevet som HTML (<{tag}>). Den kan ikke trykkes, og blir ikke med.",
    en="The drawing has text written as HTML (<{tag}>). It cannot be printed, and is left out.",
)
NO_HTML = Text(
    nb="Lagre tegningen med vanlig tekst. I Mermaid: htmlLabels: false. I draw.io: slå av "
    "«Formatted Text» og «Word Wrap».",
    en="Save the drawing with plain text. In Mermaid: htmlLabels: false. In draw.io: switch off"
    " “Formatted Text” and “Word Wrap”.",
)
MEND_DRAWING = Text(
    nb="Lagre tegningen på nytt som ren SVG, med alt den viser i samme fil.",
    en="Save the drawing again as plain SVG, with everything it shows in the file.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """HTML, attributes and drawings that would run or fetch something."""
    for element in manuscript.every(Element):
        if _is_active(element):
            yield Finding(RULE.name, RULE.severity, element.location, IN_TEXT, MEND_TEXT)
    # Check every drawing, used or not: one may get into an edition by another way than the text.
    for path, content in manuscript.publication.images.items():
        if path.lower().endswith(".svg"):
            for line, tag in _active_in(content):
                html = tag == "foreignObject"
                message, hint = (HTML, NO_HTML) if html else (IN_DRAWING, MEND_DRAWING)
                at = Location(path, line)
                yield Finding(RULE.name, RULE.severity, at, message.filled(tag=tag), hint)


def _is_active(element: Element) -> bool:
    if isinstance(element, RawHtml) and is_active(element.text):
        return True
    said = ((key, value) for key, value in element.attributes.pairs if key != "href")
    return any(is_active_attribute(key, value) for key, value in said)


def _active_in(drawing: bytes) -> Iterator[tuple[int | None, str]]:
    """The line and the name of each element that runs or fetches something."""
    try:
        root = parse(drawing)
    except UndrawableError:
        return  # image-is-readable reports it.
    for element in list(root.iter(f"{XHTML}*")):
        if not any(around.tag == f"{SVG}foreignObject" for around in element.iterancestors()):
            yield element.sourceline, etree.QName(element).localname
    keep_what_is_drawn(root)
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if (
            name in RUNS
            or (name == "style" and any(fetched_by_sheet(element.text or "")))
            or any(_is_active_in_drawing(name, *one) for one in _attributes(element))
        ):
            yield element.sourceline, name
    yield from _stylesheets(drawing)


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """The attributes that are not notes of a drawing program."""
    for key, value in element.attrib.items():
        if not str(key).startswith("{") or str(key) == XLINK_HREF:
            yield etree.QName(str(key)).localname, str(value)


def _is_active_in_drawing(element: str, name: str, value: str) -> bool:
    if name == "href":
        # A link fetches nothing until somebody follows it; drawing-has-no-links reports it.
        leads_out = not value.strip().startswith("#") and not is_picture_in_itself(value)
        return leads_out and (element != "a" or is_active_attribute(name, value))
    styles = name not in _NO_STYLES and not name.startswith(("data-", "aria-"))
    return is_active_attribute(name, value) or (styles and any(fetched_by(value)))


def _stylesheets(drawing: bytes) -> Iterator[tuple[int | None, str]]:
    """The style sheets that a drawing names before it begins."""
    root = etree.fromstring(drawing, etree.XMLParser(resolve_entities=False, no_network=True))
    before = root.itersiblings(preceding=True)
    yield from ((node.sourceline, "?xml-stylesheet") for node in before if _is_stylesheet(node))


def _is_stylesheet(node: etree._Element) -> bool:
    return isinstance(node, etree._ProcessingInstruction) and node.target == "xml-stylesheet"


RULE = Rule("no-active-content", Severity.ERROR, find, CHAPTERS, makes_draft=True)
