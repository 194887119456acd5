"""The link that skips to the content is shown when it has the focus.

## Why

Sighted people who use a keyboard move through a page link by link. If the first link stays out of
sight when they come to it, they do not know where they are, nor that they can skip ahead.

## Hvorfor

Lenken som hopper til innholdet, vises når den har fokus. Seende som bruker tastatur, går gjennom
siden lenke for lenke. Hvis den første lenken er usynlig når de kommer til den, vet de ikke hvor de
er, og heller ikke at de kan hoppe videre.

## Fails

Line 1 of `summary/summary.css`:

```css summary/summary.css
.skip:focus { inset-inline-start: -100vw; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
.skip { visibility: hidden; }
```

## Passes

```css summary/summary.css
.skip:focus { inset-inline-start: 1rem; }
```

## Clauses

- WCAG 2.2: 2.4.1 Bypass Blocks (A), 2.4.7 Focus Visible (AA)
"""

from collections.abc import Iterator

from bindery.rules.cascade.pairs import name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._by_page import by_page
from bindery.rules.styles._said_of_boxes import is_heard_only, is_skip_link, is_zero, words
from bindery.rules.styles._shared import FOCUSED
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

UNSEEN = Text(
    nb="Hopplenken «{box}» i {page} er usynlig også når den har fokus ({value}).",
    en="The skip link “{box}” in {page} is out of sight even when it has the focus ({value}).",
)
HINT = Text(
    nb="La :focus flytte den inn på siden: .skip:focus { inset-inline-start: 0.5rem; }.",
    en="Let :focus move it onto the page: .skip:focus { inset-inline-start: 0.5rem; }.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Links to the content that no keyboard brings into sight."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    for view in page.focused:
        for box in page.tree.boxes:
            if is_skip_link(box) and not box.pseudo and (value := _unseen(view, box)):
                origin = value[0][1]
                said = f"{origin.name}: {origin.text}"
                message = UNSEEN.filled(box=name_of(box), page=page.kind.name, value=said)
                place = origin.location
                yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


def _unseen(view: View, box: Box) -> Values:
    won = view.cascade.won(box)
    for name, gone in (("display", "none"), ("visibility", "hidden"), ("opacity", "")):
        value = won.get(name, ())
        if value and (words(value) == (gone,) or (name == "opacity" and is_zero(value))):
            return value
    return is_heard_only(view, box)


RULE = Rule("skip-link-appears", Severity.ERROR, find, FOCUSED)
