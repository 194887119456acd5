"""Every page has the printed number as its name, and no two are alike.

## Why

Readers type «4» in the page field of the PDF reader. If the field counts sheets, but the printed
numbers begin with the text, some readers get another page than the others.

## Hvorfor

Hver side har det trykte tallet som navn, og ingen to er like. Leserne skriver «4» i sidefeltet i
leseprogrammet. Hvis feltet teller ark, mens de trykte tallene begynner med teksten, får noen lesere
en annen side enn de andre.

## Fails

In `kart-og-tall.pdf`:

```python
pdf.Root.PageLabels.Nums[1].St = 3
```

In `kart-og-tall.pdf`:

```python
pdf.Root.PageLabels.Nums[1].S = pikepdf.Name.r
```

## Passes

```python
pdf.Root.PageMode = pikepdf.Name.UseOutlines
```

## Clauses

- WCAG 2.2: 2.4.5 Multiple Ways (AA), technique PDF17
- Matterhorn Protocol 1.1: 27-001
- ISO 32000-2, 12.4.2 (page labels)
"""

import re
from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf
from bindery.rules.editions._finished import REBUILD
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

_FOLIO = re.compile(r"\d+|[ivxlcdm]+")

OTHER = Text(
    nb="Siden med tallet {folio} heter «{label}» i sidefeltet i leseprogrammet. Slike sider:"
    " {count}.",
    en="The page with the number {folio} is called “{label}” in the page field of the PDF reader."
    " Such pages: {count}.",
)
DOUBLED = Text(
    nb="{count} sider heter «{label}» i sidefeltet i leseprogrammet.",
    en="{count} pages are called “{label}” in the page field of the PDF reader.",
)


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Pages whose label differs from the printed one, reported once, and duplicate labels."""
    where = Location(pdf.subject)
    wrong = [(folio, label) for folio, label in _printed(pdf) if folio != label]
    if wrong:
        message = OTHER.filled(folio=wrong[0][0], label=wrong[0][1], count=len(wrong))
        yield Finding(RULE.name, RULE.severity, where, message, REBUILD)
        return
    for label in dict.fromkeys(pdf.labels):
        if (count := pdf.labels.count(label)) > 1:
            message = DOUBLED.filled(label=label, count=count)
            yield Finding(RULE.name, RULE.severity, where, message, REBUILD)


def _printed(pdf: FinishedPdf) -> Iterator[tuple[str, str]]:
    """The printed number and the label of each page that prints one."""
    for label, foot in ((page.label, page.foot) for page in pdf.pages):
        for word in (foot.split() or [""])[-1:]:
            if _FOLIO.fullmatch(word):
                yield word, label


_FOLIOS: Extent[FinishedPdf] = Extent(
    Unit(nb=("sidetall", "sidetall"), en=("page number", "page numbers")),
    lambda pdf: len(list(_printed(pdf))),
)

RULE = Rule("pdf-pages-are-called-as-printed", Severity.ERROR, find, _FOLIOS)
