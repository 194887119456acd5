"""A list says which marks it has, and has them.

## Why

Screen readers say «numbered list» or «bullets» by this, and some say the shape of the bullet. If it
differs from what is drawn, people who see and people who listen talk past each other.

## Hvorfor

En liste er merket med de punktene eller numrene den har. Skjermlesere sier «nummerert liste» eller
«punktliste» etter dette, og noen sier formen på punktet. Hvis det er et annet enn det som er
tegnet, snakker de som ser, og de som lytter, forbi hverandre.

## Fails

In `kart-og-tall.pdf`:

```python
todo, found = [pdf.Root.StructTreeRoot], []
while todo:
    one = todo.pop()
    kids = one.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    kids = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    found += [kid for kid in kids if kid.S == "/L"]
    todo += kids[::-1]
found[0].A.ListNumbering = pikepdf.Name.Square
```

## Passes

```python
pdf.Root.PageMode = pikepdf.Name.UseOutlines
```

## Clauses

- ISO 32000-1, table 347; ISO 32000-2, table 382 (ListNumbering)
- Matterhorn Protocol 1.1: 16-001
"""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf, PdfElement
from bindery.rules.editions._finished import REBUILD
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

MESSAGE = Text(
    nb="En liste i PDF-en er merket «{said}», men punktene er «{drawn}».",
    en="A list in the PDF says that its marks are “{said}”, but they are “{drawn}”.",
)
_BULLETS = {"Disc": "•●⚫", "Circle": "◦○⚪o", "Square": "▪■◼▫□◻"}
_IN_ORDER = ("Decimal", "LowerRoman", "UpperRoman", "LowerAlpha", "UpperAlpha", "Ordered")


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Lists whose marks are others than they say; each pair of the two is told once."""
    told: set[tuple[str, str]] = set()
    for one in pdf.elements:
        drawn = _mark(one) if one.role == "L" else ""
        key = (one.numbering, drawn)
        if drawn and key not in told and not _agrees(one.numbering, drawn):
            told.add(key)
            message = MESSAGE.filled(said=one.numbering, drawn=drawn)
            yield Finding(RULE.name, RULE.severity, Location(pdf.subject), message, REBUILD)


def _mark(one: PdfElement) -> str:
    for item in one.children:
        for label in item.children:
            if item.role == "LI" and label.role == "Lbl":
                return label.text.strip()
    return ""


def _agrees(said: str, drawn: str) -> bool:
    is_bullet = len(drawn) == 1 and not drawn.isalnum()
    if said in _BULLETS:
        return drawn in _BULLETS[said]
    if said in _IN_ORDER:
        return not is_bullet
    if said == "None":
        return drawn not in _BULLETS["Disc"] and not drawn[:1].isdigit()
    return True


_EXAMINED: Extent[FinishedPdf] = Extent(
    Unit(nb=("liste", "lister"), en=("list", "lists")),
    lambda pdf: sum(one.role == "L" for one in pdf.elements),
)

RULE = Rule("pdf-lists-say-their-marks", Severity.ERROR, find, _EXAMINED)
