"""Text can wrap and grow: no style cuts it off.

## Why

Readers who enlarge letters, or read on a telephone, need lines that wrap and boxes that grow. What
is cut off at an edge is lost, and a page that is wider than the screen must be scrolled back and
forth for each line.

## Hvorfor

Tekst kan brytes og vokse: Ingen stil kutter den. Lesere som forstørrer skriften eller leser på
telefon, trenger linjer som brytes, og bokser som vokser. Det som er kuttet i kanten, er borte, og
på en side som er bredere enn skjermen, må leseren rulle fram og tilbake for hver linje.

## Fails

Line 1 of `screen.css`:

```css screen.css
.label { height: 1.2em; overflow: hidden; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
h2 { white-space: nowrap; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
body { min-width: 40em; }
```

Line 1 of `screen.css`:

```css screen.css
.region { overflow-x: hidden; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
.lead { overflow: hidden; text-overflow: ellipsis; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
body { height: 100vh; overflow: hidden; }
```

## Passes

```css screen.css
.region { overflow-x: auto; max-height: 80vh; }
.kind { white-space: nowrap; }
```

```css summary/summary.css
@media (min-width: 64em) {
  main { min-width: 40em; }
}
```

## Clauses

- WCAG 2.2: 1.4.4 Resize Text (AA), 1.4.10 Reflow (AA), 1.4.12 Text Spacing (AA)
"""

from collections.abc import Iterator

from bindery.rules.cascade.lengths import units_in
from bindery.rules.cascade.media import ON_SCREEN, holds
from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, is_heard_only, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

CUT = Text(
    nb="«{box}» i {page} blir kuttet når skriften er stor ({value}).",
    en="“{box}” in {page} is cut off when letters are large ({value}).",
)
WIDE = Text(
    nb="«{box}» i {page} er bredere enn en smal skjerm ({value}). Leseren må rulle for hver linje.",
    en="“{box}” in {page} is wider than a narrow screen ({value}). Readers scroll for each line.",
)
HINT = Text(
    nb="Slett det. La teksten brytes, og boksen vokse med den.",
    en="Delete it. Let the text wrap and the box grow with it.",
)
NAMES = (
    *("overflow", "overflow-x", "overflow-y", "text-overflow", "white-space", "text-wrap"),
    *("min-width", "width", "min-inline-size", "line-clamp", "-webkit-line-clamp"),
    *("text-wrap-mode", "max-lines"),
)
_NARROW = ON_SCREEN[-4]
_BLOCKS = frozenset(
    [
        *("html", "body", "main", "section", "header", "footer", "div", "p", "li", "dd", "dt"),
        *("td", "th", "caption", "figcaption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"),
    ]
)
_CUTS = (("hidden",), ("clip",))


def find(styles: Styles) -> Iterator[Finding]:
    """Text that is cut off, or that cannot wrap on a narrow screen."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    if box.pseudo or not box.holds_text or view.mode.paper or is_heard_only(view, box):
        return
    won = view.cascade.won(box)
    for name in ("overflow-x", "overflow-y"):
        value = won.get(name, ())
        if words(value) in _CUTS and (_is_fixed(view, box, name) or _scrolls(box)):
            yield Fault(value, CUT, HINT)
            break
    else:
        if words(won.get("text-overflow", ())) == ("ellipsis",):
            yield Fault(won["text-overflow"], CUT, HINT)
    for name in ("line-clamp", "-webkit-line-clamp", "max-lines"):
        if (lines := won.get(name)) and words(lines) != ("none",):
            yield Fault(lines, CUT, HINT)
    if box.tag in _BLOCKS:
        yield from (Fault(value, WIDE, HINT) for value in _too_wide(view, box))


def _is_fixed(view: View, box: Box, name: str) -> bool:
    height = ("height", "max-height") if name == "overflow-y" else ("width", "max-width", "height")
    return any((view.length(box, one) or 0) > 1 for one in height)


def _scrolls(box: Box) -> bool:
    """Whether its readers must be able to scroll in it."""
    return box.tag in ("html", "body") or box.element.get("role") == "region"


def _too_wide(view: View, box: Box) -> Iterator[Values]:
    won = view.cascade.won(box)
    for name in ("white-space", "text-wrap", "text-wrap-mode"):
        if words(won.get(name, ())) in (("nowrap",), ("pre",)) and _is_narrow_too(won[name]):
            yield won[name]
    for name in ("min-width", "width"):
        value = won.get(name, ())
        units = units_in([node for node, _ in value])
        is_own = units and not units & {"%", "vw", "vi", "svw", "dvw", "lvw"}
        size = view.length(box, name) if is_own else None
        yields = name == "width" and "max-width" in won
        if size and size > _NARROW.width and not yields and _is_narrow_too(value):
            yield value


def _is_narrow_too(value: Values) -> bool:
    return all(holds(media, _NARROW) for media in value[0][1].media)


RULE = Rule("text-is-not-cut-off", Severity.ERROR, find, BOXES)
