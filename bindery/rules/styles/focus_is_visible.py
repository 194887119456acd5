"""People who use a keyboard see which link they are on.

## Why

Many people cannot use a mouse. They go from link to link with a keyboard, a switch or their voice,
and follow the ring round the link. Without the ring they do not know what they press.

## Hvorfor

Tastaturbrukere ser hvilken lenke de er på. Mange kan ikke bruke mus. De bruker tastatur, bryter
eller stemme, og følger ringen rundt lenken. Uten ringen vet de ikke hva de trykker på.

## Fails

Line 1 of `screen.css`:

```css screen.css
a:focus-visible { outline: none; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
a:focus { outline-color: #d7e4e2; }
```

## Passes

```css summary/summary.css
a:focus { outline: 0.2em dashed var(--brand); }
nav a:focus { outline: 0; background: var(--ink); color: var(--paper); }
a:focus:not(:focus-visible) { outline: none; }
main:focus { outline: none; }
```

## Clauses

- WCAG 2.2: 2.4.7 Focus Visible (AA), 1.4.11 Non-text Contrast (AA)
"""

from collections.abc import Iterator

from coloraide import Color

from bindery.rules.cascade.colours import contrast
from bindery.rules.cascade.pairs import NOT_TEXT, name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.shorthands import SIDES
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._lines_and_targets import focusable, is_drawn
from bindery.rules.styles._shared import FOCUSED
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, decimal

REMOVED = Text(
    nb="Ringen rundt «{box}» i {page} er fjernet uten erstatning. Tastaturbrukere ser ikke hvor de"
    " er.",
    en="The ring round “{box}” in {page} is removed without a replacement. Keyboard users do not"
    " see where they are.",
)
FAINT = Text(
    nb="Ringen rundt «{box}» i {page} har kontrast {ratio}:1 {mode}, og må ha 3:1. Tastaturbrukere"
    " ser ikke hvor de er.",
    en="The ring round “{box}” in {page} has a contrast of {ratio}:1 {mode}, and must have 3:1."
    " Keyboard users do not see where they are.",
)
HINT = Text(
    nb="Gi den en synlig ring: outline: 0.2em solid var(--accent).",
    en="Give it a visible ring: outline: 0.2em solid var(--accent).",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Elements that look the same, or nearly, when they have the keyboard focus."""
    return once(_found(styles))


def _found(styles: Styles) -> Iterator[tuple[Declared, Finding]]:
    for page, before, view, box in focusable(styles):
        ratio = _ring(view, box)
        if ratio >= NOT_TEXT or _changes(before, view, box) or _is_of_brand(styles, view, box):
            continue
        origin = _origin(view, box)
        message = (FAINT if ratio > 1 else REMOVED).filled(
            box=name_of(box), page=page.kind.name, mode=view.mode.name, ratio=decimal(ratio)
        )
        yield origin, Finding(RULE.name, RULE.severity, origin.location, message, HINT)


def _is_of_brand(styles: Styles, view: View, box: Box) -> bool:
    """Whether the ring or the ground around it is a colour of the brand, which another rule has."""
    ring, ground = view.colour(box, "outline-color"), view.ground(box.parent or box)
    said = any(styles.brand_setting(one.origin) for one in (ring, ground))
    return said and is_drawn(view, box, "outline")


def _ring(view: View, box: Box) -> float:
    """The contrast of the outline to its surroundings; the browser's own is taken as visible."""
    style = view.word(box, "outline-style")
    width = view.length(box, "outline-width")
    said = view.cascade.value(box, "outline-style")
    if (said and style == "none") or width == 0:
        return 1.0
    if style in ("", "auto"):
        return 21.0
    around = view.ground(box.parent or box).colour
    ring = view.colour(box, "outline-color").colour
    if ring is None or around is None:
        return 21.0
    return 1.0 if ring.alpha() <= 0 else contrast(ring, around)


def _changes(before: View, view: View, box: Box) -> bool:
    """Whether something other than the outline shows the focus."""
    around = view.ground(box.parent or box).colour
    if view.cascade.value(box, "box-shadow") and view.word(box, "box-shadow") != "none":
        return True
    old, new = before.ground(box).colour, view.ground(box).colour
    if old is not None and new is not None and contrast(old, new) >= NOT_TEXT:
        return True
    if around is not None and any(_new_line(before, view, box, around, side) for side in SIDES):
        return True
    return _lines(before, box) != _lines(view, box)


def _new_line(before: View, view: View, box: Box, around: Color, side: str) -> bool:
    """Whether the focus adds a visible border."""
    line = view.colour(box, f"border-{side}-color").colour
    was = before.colour(box, f"border-{side}-color").colour
    if not is_drawn(view, box, f"border-{side}") or line is None:
        return False
    differs = was is None or contrast(line, was) >= NOT_TEXT
    is_new = not is_drawn(before, box, f"border-{side}")
    return contrast(line, around) >= NOT_TEXT and (is_new or differs)


def _lines(view: View, box: Box) -> set[str]:
    return {str(node.value) for node, _ in view.cascade.value(box, "text-decoration-line")}


def _origin(view: View, box: Box) -> Declared:
    names = ("outline-width", "outline-style", "outline-color")
    found = [origin for name in names if (origin := view.origin(box, name))]
    said = [
        origin
        for origin in found
        if view.length(box, "outline-width") == 0 or origin.name != "outline-width"
    ]
    return (said or found)[-1] if found else view.ink(box).origin


RULE = Rule("focus-is-visible", Severity.ERROR, find, FOCUSED)
