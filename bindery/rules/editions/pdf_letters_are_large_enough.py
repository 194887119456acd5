"""The letters on the pages of a PDF are as large as its edition requires.

## Why

Readers choose large print for its letters of 18 points, and even more people cannot read small
print. Another rule judges the style sheets; this one measures the letters on the pages, whatever
made them small. The limits are 9 points in print and 17 in large print. Drawings and formulas are
measured at their line in the manuscript.

## Hvorfor

Bokstavene på sidene i en PDF er så store som utgaven krever. Leserne velger stor skrift fordi
bokstavene er 18 punkt, og enda flere kan ikke lese liten skrift. En annen regel vurderer
stilarkene. Denne måler bokstavene på sidene, uansett hva som har gjort dem små. Grensene er 9 punkt
på trykk og 17 i stor skrift. Tegninger og formler måles på linjen sin i manuset.

## Fails

In `kart-og-tall.pdf`:

```python
pdf.pages[4].contents_add(b"0.5 0 0 0.5 0 0 cm", prepend=True)
```

## Passes

```python
pdf.pages[4].contents_add(b"2 0 0 2 0 0 cm", prepend=True)
```

## Clauses

- WCAG 2.2: 1.4.4 Resize Text (AA), which on paper nobody can do.
- UKAAF, Creating clear print and large print documents
"""

from collections.abc import Iterator
from pathlib import PurePath

from bindery.document.paper import LARGE_TEXT_SIZE, SMALLEST_LETTERS, TEXT_SIZE
from bindery.finished.pdf.tagged import FinishedPdf, PdfElement, Words
from bindery.rules.editions._finished import REBUILD, shortened
from bindery.vocabulary.editions import LARGE_PRINT, edition_of
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit, decimal

DRAWN = frozenset(("Figure", "Formula"))
"""Elements whose letters are as large as the drawing lets them be."""

ROUNDED = 0.05
"""How many points a size may be below the limit, because files write sizes with few decimals."""

MESSAGE = Text(
    nb="Bokstavene er {points} punkt på side {label}. Grensen er {least}: «{words}». Slike steder:"
    " {count}.",
    en="The letters are {points} points on page {label}. The limit is {least}: “{words}”. Such"
    " places: {count}.",
)


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """The smallest letters below the limit of the edition, reported once."""
    large = edition_of(PurePath(pdf.subject).name) == LARGE_PRINT
    least = SMALLEST_LETTERS[LARGE_TEXT_SIZE if large else TEXT_SIZE]
    small = [words for words in _printed(pdf) if words.points < least - ROUNDED]
    if small:
        smallest = min(small, key=lambda words: words.points)
        message = MESSAGE.filled(
            points=decimal(smallest.points),
            label=pdf.pages[smallest.page - 1].label,
            least=least,
            words=shortened(smallest.text),
            count=len(small),
        )
        yield Finding(RULE.name, RULE.severity, Location(pdf.subject), message, REBUILD)


def _printed(pdf: FinishedPdf) -> Iterator[Words]:
    """The words of the text that are printed as letters."""
    return (words for root in pdf.roots for words in _text_of(root) if words.points)


def _text_of(element: PdfElement) -> Iterator[Words]:
    for part in element.content:
        if isinstance(part, Words):
            yield part
            continue
        captions = [child for child in part.children if child.role == "Caption"]
        for each in captions if part.role in DRAWN else [part]:
            yield from _text_of(each)


_LETTERS: Extent[FinishedPdf] = Extent(
    Unit(nb=("tekstbit", "tekstbiter"), en=("piece of text", "pieces of text")),
    lambda pdf: len(list(_printed(pdf))),
)

RULE = Rule("pdf-letters-are-large-enough", Severity.WARNING, find, _LETTERS)
