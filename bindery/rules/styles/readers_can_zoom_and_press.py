"""Readers can enlarge the text and press what can be pressed.

## Why

People with low vision spread two fingers to enlarge, and choose larger letters. A style or a
template that forbids it shuts them out. What looks like a link and cannot be pressed leads nowhere.

## Hvorfor

Leserne kan forstørre teksten og trykke på det som kan trykkes på. Svaksynte sprer to fingre for å
forstørre, og velger større skrift. En stil eller en mal som hindrer det, stenger dem ute. Det som
ser ut som en lenke og ikke kan trykkes på, fører ingen steder.

## Fails

Line 1 of `screen.css`:

```css screen.css
html { text-size-adjust: none; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
body { touch-action: none; }
```

Line 1 of `screen.css`:

```css screen.css
.link-block a { pointer-events: none; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
body { zoom: 0.8; }
```

## Passes

```css screen.css
html { text-size-adjust: 100%; }
a { touch-action: manipulation; }
```

## Clauses

- WCAG 2.2: 1.4.4 Resize Text (AA), 2.1.1 Keyboard (A), 2.5.1 Pointer Gestures (A)
"""

from collections.abc import Iterator

from tinycss2.ast import Node

from bindery.finished.viewport import forbids_zoom
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SMALL = Text(
    nb="Stilen hindrer at leserne forstørrer «{box}» i {page} ({value}).",
    en="The style keeps readers from enlarging “{box}” in {page} ({value}).",
)
DEAD = Text(
    nb="«{box}» i {page} kan ikke trykkes på ({value}).",
    en="“{box}” in {page} cannot be pressed ({value}).",
)
VIEWPORT = Text(
    nb="Malen for {page} hindrer at leserne forstørrer siden ({value}).",
    en="The template of {page} keeps readers from enlarging the page ({value}).",
)
HINT = Text(nb="Slett det.", en="Delete it.")
VIEWPORT_HINT = Text(
    nb='Skriv bare content="width=device-width, initial-scale=1".',
    en='Write only content="width=device-width, initial-scale=1".',
)
_SIZES = ("text-size-adjust", "-webkit-text-size-adjust", "-moz-text-size-adjust")
NAMES = (*_SIZES, "touch-action", "zoom", "pointer-events")
_FINGERS = ("none", "pan-x", "pan-y")


def find(styles: Styles) -> Iterator[Finding]:
    """What keeps readers from enlarging or pressing."""
    for page in styles.pages:
        meta = page.tree.root.find(".//meta[@name='viewport']")
        said = "" if meta is None else meta.get("content") or ""
        if page.as_written and forbids_zoom(said):
            message = VIEWPORT.filled(page=page.kind.name, value=said)
            place = Location(f"templates/{page.kind.template}")
            yield Finding(RULE.name, RULE.severity, place, message, VIEWPORT_HINT)
    yield from faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    won = view.cascade.won(box)
    for name in _SIZES:
        sized = won.get(name, ())
        if sized and (words(sized) == ("none",) or _below(sized[0][0], 100)):
            yield Fault(sized, SMALL, HINT)
    fingers = won.get("touch-action", ())
    if any(word in _FINGERS for word in words(fingers)) and "pinch-zoom" not in words(fingers):
        yield Fault(fingers, SMALL, HINT)
    if (value := won.get("zoom")) and _below(
        value[0][0], 1 if value[0][0].type == "number" else 100
    ):
        yield Fault(value, SMALL, HINT)
    if words(won.get("pointer-events", ())) == ("none",) and box.holds_text:
        yield Fault(won["pointer-events"], DEAD, HINT)


def _below(node: Node, least: float) -> bool:
    return bool(node.type in ("number", "percentage") and node.value < least)


RULE = Rule("readers-can-zoom-and-press", Severity.ERROR, find, BOXES)
