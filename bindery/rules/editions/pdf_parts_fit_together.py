"""Lists, tables and contents are made of the parts they must have.

## Why

Screen readers count the items of a list and find the row of a cell by these parts. A list with
other parts in it is said to have too few items, and what is put beside them is skipped or not part
of the list.

## Hvorfor

Lister, tabeller og innholdslister er satt sammen av de delene de skal ha. Skjermlesere teller
punktene i en liste og finner raden til en celle ved hjelp av disse delene. En liste med andre deler
i seg ser ut til å ha for få punkter, og det som står ved siden av dem, blir hoppet over eller er
ikke med i lista.

## Fails

In `kart-og-tall.pdf`:

```python
todo, found = [pdf.Root.StructTreeRoot], []
while todo:
    one = todo.pop()
    kids = one.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    kids = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    found += [kid for kid in kids if kid.S == "/LBody"]
    todo += kids[::-1]
found[0].S = pikepdf.Name.P
```

In `kart-og-tall.pdf`:

```python
todo, found = [pdf.Root.StructTreeRoot], []
while todo:
    one = todo.pop()
    kids = one.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    kids = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    found += [kid for kid in kids if kid.S == "/TR"]
    todo += kids[::-1]
found[0].S = pikepdf.Name.Sect
```

## Passes

```python
pdf.Root.PageMode = pikepdf.Name.UseOutlines
```

## Clauses

- Matterhorn Protocol 1.1: 09-004, 09-005, 09-006
- ISO 14289-1, 7.2; ISO 32005, table 5
"""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf, PdfElement
from bindery.rules.editions._finished import REBUILD, shortened
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

INSIDE = Text(
    nb="{parent} i PDF-en har {child} i seg («{words}»). Skjermlesere teller da feil.",
    en="{parent} in the PDF has {child} in it (“{words}”). Screen readers then count wrong.",
)
OUTSIDE = Text(
    nb="{child} i PDF-en er ikke i {parent} («{words}»). Skjermlesere leser det ikke som det.",
    en="{child} in the PDF is not in {parent} (“{words}”). Screen readers do not read it as that.",
)
BARE = Text(
    nb="Et punkt (LI) i PDF-en har ikke noe innhold (LBody): «{words}».",
    en="An item (LI) in the PDF has no body (LBody): “{words}”.",
)
_ANYWHERE = frozenset({"Artifact", "NonStruct", "Private"})
_CHILDREN = {
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
}
_PARENTS = {
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "TOCI": frozenset({"TOC"}),
}


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Parts in a place where they have no meaning; one finding for each kind of mistake."""
    told: set[tuple[str, str]] = set()
    for parent in pdf.elements:
        for message, key, words in (*_wrong(parent), *_bare(parent)):
            if key not in told:
                told.add(key)
                said = message.filled(parent=key[0], child=key[1], words=shortened(words))
                yield Finding(RULE.name, RULE.severity, Location(pdf.subject), said, REBUILD)


def _wrong(parent: PdfElement) -> Iterator[tuple[Text, tuple[str, str], str]]:
    allowed = _CHILDREN.get(parent.role)
    for child in parent.children:
        if child.role in _ANYWHERE:
            continue
        needed = _PARENTS.get(child.role)
        if allowed is not None and child.role not in allowed:
            yield INSIDE, (parent.role, child.role), child.text
        elif needed is not None and parent.role not in needed | _ANYWHERE:
            yield OUTSIDE, (min(needed), child.role), child.text


def _bare(item: PdfElement) -> Iterator[tuple[Text, tuple[str, str], str]]:
    roles = {child.role for child in item.children}
    if item.role == "LI" and "LBody" not in roles and roles <= {"Lbl"}:
        yield BARE, ("LI", "LBody"), item.text


_EXAMINED: Extent[FinishedPdf] = Extent(
    Unit(
        nb=("strukturelement", "strukturelementer"), en=("structure element", "structure elements")
    ),
    lambda pdf: sum(one.role in _CHILDREN for one in pdf.elements),
)

RULE = Rule("pdf-parts-fit-together", Severity.ERROR, find, _EXAMINED)
