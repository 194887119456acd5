"""All text contrasts with its background, in every mode.

## Why

Pale text on a pale background is invisible to many people with low vision, to most on a telephone
in the sun, and to everyone on a poor printer. Each text is compared with its background: as it is
and while a reader points at it, light and dark, with and without more contrast, on paper. The
templates are combined as a browser does it, with variables, inheritance and opacity. The finding
names the colour that most often fails.

## Hvorfor

All tekst har kontrast mot bakgrunnen, i alle visninger. Blek tekst på blek bakgrunn er usynlig for
mange svaksynte, for de fleste på en telefon i sola, og for alle med en dårlig skriver. Hver tekst
sammenlignes med bakgrunnen: til vanlig og mens leseren peker på den, lyst og mørkt, med og uten mer
kontrast, og på papir. Malene settes sammen slik en nettleser gjør det, med variabler, arv og
gjennomsiktighet. Meldingen nevner fargen som oftest svikter.

## Fails

Line 1 of `tokens.css`:

```css tokens.css
:root { --ink-soft: #9aa5a6; }
```

Line 2 of `screen.css`:

```css screen.css
@media (prefers-color-scheme: dark) {
  thead th { background: #cfe8e6; }
}
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
nav a:hover { color: rgb(11 74 79 / 40%); }
```

Line 1 of `print/print.css`:

```css print/print.css
@page { @top-left { color: silver; } }
```

## Passes

```css tokens.css
:root { --ink-soft: #3b4647; }
```

```css screen.css
h1 { color: #767676; }
.key-message { background: color-mix(in srgb, var(--brand) 5%, var(--paper)); }
```

## Clauses

- WCAG 2.2: 1.4.3 Contrast (Minimum) (AA)
- EPUB Accessibility 1.1, by WCAG.
"""

from collections.abc import Iterator

from bindery.rules.cascade.pairs import Blamed, blamed, strong_enough
from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._shared import TEXTS, places_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, decimal

MESSAGE = Text(
    nb="«{box}» i {page} har kontrast {ratio}:1 {mode}, og må ha {need}:1. Mange kan ikke lese"
    " teksten.{others}",
    en="“{box}” in {page} has contrast {ratio}:1 {mode}, but needs {need}:1. Many people cannot"
    " read it.{others}",
)
HINT = Text(
    nb="Teksten er {ink} på {ground}. {what} kan for eksempel være {better}.",
    en="The text is {ink} on {ground}. {what} can be {better}, for example.",
)
INK = Text(nb="Teksten", en="The text")
GROUND = Text(nb="Bakgrunnen", en="The background")


def find(styles: Styles) -> Iterator[Finding]:
    """Colours of texts and grounds with too little contrast."""
    for one in blamed([pair for pair in styles.texts if not styles.is_of_brand(pair)]):
        yield Finding(RULE.name, RULE.severity, one.declared.location, _message(one), _hint(one))


def _message(one: Blamed) -> Text:
    worst = one.pairs[0]
    return MESSAGE.filled(
        box=worst.box,
        page=worst.page,
        mode=worst.view.mode.name,
        ratio=decimal(worst.ratio or 0),
        need=decimal(worst.need),
        others=places_of(one.pairs),
    )


def _hint(one: Blamed) -> Text:
    worst = one.pairs[0]
    assert worst.ink.colour is not None
    assert worst.ground.colour is not None
    return HINT.filled(
        ink=worst.ink.colour.convert("srgb").to_string(hex=True),
        ground=worst.ground.colour.convert("srgb").to_string(hex=True),
        what=GROUND if one.is_ground else INK,
        better=strong_enough(worst, ground=one.is_ground),
    )


RULE = Rule("text-has-contrast", Severity.ERROR, find, TEXTS)
