"""Letters are shown as they are written, and not turned into capitals.

## Why

People recognise words by their shape, and in capitals all words have the same. Everyone reads more
slowly, and some people with dyslexia give up. The PDF gets the capitals, and some screen readers
then spell them: K-O-M-M-U-N-E. If a few letters must be capitals, write them so.

## Hvorfor

Bokstavene vises slik de er skrevet, og blir ikke gjort om til store. Lesere kjenner igjen ord på
formen, og med store bokstaver har alle samme form. Da leser alle saktere, og noen med dysleksi gir
opp. PDF-en får de store bokstavene, og noen skjermlesere staver dem: K-O-M-M-U-N-E. Hvis noen få
bokstaver må være store, skriv dem slik.

## Fails

Line 1 of `print/print.css`:

```css print/print.css
h2 { text-transform: uppercase; }
```

## Passes

```css print/print.css
h2 { text-transform: none; letter-spacing: 0.02em; }
```

## Clauses

- UKAAF, Creating clear print and large print documents
"""

from collections.abc import Iterator

from bindery.rules.cascade.pairs import name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.styles._by_page import by_page
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Stilen gjør «{box}» i {page} om til store bokstaver. De er tunge å lese, og noen"
    " skjermlesere staver ordene.",
    en="The style turns “{box}” in {page} into capitals. They are hard to read, and some screen"
    " readers spell the words.",
)
HINT = Text(
    nb="Slett text-transform, og bruk størrelse eller fet skrift i stedet.",
    en="Delete text-transform, and use size or bold instead.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Text that a style turns into capitals."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    for view in page.views if page.says("text-transform") else ():
        for box in page.tree.boxes:
            origin = view.origin(box, "text-transform")
            if origin and box.has_text and view.word(box, "text-transform") == "uppercase":
                message = MESSAGE.filled(box=name_of(box), page=page.kind.name)
                place = origin.location
                yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("letters-are-as-written", Severity.WARNING, find, BOXES)
