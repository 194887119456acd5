"""Text is where it is read: no style moves it before or after other text.

## Why

Screen readers, braille and the keyboard follow the order of the document. If a style floats, orders
or places text elsewhere, people who see and people who hear get another sequence, and the focus
jumps. Text in a fixed place covers what is under it when letters are large.

## Hvorfor

Teksten står der den blir lest: Ingen stil flytter den foran eller bak annen tekst. Skjermlesere,
leselister og tastaturet følger rekkefølgen i dokumentet. Hvis en stil flytter tekst, får de som
ser, og de som hører, hver sin rekkefølge, og fokus hopper. Tekst på et fast sted dekker det som er
under, når skriften er stor.

## Fails

Line 1 of `screen.css`:

```css screen.css
.label { float: right; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
header { position: fixed; top: 0; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
.downloads > li { order: -1; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
.messages { display: flex; flex-direction: column-reverse; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
.title-page .publisher { position: relative; top: -12em; }
```

## Passes

```css screen.css
img { float: right; }
.messages { display: flex; flex-direction: column; }
```

```css summary/summary.css
.chapters > .part { grid-column: 1 / -1; }
```

## Clauses

- WCAG 2.2: 1.3.2 Meaningful Sequence (A), failure F1, 2.4.3 Focus Order (A),
  2.4.11 Focus Not Obscured (Minimum) (AA)
"""

from collections.abc import Iterator

from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import (
    SIDES,
    Fault,
    faults_in,
    is_heard_only,
    is_skip_link,
    is_zero,
    words,
)
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOVED = Text(
    nb="Stilen flytter «{box}» i {page} ({value}). Det blir lest et annet sted enn det står.",
    en="The style moves “{box}” in {page} ({value}). It is read in another place than it is shown.",
)
COVERS = Text(
    nb="«{box}» i {page} ligger fast over siden ({value}). Med stor skrift dekker det teksten og"
    " fokus.",
    en="“{box}” in {page} stays over the page ({value}). With large letters it covers text and"
    " focus.",
)
HINT = Text(
    nb="Slett det. Flytt teksten i malen hvis den skal stå et annet sted.",
    en="Delete it. Move the text in the template if it is to be in another place.",
)
NAMES = (
    *("order", "flex-direction", "flex-flow", "flex-wrap", "float", "position", "transform"),
    *("grid-row", "grid-column", "grid-area", "grid-row-start", "grid-column-start"),
    *("translate", "margin-top", "margin-block-start", "margin", "margin-block"),
)
_EDGES = ("left", "right", "inline-start", "inline-end")
_FAR = 24.0


def find(styles: Styles) -> Iterator[Finding]:
    """Text in another place than its own."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    moved = tuple(_faults(view, box))
    if moved and not is_heard_only(view, box):
        yield from moved


def _faults(view: View, box: Box) -> Iterator[Fault]:
    if box.pseudo or not box.holds_text or is_skip_link(box) or box.tag == "page":
        return
    won = view.cascade.won(box)
    places = words(won.get("position", ()))
    narrow = view.mode.width <= 320 or not _waits_for_width(won.get("position", ()))
    if places == ("fixed",) or (places == ("sticky",) and narrow and not view.mode.paper):
        yield Fault(won["position"], COVERS, HINT)
    elif places == ("absolute",):
        yield Fault(won["position"], MOVED, HINT)
    elif places == ("relative",):
        for side in SIDES:
            if side in won and abs(view.length(box, side) or 0) >= _FAR:
                yield Fault(won[side], MOVED, HINT)
    yield from (Fault(value, MOVED, HINT) for value in _moving(view, box))


def _moving(view: View, box: Box) -> Iterator[Values]:
    won = view.cascade.won(box)
    if (value := won.get("order")) and not is_zero(value) and value[0][0].type == "number":
        yield value
    for name in ("flex-direction", "flex-flow", "flex-wrap"):
        if any(word.endswith("-reverse") for word in words(won.get(name, ()))):
            yield won[name]
    if words(won.get("float", ()))[:1] in [(one,) for one in _EDGES]:
        yield won["float"]
    for name in ("grid-row", "grid-column", "grid-area"):
        value = won.get(name, ())
        if value and words(value) not in (("auto",), ("span",)) and not _spans_all(value):
            yield value
    if any(word.startswith("translate") for word in words(won.get("transform", ()))):
        yield won["transform"]
    if (value := won.get("translate")) and words(value) != ("none",) and not is_zero(value):
        yield value
    if (value := won.get("margin-top")) and -400 < (view.length(box, "margin-top") or 0) <= -_FAR:
        yield value


def _spans_all(value: Values) -> bool:
    return [node.value for node, _ in value if node.type == "number"] == [1, -1]


def _waits_for_width(value: Values) -> bool:
    return bool(value) and any(
        "min-width" in media or "width >" in media for media in value[0][1].media
    )


RULE = Rule("order-on-page-is-as-read", Severity.ERROR, find, BOXES)
