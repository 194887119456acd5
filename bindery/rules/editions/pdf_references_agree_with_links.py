"""What refers to another part leads there, and is referred back to.

## Why

Screen readers jump by the reference of a note or an entry where PDF readers follow its link. If the
two differ, people who listen end up in another note than people who see.

## Hvorfor

Det som viser til en annen del, fører dit, og det vises tilbake. Skjermlesere hopper etter
henvisningen til en note eller en linje i innholdslista, mens leseprogrammer følger lenken. Hvis de
to er ulike, havner de som lytter, i en annen note enn de som ser.

## Fails

In `kart-og-tall.pdf`:

```python
todo, found = [pdf.Root.StructTreeRoot], []
while todo:
    one = todo.pop()
    kids = one.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    kids = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    found += [kid for kid in kids if kid.S == "/Reference"]
    todo += kids[::-1]
found[0].Ref = found[1].Ref
```

## Passes

```python
pdf.Root.PageMode = pikepdf.Name.UseOutlines
```

## Clauses

- Matterhorn Protocol 1.1: 19-001, 19-002
- ISO 32000-2, 14.8.2.6 (Ref)
"""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf, PdfElement, Target
from bindery.rules.editions._finished import REBUILD, shortened
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

MESSAGE = Text(
    nb="Henvisningen «{words}» i PDF-en viser til «{other}», men lenken går til «{place}».",
    en="The reference “{words}” in the PDF refers to “{other}”, but its link leads to “{place}”.",
)
ONE_WAY = Text(
    nb="Noten «{words}» i PDF-en viser ikke tilbake til stedet som viser til den.",
    en="The note “{words}” in the PDF does not refer back to the place that refers to it.",
)


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """References to another element than their link's, and notes that do not refer back."""
    where = Location(pdf.subject)
    for one in pdf.elements:
        if not one.references:
            continue
        leads = [target.element for target in _links(one) if target.element is not None]
        if leads and not set(leads) & set(one.references):
            other, place = pdf.elements[one.references[0]], pdf.elements[leads[0]]
            message = MESSAGE.filled(
                words=shortened(one.text), other=shortened(other.text), place=shortened(place.text)
            )
            yield Finding(RULE.name, RULE.severity, where, message, REBUILD)
        for number in one.references:
            note = pdf.elements[number]
            if "Note" in note.role and note.references and one.number not in note.references:
                message = ONE_WAY.filled(words=shortened(note.text))
                yield Finding(RULE.name, RULE.severity, where, message, REBUILD)


def _links(one: PdfElement) -> Iterator[Target]:
    yield from one.links
    for child in one.children:
        if not child.references:
            yield from _links(child)


_EXAMINED: Extent[FinishedPdf] = Extent(
    Unit(nb=("henvisning", "henvisninger"), en=("reference", "references")),
    lambda pdf: sum(bool(one.references) for one in pdf.elements),
)

RULE = Rule("pdf-references-agree-with-links", Severity.ERROR, find, _EXAMINED)
