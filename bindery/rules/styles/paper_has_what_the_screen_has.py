"""A page that is printed has what it has on screen.

## Why

Some people print a page because they cannot read on screens. What is hidden on paper is missing for
them: the downloads of the summary, notes, contact. Only what has no use on paper may be hidden:
navigation, the skip link, and what is folded.

## Hvorfor

En side som skrives ut, har det samme som på skjermen. Noen skriver ut en side fordi de ikke kan
lese på skjerm. Det som er skjult på papir, går de glipp av: nedlastingene i sammendraget, noter,
kontakt. Bare det som ikke har noen nytte på papir, kan skjules: navigering, hopplenken og det som
er foldet sammen.

## Fails

Line 2 of `summary/summary.css`:

```css summary/summary.css
@media print {
  .downloads { display: none; }
}
```

Line 2 of `evidence/evidence.css`:

```css evidence/evidence.css
@media print {
  main section { visibility: hidden; }
}
```

## Passes

```css summary/summary.css
@media print {
  nav, .skip, details { display: none; }
}
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, is_skip_link, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{box}» i {page} er borte når siden skrives ut ({value}). De som leser på papir,"
    " får den ikke.",
    en="“{box}” in {page} is gone when the page is printed ({value}). It is missing on paper.",
)
HINT = Text(
    nb="Slett det. På papir kan bare navigering og det som er foldet sammen, skjules.",
    en="Delete it. On paper only navigation and what is folded may be hidden.",
)
NAMES = ("display", "visibility", "content-visibility")
_GONE = (("none",), ("hidden",), ("collapse",))
_FOR_SCREENS = frozenset({"nav", "details", "summary"})


def find(styles: Styles) -> Iterator[Finding]:
    """Text that only paper hides."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    if not view.mode.paper or len(page.kind.modes) == 1 or box.pseudo or not box.holds_text:
        return
    if is_skip_link(box) or any(at.tag in _FOR_SCREENS for at in box.ancestors):
        return
    won = view.cascade.won(box)
    for name in NAMES:
        value = won.get(name, ())
        if words(value) in _GONE and page.views[0].is_shown(box):
            yield Fault(value, MESSAGE, HINT)


RULE = Rule("paper-has-what-the-screen-has", Severity.ERROR, find, BOXES)
