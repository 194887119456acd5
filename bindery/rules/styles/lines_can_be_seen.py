"""Lines and borders contrast with their background.

## Why

A border round a block, or a line below the headers of a table, shows what belongs together. People
who do not see a pale line miss that. If a line means nothing, except it with a reason on the line
above: `/* unntak lines-can-be-seen: Pynt. */`

## Hvorfor

Streker og kanter har kontrast mot bakgrunnen. En kant rundt en blokk, eller en strek under
overskriftene i en tabell, viser hva som hører sammen. Lesere som ikke ser en blek strek, går glipp
av det. Hvis streken ikke betyr noe, gjør unntak med en begrunnelse på linjen over: `/* unntak
lines-can-be-seen: Pynt. */`

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
    nb="Streken «{box}» i {page} har kontrast {ratio}:1 {mode}. Mange ser den ikke under"
    " 3:1.{others}",
    en="The line “{box}” in {page} has contrast {ratio}:1 {mode}. Many miss it below 3:1.{others}",
)
HINT = Text(
    nb="{better} er synlig. Hvis streken ikke betyr noe, gjør unntak med en begrunnelse.",
    en="{better} is visible. If the line means nothing, except it with a reason.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Borders in nearly the colour of their ground. In exactly that colour they are not drawn."""
    pairs = [
        pair
        for pair in line_pairs(styles)
        if not styles.is_of_brand(pair) and (pair.ratio is None or pair.ratio > 1.02)
    ]
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
