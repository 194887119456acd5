"""Title and language are the same everywhere in the PDF, and it claims its PDF/UA.

## Why

Programs take the title and the language from different places in the PDF. Libraries and archives
sort by what the file claims to be.

## Hvorfor

Tittel og språk er like overalt i PDF-en, og den oppgir hvilken PDF/UA den følger. Programmer henter
tittel og språk fra ulike steder i PDF-en. Biblioteker og arkiver sorterer etter det som er oppgitt
i filen.

## Fails

In `kart-og-tall.pdf`:

```python
pdf.Root.Lang = pikepdf.String("en")
```

In `kart-og-tall.pdf`:

```python
pdf.trailer.Info.Title = pikepdf.String("kart-og-tall.pdf")
```

In `kart-og-tall.pdf`:

```python
with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
    del xmp["pdfuaid:part"]
```

## Passes

```python
pdf.trailer.Info.Keywords = pikepdf.String("kyst")
```

## Clauses

- WCAG 2.2: 2.4.2 Page Titled (A), 3.1.1 Language of Page (A)
- ISO 14289-1, 5 and 7.1; ISO 14289-2, 5
- ISO 32000-2, 14.3 (metadata)
"""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf
from bindery.rules.editions._finished import REBUILD
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

_PARTS = {"1.7": "1", "2.0": "2"}
"""The part of PDF/UA for each version of PDF."""

DIFFERS = Text(
    nb="{what} er oppgitt ulikt flere steder i PDF-en: {said}. Programmer velger ulikt.",
    en="The {what} differs between places in the PDF: {said}. Programs choose differently.",
)
_TITLE = Text(nb="Tittelen", en="title")
_LANGUAGE = Text(nb="Språket", en="language")
UNIDENTIFIED = Text(
    nb="PDF-en er versjon {version}, men PDF/UA-{part} er ikke oppgitt. Arkiver og skjermlesere"
    " får ikke vite at den er merket.",
    en="The PDF is version {version}, but does not claim PDF/UA-{part}. Archives and screen"
    " readers cannot know that it is tagged.",
)


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Titles and languages that differ or are empty, and files that do not declare PDF/UA."""
    where = Location(pdf.subject)
    for what, said in ((_TITLE, pdf.titles), (_LANGUAGE, pdf.languages)):
        if len({one.lower() for one in said.values()}) > 1 or not all(said.values()):
            listed = ", ".join(f"{place} «{value}»" for place, value in sorted(said.items()))
            message = DIFFERS.filled(what=what, said=listed)
            yield Finding(RULE.name, RULE.severity, where, message, REBUILD)
    part = _PARTS.get(pdf.version)
    # A draft with errors claims nothing.
    if part is not None and pdf.identified != part and not (pdf.draft and not pdf.identified):
        message = UNIDENTIFIED.filled(version=pdf.version, part=part)
        yield Finding(RULE.name, RULE.severity, where, message, REBUILD)


_SAID: Extent[FinishedPdf] = Extent(
    Unit(nb=("opplysning", "opplysninger"), en=("statement", "statements")),
    lambda pdf: len(pdf.titles) + len(pdf.languages) + 1,
)

RULE = Rule("pdf-metadata-agree", Severity.ERROR, find, _SAID)
