"""Letters are shown as they are written, and not turned into capitals.

## Why

We know words by their shape, and in capitals all have the same. It takes everyone longer, and some
with dyslexia give up. The PDF is drawn with the capitals, and some screen readers then spell them:
K-O-M-M-U-N-E. Where a few letters must be large, write them so.

## Hvorfor

Bokstavene vises slik de er skrevet, og blir ikke gjort om til store. Vi kjenner ord på formen, og
med store bokstaver har alle samme form. Da leser alle saktere, og noen med dysleksi gir opp. PDF-en
får de store bokstavene, og noen skjermlesere staver dem: K-O-M-M-U-N-E. Må noen få bokstaver være
store, så skriv dem slik.

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
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{box}» i {page} blir satt med store bokstaver. Ordene mister formen sin, og noen "
    "skjermlesere staver dem.",
    en="“{box}” in {page} is set in capitals. Its words lose their shape, and some screen readers "
    "spell them.",
)
HINT = Text(
    nb="Slett text-transform, og bruk størrelse eller fet skrift i stedet.",
    en="Delete text-transform, and use size or weight instead.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Text that a style turns into capitals."""
    return once(_found(styles))


def _found(styles: Styles) -> Iterator[tuple[Declared, Finding]]:
    for page in styles.pages:
        for view in page.views:
            for box in page.tree.boxes:
                origin = view.origin(box, "text-transform")
                if origin and box.has_text and view.word(box, "text-transform") == "uppercase":
                    message = MESSAGE.filled(box=name_of(box), page=page.kind.name)
                    place = origin.location
                    yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("letters-are-as-written", Severity.WARNING, find, BOXES)
