"""Links and buttons are at least 24 pixels high, or have that much space.

## Why

People with a tremor, thick fingers or cold hands miss small targets, and press the wrong one. Only
what a style sheet says for certain is judged: links and buttons that are blocks of their own. Links
in running text are as high as their line, and are not judged.

## Hvorfor

Lenker og knapper er minst 24 piksler høye, eller har så mye plass. Lesere som skjelver, har tykke
fingre eller er kalde på hånden, bommer på små trykkflater, og treffer feil. Bare det som er sikkert
ut fra stilarket, blir vurdert: lenker og knapper som er egne blokker. Lenker i løpende tekst er
like høye som linjen, og blir ikke vurdert.

## Fails

Line 1 of `summary/summary.css`:

```css summary/summary.css
nav a { padding-block: 0; line-height: 1; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
.contents a { display: block; height: 0.8em; }
```

## Passes

```css epub/epub.css
.contents a { display: block; min-height: 1.5em; }
```

## Clauses

- WCAG 2.2: 2.5.8 Target Size (Minimum) (AA)
"""

from collections.abc import Iterator

from bindery.rules.cascade.pairs import name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._lines_and_targets import is_drawn, targets
from bindery.rules.styles._shared import TARGETS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, decimal

MESSAGE = Text(
    nb="«{box}» i {page} er {height} piksler høy, og må være 24. For lesere som er ustø på hånden,"
    " er det lett å treffe feil lenke.",
    en="“{box}” in {page} is {height} pixels high, and must be 24. People with unsteady hands"
    " easily press the wrong link.",
)
HINT = Text(
    nb="Gi den mer luft: padding-block: 0.4em, eller min-height: 1.6em.",
    en="Give it more room: padding-block: 0.4em, or min-height: 1.6em.",
)
LEAST = 24.0
NORMAL = 1.2
"""The least height of a line, as a multiple of the letters' size, if no style sets it."""


def find(styles: Styles) -> Iterator[Finding]:
    """Targets whose known height, with the space above and below, is too small."""
    return once(_found(styles))


def _found(styles: Styles) -> Iterator[tuple[Declared, Finding]]:
    for page, view, box in targets(styles):
        height = _height(view, box)
        if height is None or height + _around(view, box) >= LEAST - 0.01:
            continue
        names = ("height", "max-height", "padding-top", "line-height", "display")
        said = [origin for name in names if (origin := view.origin(box, name))]
        origin = next((one for one in said if one.own), said[0])
        message = MESSAGE.filled(box=name_of(box), page=page.kind.name, height=decimal(height))
        yield origin, Finding(RULE.name, RULE.severity, origin.location, message, HINT)


def _height(view: View, box: Box) -> float | None:
    """The height of one line of it with its padding, or the height that the style sets."""
    line = view.line_height(box)
    content = view.size(box) * (NORMAL if line is None else line)
    said = view.cascade.value(box, "height")
    if said and view.word(box, "height") != "auto":
        fixed = view.length(box, "height")
        if fixed is None:
            return None
        content = fixed
    least, most = view.length(box, "min-height"), view.length(box, "max-height")
    content = max(content if most is None else min(content, most), least or 0)
    return content + _sum(view, box, "padding") + _borders(view, box)


def _around(view: View, box: Box) -> float:
    """The space to its neighbours: its own margins, and those of the list item around it."""
    room = _sum(view, box, "margin")
    if box.parent is not None and box.parent.tag in ("li", "dd", "dt", "td", "p", "h3"):
        room += _sum(view, box.parent, "margin") + _sum(view, box.parent, "padding")
    return room


def _sum(view: View, box: Box, name: str) -> float:
    return sum(view.length(box, f"{name}-{side}") or 0 for side in ("top", "bottom"))


def _borders(view: View, box: Box) -> float:
    return sum(
        view.length(box, f"border-{side}-width") or 0
        for side in ("top", "bottom")
        if is_drawn(view, box, f"border-{side}")
    )


RULE = Rule("targets-are-large-enough", Severity.ERROR, find, TARGETS)
