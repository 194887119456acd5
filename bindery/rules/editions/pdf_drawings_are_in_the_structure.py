"""What is drawn in the PDF is part of a figure, or marked as decoration.

## Why

A line or an area outside the structure is neither read nor known to be decoration. Nobody can say
whether screen reader users miss something.

## Hvorfor

Det som er tegnet i PDF-en, er med i en figur eller merket som pynt. En strek eller en flate utenfor
strukturen blir verken lest eller er kjent som pynt. Ingen kan si om skjermleserbrukere går glipp av
noe.

## Fails

In `kart-og-tall.pdf`:

```python
page = pdf.pages[2]
page.contents_add(pdf.make_stream(b"q 72 72 m 300 72 l S Q"))
```

## Passes

```python
page = pdf.pages[2]
page.contents_add(pdf.make_stream(b"/Artifact BMC q 72 72 m 300 72 l S Q EMC"))
```

## Clauses

- Matterhorn Protocol 1.1: 01-003, 01-005, 13-001
- ISO 14289-1, 7.1
"""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf
from bindery.rules.editions._finished import REBUILD
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

MESSAGE = Text(
    nb="På side {label} i PDF-en er det tegnet noe som verken er i strukturen eller er merket som"
    " pynt. Slike sider: {count}.",
    en="On page {label} of the PDF something is drawn that is neither in the structure nor marked"
    " as decoration. Such pages: {count}.",
)


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Pages with lines or areas outside every mark, told once."""
    if pdf.painted:
        label = pdf.labels[pdf.painted[0] - 1]
        message = MESSAGE.filled(label=label, count=len(pdf.painted))
        yield Finding(RULE.name, RULE.severity, Location(pdf.subject), message, REBUILD)


_EXAMINED: Extent[FinishedPdf] = Extent(
    Unit(nb=("side", "sider"), en=("page", "pages")),
    lambda pdf: len(pdf.pages),
)

RULE = Rule("pdf-drawings-are-in-the-structure", Severity.ERROR, find, _EXAMINED)
