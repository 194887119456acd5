"""Text is on one colour, so that its contrast can be measured.

## Why

On a picture or a gradient the background changes from letter to letter, and no program can measure
whether everyone can read it. Check it manually, with the picture that is used and with the longest
title. Then write the result in the style sheet, on the line above. It is included in the evidence.
The contrast does not count as passed, because it was not measured. `/* unntak
text-stands-on-a-plain-ground: The words end above the picture. */`

## Hvorfor

Teksten er på én farge, så kontrasten kan måles. På et bilde eller en fargeovergang skifter
bakgrunnen fra bokstav til bokstav, og programmer kan ikke måle om alle kan lese den. Kontroller det
manuelt, med bildet som brukes, og den lengste tittelen. Skriv resultatet i stilarket, på linjen
over. Det kommer med i rapporten. Kontrasten regnes ikke som bestått, fordi den ikke er målt. `/*
unntak text-stands-on-a-plain-ground: Ordene slutter over bildet. */`

## Fails

Line 1 of `summary/summary.css`:

```css summary/summary.css
header { background: linear-gradient(#06343a, #0b4a4f); }
```

Line 1 of `screen.css`:

```css screen.css
figcaption { mix-blend-mode: multiply; }
```

## Passes

```css summary/summary.css
@media screen { header { background: var(--cover); } }
/* exception text-stands-on-a-plain-ground: Every colour of it is darker than 9:1 to white. */
footer { background-image: linear-gradient(#e6f0ee, #e0ece9); }
```

## Clauses

- WCAG 2.2: 1.4.3 Contrast (Minimum) (AA)
"""

from collections.abc import Iterator

from bindery.rules.cascade.pairs import Pair
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.styles._shared import TEXTS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Teksten «{box}» i {page} står på et bilde eller en fargeovergang. Kontrasten må"
    " kontrolleres manuelt.",
    en="The text “{box}” in {page} is on a picture or a gradient. The contrast needs a manual"
    " check.",
)
HINT = Text(
    nb="Bruk én farge under teksten, eller skriv: /* unntak text-stands-on-a-plain-ground: … */.",
    en="Use one colour below the text, or write: /* exception text-stands-on-a-plain-ground: … */.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Pictures, gradients and blending behind text."""
    return once(_found(styles))


def _found(styles: Styles) -> Iterator[tuple[Declared, Finding]]:
    for pair in styles.texts:
        if pair.ratio is None:
            origin = _culprit(pair)
            message = MESSAGE.filled(box=pair.box, page=pair.page)
            yield origin, Finding(RULE.name, RULE.severity, origin.location, message, HINT)


def _culprit(pair: Pair) -> Declared:
    return (pair.ground if pair.ground.colour is None else pair.ink).origin


RULE = Rule("text-stands-on-a-plain-ground", Severity.INFO, find, TEXTS)
