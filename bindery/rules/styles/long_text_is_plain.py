"""Running text is upright, of normal weight, and begins at one edge.

## Why

Slanted letters, bold letters and lines that begin at different places are slow to read, and people
with dyslexia or low vision give up. A word or a heading may be emphasised; a whole text cannot.

## Hvorfor

Løpende tekst er opprettstående, har vanlig tykkelse og begynner ved samme kant. Kursiv, fet skrift
og linjer som begynner på ulike steder, er tungt å lese, og lesere med dysleksi eller nedsatt syn
gir opp. Et ord eller en overskrift kan framheves; en hel tekst kan ikke.

## Fails

Line 1 of `screen.css`:

```css screen.css
body { font-style: italic; }
```

Line 1 of `print/print.css`:

```css print/print.css
blockquote p { font-style: oblique; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
main p { font-weight: 700; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
li { text-align: center; }
```

Line 1 of `screen.css`:

```css screen.css
main p { text-decoration: underline; }
```

## Passes

```css screen.css
em { font-style: italic; }
.label { font-weight: 700; }
h2 { text-align: center; }
```

## Clauses

- UKAAF, Creating clear print and large print documents
- WCAG 2.2: 1.4.8 Visual Presentation (AAA)
"""

from collections.abc import Iterator

from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SLANTED = Text(
    nb="All tekst i «{box}» i {page} er kursiv ({value}). Lang tekst i kursiv er tung å lese.",
    en="All text of “{box}” in {page} is slanted ({value}). Long text in italics is hard to read.",
)
BOLD = Text(
    nb="All tekst i «{box}» i {page} er fet ({value}). Da framheves ingenting.",
    en="All text of “{box}” in {page} is bold ({value}). That emphasises nothing.",
)
RAGGED = Text(
    nb="Linjene i «{box}» i {page} begynner på ulike steder ({value}). Øyet finner dem ikke.",
    en="The lines of “{box}” in {page} begin in different places ({value}). Eyes lose the next.",
)
LINED = Text(
    nb="All tekst i «{box}» i {page} har strek ({value}). Den ser ut som en lenke eller slettet.",
    en="All text of “{box}” in {page} has a line ({value}). It looks like a link or deleted.",
)
HINT = Text(
    nb="Slett det. Framhev heller enkelte ord i manuset.",
    en="Delete it. Emphasise single words in the manuscript instead.",
)
NAMES = (
    "font-style",
    "font",
    "font-weight",
    "text-align",
    "text-decoration",
    "text-decoration-line",
)
_LONG = frozenset(
    [
        *("html", "body", "main", "section", "article", "div", "p", "li", "dd", "td"),
        *("blockquote", "ul", "ol", "dl"),
    ]
)
_ASIDE = ("align-", "formula", "attribution", "byline")


def find(styles: Styles) -> Iterator[Finding]:
    """Blocks of text that are slanted, bold, centred or underlined as a whole."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    if box.pseudo or box.tag not in _LONG or not box.holds_text:
        return
    classes = (box.element.get("class") or "").split()
    if any(name.startswith(_ASIDE) for name in classes) or _in_margin(box):
        return
    won = view.cascade.won(box)
    if words(won.get("font-style", ()))[:1] in [("italic",), ("oblique",)]:
        yield Fault(won["font-style"], SLANTED, HINT)
    weight = won.get("font-weight", ())
    if weight and not classes and _is_bold(weight):
        yield Fault(weight, BOLD, HINT)
    if box.tag != "td" and words(won.get("text-align", ())) in [("center",), ("right",), ("end",)]:
        yield Fault(won["text-align"], RAGGED, HINT)
    lines = won.get("text-decoration-line", ())
    if any(word in ("underline", "line-through") for word in words(lines)):
        yield Fault(lines, LINED, HINT)


def _in_margin(box: Box) -> bool:
    """Whether it is on a cover or a title page, which has few words."""
    names = {name for at in box.ancestors for name in (at.element.get("class") or "").split()}
    return not names.isdisjoint({"cover", "title-page"}) or any(
        at.tag in ("header", "footer", "nav", "tfoot", "thead") for at in box.ancestors
    )


def _is_bold(value: Values) -> bool:
    node = value[0][0]
    return words(value) in (("bold",), ("bolder",)) or (node.type == "number" and node.value >= 600)


RULE = Rule("long-text-is-plain", Severity.WARNING, find, BOXES)
