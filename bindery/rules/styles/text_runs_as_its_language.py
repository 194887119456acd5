"""Text runs as its language does: no style turns it.

## Why

The direction of a text follows from its language, and the document says it. A style that turns text
has no effect where readers use their own styles, and words that run backwards or lie on their
side cannot be read with a magnifier.

## Hvorfor

Teksten går den veien språket gjør: Ingen stil snur den. Skriveretningen følger av språket, og står
i dokumentet. En stil som snur tekst, virker ikke når leseren bruker sin egen, og ord som går
baklengs eller ligger på siden, kan ikke leses med forstørrelse.

## Fails

Line 1 of `screen.css`:

```css screen.css
.lead { direction: rtl; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
.title-page h1 { writing-mode: vertical-rl; }
```

Line 1 of `print/print.css`:

```css print/print.css
.label { transform: rotate(-90deg); }
```

Line 1 of `screen.css`:

```css screen.css
code { unicode-bidi: bidi-override; }
```

## Passes

```css screen.css
.lead { unicode-bidi: isolate; }
```

## Clauses

- WCAG 2.2: 1.3.2 Meaningful Sequence (A), 1.3.4 Orientation (AA)
"""

from collections.abc import Iterator

from tinycss2.ast import Node

from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, is_zero, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Stilen snur «{box}» i {page} ({value}). Ordene går en annen vei enn språket.",
    en="The style turns “{box}” in {page} ({value}). The words run another way than the language.",
)
HINT = Text(
    nb="Slett det. Retningen følger av språket: Merk teksten med riktig språk.",
    en="Delete it. The direction follows from the language: mark the text with the right one.",
)
NAMES = (
    *("direction", "unicode-bidi", "writing-mode", "-webkit-writing-mode", "-epub-writing-mode"),
    *("text-orientation", "text-combine-upright", "transform", "rotate", "-webkit-transform"),
)
_UPRIGHT = {
    "writing-mode": ("horizontal-tb", "lr-tb", "lr"),
    "text-orientation": ("mixed", "sideways"),
    "text-combine-upright": ("none",),
    "rotate": ("none",),
    "unicode-bidi": ("normal", "isolate", "embed", "plaintext"),
}
_TURNS = ("rotate", "skew", "matrix")


def find(styles: Styles) -> Iterator[Finding]:
    """Text that a style runs backwards, downwards or aslant."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    if not box.holds_text:
        return
    won = view.cascade.won(box)
    if value := won.get("direction"):
        yield Fault(value, MESSAGE, HINT)
    for name, upright in _UPRIGHT.items():
        value = won.get(name, ())
        if value and words(value)[:1] not in [(one,) for one in upright] and not is_zero(value):
            yield Fault(value, MESSAGE, HINT)
    turned = won.get("transform", ())
    if any(_turns(node) for node, _ in turned):
        yield Fault(turned, MESSAGE, HINT)


def _turns(node: Node) -> bool:
    if node.type != "function":
        return False
    mirrored = any(one.type == "number" and one.value < 0 for one in node.arguments)
    return str(node.lower_name).startswith(_TURNS) or ("scale" in node.lower_name and mirrored)


RULE = Rule("text-runs-as-its-language", Severity.ERROR, find, BOXES)
