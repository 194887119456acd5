"""Every structure element is of a standard type, or mapped to one.

## Why

A type that no standard knows is running text to screen readers: a heading of an own type is not in
their list of headings, and a table of an own type has no rows.

## Hvorfor

Hvert strukturelement er av en standardtype, eller koblet til en. En type som ingen standard
kjenner, er løpende tekst for skjermlesere: En overskrift av en egen type er ikke i lista over
overskrifter, og en tabell av en egen type har ingen rader.

## Fails

In `kart-og-tall.pdf`:

```python
todo, found = [pdf.Root.StructTreeRoot], []
while todo:
    one = todo.pop()
    kids = one.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    kids = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    found += [kid for kid in kids if kid.S == "/H2"]
    todo += kids[::-1]
found[0].S = pikepdf.Name.Mellomtittel
```

## Passes

```python
pdf.Root.StructTreeRoot.RoleMap["/Mellomtittel"] = pikepdf.Name.H2
```

## Clauses

- Matterhorn Protocol 1.1: 02-001, 02-004
- ISO 14289-1, 7.1; ISO 32000-2, 14.8.6
"""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf
from bindery.rules.editions._finished import REBUILD
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

MESSAGE = Text(
    nb="PDF-en har {count} deler av typen «{tag}», som skjermlesere ikke kjenner igjen.",
    en="The PDF has {count} elements of the type “{tag}”, which screen readers do not recognise.",
)
_OF_PDF_17 = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
        "Artifact",
    ]
)
_OF_PDF_20 = frozenset(["DocumentFragment", "Aside", "Title", "Sub", "FENote", "Em", "Strong"])
_OF_PDF = ("pdf", "pdf2")


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Types that no standard has and no role map explains, each told once."""
    unknown: dict[str, int] = {}
    for element in pdf.elements:
        if element.namespace in _OF_PDF and not _is_known(element.role, element.namespace):
            unknown[element.tag] = unknown.get(element.tag, 0) + 1
    for tag, count in unknown.items():
        message = MESSAGE.filled(tag=tag, count=count)
        yield Finding(RULE.name, RULE.severity, Location(pdf.subject), message, REBUILD)


def _is_known(role: str, namespace: str) -> bool:
    if role in _OF_PDF_17 or (namespace == "pdf2" and role in _OF_PDF_20):
        return True
    return namespace == "pdf2" and role.startswith("H") and role[1:].isdigit()


_EXAMINED: Extent[FinishedPdf] = Extent(
    Unit(
        nb=("strukturelement", "strukturelementer"), en=("structure element", "structure elements")
    ),
    lambda pdf: len(pdf.elements),
)

RULE = Rule("pdf-types-are-known", Severity.ERROR, find, _EXAMINED)
