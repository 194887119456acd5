"""The PDF has no comments, stamps or marks of others.

## Why

Comments of colleagues and printers are read aloud among the text, and some say what was not meant
for readers.

## Hvorfor

PDF-en har ingen kommentarer, stempler eller merker fra andre. Kommentarer fra kolleger og
trykkerier blir lest opp midt i teksten, og noen av dem var ikke ment for leserne.

## Fails

In `kart-og-tall.pdf`:

```python
note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text)
note.Rect, note.Contents = pikepdf.Array([0, 0, 20, 20]), pikepdf.String("Er dette riktig?")
page = pdf.pages[2]
page.obj.Annots = pikepdf.Array([*page.obj.get("/Annots", []), pdf.make_indirect(note)])
page.obj.Tabs = pikepdf.Name.S
```

## Passes

```python
pdf.Root.PageMode = pikepdf.Name.UseOutlines
```

## Clauses

- Matterhorn Protocol 1.1: 28-002, 28-004
- ISO 14289-1, 7.18.1
"""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf
from bindery.rules.editions._finished import REBUILD, shortened
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

MESSAGE = Text(
    nb="På side {label} i PDF-en er det en kommentar: «{words}».",
    en="On page {label} of the PDF there is a comment: “{words}”.",
)


def find(pdf: FinishedPdf) -> Iterator[Finding]:
    """Annotations that are neither links nor fields, by page."""
    for page in pdf.pages:
        for words in page.comments:
            message = MESSAGE.filled(label=page.label, words=shortened(words))
            yield Finding(RULE.name, RULE.severity, Location(pdf.subject), message, REBUILD)


_EXAMINED: Extent[FinishedPdf] = Extent(
    Unit(nb=("side", "sider"), en=("page", "pages")),
    lambda pdf: len(pdf.pages),
)

RULE = Rule("pdf-has-no-comments", Severity.ERROR, find, _EXAMINED)
