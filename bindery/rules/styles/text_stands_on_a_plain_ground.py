"""Text stands on one colour, so that its contrast can be told.

## Why

On a picture or a gradient the ground changes from letter to letter, and no program can tell whether
all of them can be read. That is for a person to look at, with the picture that is used and with the
longest title. Who has looked says so in the style sheet, on the line above, and it stands in the
evidence. That the contrast has passed is not said: no program knows it.
`/* unntak text-stands-on-a-plain-ground: The words end above the picture. */`

## Hvorfor

Teksten står på én farge, så kontrasten kan måles. På et bilde eller en fargeovergang skifter
bakgrunnen fra bokstav til bokstav, og ingen maskin kan si om alle kan lese den. Det må et menneske
se på, med bildet som brukes, og den lengste tittelen. Den som har sett, skriver det i stilarket, på
linjen over, og det står blant bevisene. At kontrasten er god nok, står det ikke: Det vet ingen
maskin. `/* unntak text-stands-on-a-plain-ground: Ordene slutter over bildet. */`

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
    nb="Teksten «{box}» i {page} står på et bilde eller noe som skifter farge, og ingen maskin kan "
    "si om alle kan lese den.",
    en="The text “{box}” in {page} stands on a picture or something that changes colour, and no "
    "machine can tell whether everyone can read it.",
)
HINT = Text(
    nb="Legg en ensfarget flate under teksten, eller se selv og skriv hva du så: "
    "/* unntak text-stands-on-a-plain-ground: … */.",
    en="Put one plain colour below the text, or look yourself and write what you saw: "
    "/* exception text-stands-on-a-plain-ground: … */.",
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
