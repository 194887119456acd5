"""Headings differ from the text, and are larger at each higher level.

## Why

People who see use headings to find their way, as others do with a screen reader. A heading that
looks like the text is not found. One that is larger than the heading above it says that it is the
more important one. In print a heading must not be left alone at the foot of a page.

## Hvorfor

Overskrifter skiller seg fra teksten, og er større jo høyere nivået er. Seende bruker overskrifter
for å finne fram, slik andre gjør med skjermleser. En overskrift som ser ut som teksten, blir ikke
funnet. En som er større enn den over, ser ut til å være viktigst. På papir må en overskrift ikke
stå alene nederst på en side.

## Fails

Line 1 of `screen.css`:

```css screen.css
h3 { font-size: 1em; font-weight: 400; }
```

Line 1 of `print/print.css`:

```css print/print.css
h3 { font-size: 2rem; }
```

Line 1 of `print/print.css`:

```css print/print.css
h2 { break-after: auto; }
```

## Passes

```css screen.css
h3 { font-size: 1em; font-weight: 700; }
h4 { font-size: 1em; font-weight: 400; text-decoration: underline; }
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 2.4.6 Headings and Labels (AA)
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

PLAIN = Text(
    nb="Overskriften «{box}» i {page} ser ut som teksten ({value}).",
    en="The heading “{box}” in {page} looks like the text ({value}).",
)
TOO_LARGE = Text(
    nb="Overskriften «{box}» i {page} er større enn den på nivået over ({value}).",
    en="The heading “{box}” in {page} is larger than that of the level above ({value}).",
)
ALONE = Text(
    nb="Overskriften «{box}» i {page} kan bli stående alene nederst på en side ({value}).",
    en="The heading “{box}” in {page} can be left alone at the foot of a page ({value}).",
)
HINT = Text(
    nb="Gjør overskriften større eller fet, og mindre enn den på nivået over.",
    en="Make the heading larger or bold, and smaller than that of the level above.",
)
ALONE_HINT = Text(nb="Skriv break-after: avoid.", en="Write break-after: avoid.")
NAMES = ("font-size", "font", "font-weight", "break-after", "page-break-after")
_TOGETHER = [("avoid",), ("avoid-page",)]
_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def find(styles: Styles) -> Iterator[Finding]:
    """Headings that look like text, or like more than they are, or that may be left alone."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    if box.tag not in _LEVELS or box.pseudo or not _is_of_the_text(box):
        return
    won = view.cascade.won(box)
    size, text = view.size(box), view.size(view.tree.boxes[0])
    value = won.get("font-size") or won.get("font-weight") or ()
    if value and not view.is_bold(box) and size < 1.15 * text and not _is_lined(view, box):
        yield Fault(won.get("font-weight") or value, PLAIN, HINT)
    above = [view.size(other) for other in _headings_on(page).get(f"h{int(box.tag[1]) - 1}", ())]
    if value and above and size > max(above) + 0.5:
        yield Fault(value, TOO_LARGE, HINT)
    weight = won.get("font-weight", ())
    after = won.get("break-after") or won.get("page-break-after") or ()
    if view.mode.paper and words(after)[:1] not in _TOGETHER and (blamed := after or weight):
        yield Fault(blamed, ALONE, ALONE_HINT)


@lru_cache(maxsize=16)
def _headings_on(page: Page) -> Mapping[str, Sequence[Box]]:
    found: dict[str, list[Box]] = {}
    for box in page.tree.boxes:
        if box.tag in _LEVELS and not box.pseudo and _is_of_the_text(box):
            found.setdefault(box.tag, []).append(box)
    return found


def _is_of_the_text(box: Box) -> bool:
    tags = {at.tag for at in box.ancestors}
    return tags.isdisjoint({"nav", "header", "footer", "summary"}) and not box.element.get("class")


def _is_lined(view: View, box: Box) -> bool:
    return "underline" in words(view.cascade.won(box).get("text-decoration-line", ()))


RULE = Rule("headings-look-like-headings", Severity.WARNING, find, BOXES)
