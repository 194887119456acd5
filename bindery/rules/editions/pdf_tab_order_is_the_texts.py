"""The Tab key visits the links of a page in the order of its text.

## Why

People who use a keyboard or a switch go from link to link. If the page does not say that the
structure gives the order, the PDF reader chooses its own: by rows, by columns, or as the links were
made.

## Hvorfor

Tabulatortasten går til lenkene på en side i samme rekkefølge som teksten. De som bruker tastatur
eller bryter, går fra lenke til lenke. Hvis det ikke står på siden at strukturen bestemmer
rekkefølgen, velger leseprogrammet sin egen: etter rader, etter kolonner, eller slik lenkene ble
laget.

## Fails

In `kart-og-tall.pdf`:

```python
for page in pdf.pages:
    if "/Tabs" in page.obj:
        page.obj.Tabs = pikepdf.Name.R
```

In `kart-og-tall.pdf`:

```python
for page in pdf.pages:
    if "/Tabs" in page.obj:
        del page.obj["/Tabs"]
```

## Passes

```python
pdf.Root.PageMode = pikepdf.Name.UseOutlines
```

## Clauses

- WCAG 2.2: 2.4.3 Focus Order (A), technique PDF3
- Matterhorn Protocol 1.1: 28-009
"""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf
from bindery.rules.editions._finished import REBUILD
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

MESSAGE = Text(
    nb="Tabulatortasten følger ikke teksten på {count} sider i PDF-en, fra side {label}.",
    en="The Tab key does not follow the text on {count} pages of the PDF, from page {label}.",
)
_OF_STRUCTURE = "S"


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Pages with annotations whose tab order is another than that of the structure."""
    wrong = [one for one in pdf.pages if one.has_annotations and one.tabs != _OF_STRUCTURE]
    if wrong:
        message = MESSAGE.filled(count=len(wrong), label=wrong[0].label)
        yield Finding(RULE.name, RULE.severity, Location(pdf.subject), message, REBUILD)


_EXAMINED: Extent[FinishedPdf] = Extent(
    Unit(nb=("side", "sider"), en=("page", "pages")),
    lambda pdf: sum(page.has_annotations for page in pdf.pages),
)

RULE = Rule("pdf-tab-order-is-the-texts", Severity.ERROR, find, _EXAMINED)
