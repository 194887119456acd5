"""A link in running text differs from the words around it by more than its colour.

## Why

One man in twelve sees fewer colours than others. To him a link that is only blue is like any other
word. Everyone sees an underline, on paper too.

## Hvorfor

En lenke i løpende tekst skiller seg fra ordene rundt med mer enn fargen. Én av tolv menn ser færre
farger enn andre. For dem er en lenke som bare er blå, et ord som alle andre. En strek under den ser
alle, også på papir.

## Fails

Line 1 of `screen.css`:

```css screen.css
a { text-decoration: none; }
```

## Passes

```css screen.css
a { text-decoration: none; border-bottom: 0.1em solid; }
```

```css summary/summary.css
nav a, .contact a { text-decoration: none; }
.contact a { font-weight: 700; }
```

## Clauses

- WCAG 2.2: 1.4.1 Use of Color (A)
"""

from collections.abc import Iterator

from bindery.rules.cascade.colours import contrast
from bindery.rules.cascade.pairs import name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.shorthands import SIDES
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._lines_and_targets import is_drawn, links_in_text
from bindery.rules.styles._shared import LINKS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lenken «{box}» i {page} skiller seg fra teksten bare ved fargen {mode}. Fargeblinde ser"
    " den ikke.",
    en="The link “{box}” in {page} differs from the text only by colour {mode}. Colour-blind"
    " readers do not see it.",
)
HINT = Text(
    nb="Behold understrekingen: text-decoration: underline.",
    en="Keep the underline: text-decoration: underline.",
)
ENOUGH = 3.0
"""The contrast that a link without a line needs to the words around it (G183)."""


def find(styles: Styles) -> Iterator[Finding]:
    """Links among words that have no line, weight, slant or ground of their own."""
    return once(_found(styles))


def _found(styles: Styles) -> Iterator[tuple[Declared, Finding]]:
    for page, view, box in links_in_text(styles):
        origin = view.origin(box, "text-decoration-line") or view.ink(box).origin
        if not _is_told(view, box):
            message = MESSAGE.filled(box=name_of(box), page=page.kind.name, mode=view.mode.name)
            yield origin, Finding(RULE.name, RULE.severity, origin.location, message, HINT)


def _is_told(view: View, box: Box) -> bool:
    around = box.parent
    assert around is not None
    lines = {str(node.value) for node, _ in view.cascade.value(box, "text-decoration-line")}
    if lines & {"underline", "overline"} or view.ground(box) != view.ground(around):
        return True
    if any(is_drawn(view, box, f"border-{side}") for side in SIDES):
        return True
    if view.is_bold(box) != view.is_bold(around):
        return True
    if view.word(box, "font-style") != view.word(around, "font-style"):
        return True
    if view.word(box, "vertical-align") in ("super", "sub"):
        return True
    link, text = view.ink(box).colour, view.ink(around).colour
    return link is None or text is None or contrast(link, text) >= ENOUGH


RULE = Rule("links-can-be-told-from-text", Severity.ERROR, find, LINKS)
