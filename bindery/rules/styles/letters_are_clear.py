"""Letters stand apart, are not thin and have no shadow.

## Why

Letters that touch each other, that are drawn thin or narrow, or that have a shadow or are written
as by hand, are hard to tell apart. People with low vision and people with dyslexia lose most by it.
Words that are spread out fall apart into letters.

## Hvorfor

Bokstavene står fra hverandre, er ikke tynne og har ikke skygge. Bokstaver som berører hverandre,
som er tynne eller smale, har skygge eller ligner håndskrift, er vanskelige å skille. Det går mest
ut over svaksynte og lesere med dysleksi. Ord med mye luft mellom bokstavene faller fra hverandre.

## Fails

Line 1 of `screen.css`:

```css screen.css
h2 { letter-spacing: -0.05em; }
```

Line 1 of `print/print.css`:

```css print/print.css
figcaption { word-spacing: -0.1em; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
.title-page h1 { letter-spacing: 0.4em; }
```

Line 1 of `screen.css`:

```css screen.css
.lead { font-weight: 200; }
```

Line 1 of `screen.css`:

```css screen.css
blockquote { font-family: cursive; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
header h1 { text-shadow: 0 0 0.3em #000000; }
```

## Passes

```css screen.css
h2 { letter-spacing: 0.02em; word-spacing: 0.05em; font-weight: 600; text-shadow: none; }
```

## Clauses

- UKAAF, Creating clear print and large print documents
- WCAG 2.2: 1.4.12 Text Spacing (AA), in spirit
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

CLOSE = Text(
    nb="Bokstaver eller ord i «{box}» i {page} står for tett ({value}). De går i hverandre.",
    en="Letters or words of “{box}” in {page} are too close ({value}). They run together.",
)
WIDE = Text(
    nb="Bokstavene i «{box}» i {page} står for langt fra hverandre ({value}). Ordene faller fra"
    " hverandre.",
    en="The letters of “{box}” in {page} are too far apart ({value}). The words fall apart.",
)
THIN = Text(
    nb="Bokstavene i «{box}» i {page} er for tynne eller smale ({value}).",
    en="The letters of “{box}” in {page} are too thin or too narrow ({value}).",
)
DRAWN = Text(
    nb="Bokstavene i «{box}» i {page} er pyntet ({value}). Da er de vanskelige å skille.",
    en="The letters of “{box}” in {page} are ornate ({value}). They are hard to tell apart.",
)
HINT = Text(
    nb="Slett det. Bruk størrelse eller fet skrift for å framheve.",
    en="Delete it. Use size or bold for emphasis.",
)
NAMES = (
    *("letter-spacing", "word-spacing", "font-weight", "font-stretch", "font-family"),
    *("text-shadow", "-webkit-text-stroke", "-webkit-text-stroke-width"),
)
_WIDE = {"letter-spacing": 0.25, "word-spacing": 0.6}
_NARROW = ("ultra-condensed", "extra-condensed", "condensed", "semi-condensed")
_HANDS = ("cursive", "fantasy")


def find(styles: Styles) -> Iterator[Finding]:
    """Letters that are close, spread, thin, narrow or ornate."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    if not box.holds_text:
        return
    won = view.cascade.won(box)
    for name, most in _WIDE.items():
        space = view.length(box, name) if name in won else None
        if space is not None and space < -0.01:
            yield Fault(won[name], CLOSE, HINT)
        elif space is not None and space > most * view.size(box):
            yield Fault(won[name], WIDE, HINT)
    weight, width = won.get("font-weight", ()), won.get("font-stretch", ())
    if weight and (_below(weight[0][0], "number", 400) or words(weight) == ("lighter",)):
        yield Fault(weight, THIN, HINT)
    if width and (
        _below(width[0][0], "percentage", 90) or (words(width)[:1] and words(width)[0] in _NARROW)
    ):
        yield Fault(width, THIN, HINT)
    if any(word in _HANDS for word in words(won.get("font-family", ()))):
        yield Fault(won["font-family"], DRAWN, HINT)
    for name in ("text-shadow", "-webkit-text-stroke", "-webkit-text-stroke-width"):
        if (value := won.get(name)) and words(value) != ("none",) and not is_zero(value):
            yield Fault(value, DRAWN, HINT)


def _below(node: Node, kind: str, least: float) -> bool:
    return bool(node.type == kind and node.value < least)


RULE = Rule("letters-are-clear", Severity.WARNING, find, BOXES)
