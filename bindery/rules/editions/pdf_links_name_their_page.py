"""Links within the PDF name the page that they lead to.

## Why

The page is read aloud with the link, and printed in the contents. A wrong number sends people who
use the page field, and everyone on paper, to another place.

## Hvorfor

Lenker i PDF-en nevner siden de fører til. Siden blir lest opp sammen med lenken, og er trykt i
innholdslista. Et galt tall sender dem som bruker sidefeltet, og alle som leser på papir, til et
annet sted.

## Fails

In `kart-og-tall.pdf`:

```python
for page in pdf.pages:
    for link in page.obj.get("/Annots", []):
        link.Contents = pikepdf.String("Klikk her")
```

## Passes

```python
pdf.Root.PageMode = pikepdf.Name.UseOutlines
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A)
- Matterhorn Protocol 1.1: 28-005
- ISO 14289-1, 7.18.5
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bindery.finished.pdf.tagged import FinishedPdf, PdfElement, Target
from bindery.rules.editions._finished import REBUILD, shortened
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit, squeezed

DESCRIBED = Text(
    nb="Lenken «{words}» i PDF-en er beskrevet som «{said}», men fører til {where}.",
    en="The link “{words}” in the PDF is described as “{said}”, but leads to {where}.",
)
PRINTED = Text(
    nb="I innholdslista i PDF-en står «{words}», men det er på side {where}.",
    en="The contents of the PDF say “{words}”, but that is on page {where}.",
)
PAGE = Text(nb="side {label}", en="page {label}")
_WORD = re.compile(r"[^\W_]+")


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Links that are described wrongly, and lines of the contents with another page."""
    where = Location(pdf.subject)
    for message in (*_described(pdf), *_printed(pdf)):
        yield Finding(RULE.name, RULE.severity, where, message, REBUILD)


def _described(pdf: FinishedPdf) -> Iterator[Text]:
    for link in pdf.elements:
        for target, said in zip(link.links, link.contents, strict=True):
            label, host = _label(pdf, target), urlsplit(target.uri or "").hostname or ""
            words = _WORD.findall(said)
            names_page = not label or label in words
            names_site = not host or host in said or squeezed(link.text) in squeezed(said)
            if not names_page or not names_site:
                place = PAGE.filled(label=label) if label else Text(nb=host, en=host)
                text = shortened(link.text)
                yield DESCRIBED.filled(words=text, said=shortened(said), where=place)


def _printed(pdf: FinishedPdf) -> Iterator[Text]:
    for entry in pdf.elements:
        if entry.role != "TOCI":
            continue
        for link in _own(entry):
            printed = link.text.split()[-1:]
            label = next((_label(pdf, target) for target in link.links), "")
            if label and printed and label not in printed and _FOLIO.fullmatch(printed[0]):
                yield PRINTED.filled(words=shortened(link.text), where=label)


_FOLIO = re.compile(r"\d+|[ivxlcdm]+")


def _own(entry: PdfElement) -> Iterator[PdfElement]:
    for child in entry.children:
        if child.role == "Link":
            yield child
        elif child.role != "TOC":
            yield from _own(child)


def _label(pdf: FinishedPdf, target: Target) -> str:
    page = target.page
    if page is None and target.element is not None:
        page = pdf.elements[target.element].page
    if page is None or not 0 < page <= len(pdf.pages):
        return ""
    printed = pdf.pages[page - 1].foot.split()[-1:]
    return printed[0] if printed and _FOLIO.fullmatch(printed[0]) else pdf.labels[page - 1]


_EXAMINED: Extent[FinishedPdf] = Extent(
    Unit(nb=("lenke", "lenker"), en=("link", "links")),
    lambda pdf: sum(len(one.links) for one in pdf.elements),
)

RULE = Rule("pdf-links-name-their-page", Severity.ERROR, find, _EXAMINED)
