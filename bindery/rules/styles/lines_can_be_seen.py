"""Lines and frames can be told from what they stand on.

## Why

A frame round a block, or a line below the heads of a table, says what belongs together. Who does
not see a pale line loses that. Where a line says nothing, it can be left as it is, with a reason:
`/* unntak lines-can-be-seen: Pynt. */` on the line above.

## Hvorfor

Streker og rammer skiller seg fra det de står på. En ramme rundt en blokk, eller en strek under
overskriftene i en tabell, sier hva som hører sammen. Den som ikke ser en blek strek, får ikke vite
det. Sier streken ingenting, kan den bli som den er, med en grunn på linjen over:
`/* unntak lines-can-be-seen: Pynt. */`

## Fails

Line 1 of `tokens.css`:

```css tokens.css
:root { --rule: #d5dcdd; }
```

Line 1 of `print/print.css`:

```css print/print.css
blockquote { border-left: 2pt solid #ddd; }
```

## Passes

```css screen.css
blockquote { border-inline-start: 0.2em solid #767676; border-block: 1px solid transparent; }
```

## Clauses

- WCAG 2.2: 1.4.11 Non-text Contrast (AA)
"""

from collections.abc import Iterator

from bindery.rules.cascade.pairs import blamed, strong_enough
from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._lines_and_targets import line_pairs
from bindery.rules.styles._shared import LINES, places_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, decimal

MESSAGE = Text(
    nb="Streken rundt «{box}» i {page} har kontrast {ratio}:1 {mode}. Under 3:1 er den borte for "
    "mange.{others}",
    en="The line of “{box}” in {page} has a contrast of {ratio}:1 {mode}. Below 3:1 it is gone for "
    "many.{others}",
)
HINT = Text(
    nb="{better} kan ses. Betyr ikke streken noe, sett regelen til side med en grunn.",
    en="{better} can be seen. If the line means nothing, put the rule aside with a reason.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Borders in nearly the colour of their ground. In exactly that colour they are not drawn."""
    pairs = [pair for pair in line_pairs(styles) if pair.ratio is None or pair.ratio > 1.02]
    for one in blamed(pairs):
        worst = one.pairs[0]
        message = MESSAGE.filled(
            box=worst.box,
            page=worst.page,
            mode=worst.view.mode.name,
            ratio=decimal(worst.ratio or 0),
            others=places_of(one.pairs),
        )
        hint = HINT.filled(better=strong_enough(worst, ground=one.is_ground))
        yield Finding(RULE.name, RULE.severity, one.declared.location, message, hint)


RULE = Rule("lines-can-be-seen", Severity.WARNING, find, LINES)
