"""Nothing moves if the reader has asked for no motion.

## Why

Movement makes some people dizzy or sick, and it draws the eyes of people with attention
difficulties from the words. They have said so once, in the settings of their device. Fades of
colour do not move.

## Hvorfor

Ingenting beveger seg når leseren har bedt om ro. Bevegelse gjør noen svimle eller kvalme, og
trekker blikket fra ordene for dem som har vansker med å konsentrere seg. De har sagt fra én gang, i
innstillingene på sin egen maskin. Farger som skifter, beveger seg ikke.

## Fails

Line 1 of `screen.css`:

```css screen.css
.lead { animation: pulse 2s infinite; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
html { scroll-behavior: smooth; }
```

## Passes

```css screen.css
@media (prefers-reduced-motion: no-preference) {
  .lead { animation: pulse 2s; }
}
a { transition: color 0.2s; }
```

## Clauses

- WCAG 2.2: 2.2.2 Pause, Stop, Hide (A), 2.3.3 Animation from Interactions (AAA)
"""

from collections.abc import Iterator

from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{box}» i {page} beveger seg ({value}), også for lesere som har bedt om ro. Noen blir"
    " svimle.",
    en="“{box}” in {page} moves ({value}), also for readers who have asked for no motion. Some get"
    " dizzy.",
)
HINT = Text(
    nb="Slett det, eller flytt det inn i @media (prefers-reduced-motion: no-preference).",
    en="Delete it, or move it into @media (prefers-reduced-motion: no-preference).",
)
NAMES = (
    *("animation", "animation-name", "animation-duration", "-webkit-animation"),
    *("transition", "transition-duration", "transition-property"),
    *("scroll-behavior", "background-attachment"),
)
_SHORT = 0.1
_FADES = ("color", "background", "border", "outline", "fill", "text-decoration", "none")


def find(styles: Styles) -> Iterator[Finding]:
    """Movement for readers who have asked for none. Every mode is taken to be theirs."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    if view.mode.paper:
        return
    won = view.cascade.won(box)
    named, changing = won.get("animation-name", ()), won.get("transition-property", ())
    if named and words(named) != ("none",) and _takes_time(won.get("animation-duration", ())):
        yield Fault(named, MESSAGE, HINT)
    duration = won.get("transition-duration", ())
    fades = changing and all(word.startswith(_FADES) for word in words(changing))
    if not fades and _takes_time(duration):
        yield Fault(duration, MESSAGE, HINT)
    for name, word in (("scroll-behavior", "smooth"), ("background-attachment", "fixed")):
        if words(won.get(name, ())) == (word,):
            yield Fault(won[name], MESSAGE, HINT)


def _takes_time(duration: Values) -> bool:
    node = duration[0][0] if duration else None
    if node is None or node.type != "dimension":
        return False
    return bool(node.value / (1000 if node.lower_unit == "ms" else 1) > _SHORT)


RULE = Rule("nothing-moves-unasked", Severity.WARNING, find, BOXES)
