"""Only links, and what is marked in the text, are underlined.

## Why

Readers take underlined words for links, and try to follow them. Headings and strong words can be
larger or bold.

## Hvorfor

Bare lenker, og det som er merket i teksten, er understreket. Leserne tar understrekede ord for
lenker, og prøver å følge dem. Overskrifter og viktige ord kan være større eller fete.

## Fails

Line 1 of `screen.css`:

```css screen.css
h2 { text-decoration: underline; }
```

Line 1 of `print/print.css`:

```css print/print.css
strong { text-decoration: underline; }
```

## Passes

```css screen.css
u, ins, mark, abbr { text-decoration: underline; }
```

## Clauses

- WCAG 2.2: 3.2.4 Consistent Identification (AA), in spirit
- UKAAF, Creating clear print and large print documents
"""

from collections.abc import Iterator

from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{box}» i {page} er understreket ({value}) og ser ut som en lenke.",
    en="“{box}” in {page} is underlined ({value}) and looks like a link.",
)
HINT = Text(
    nb="Slett det. Bruk fet skrift eller større skrift.",
    en="Delete it. Use bold or larger letters.",
)
NAMES = ("text-decoration", "text-decoration-line")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "figcaption", "caption"})
_WORDS = frozenset({"strong", "b", "em", "i", "cite", "dfn", "small", "code", "span", "label"})


def find(styles: Styles) -> Iterator[Finding]:
    """Headings and words that look like links."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    lines = view.cascade.won(box).get("text-decoration-line", ())
    if box.pseudo or "underline" not in words(lines) or any(at.tag == "a" for at in box.ancestors):
        return
    is_plain = box.tag in _HEADINGS and view.is_bold(box)
    if is_plain or box.tag in _WORDS:
        yield Fault(lines, MESSAGE, HINT)


RULE = Rule("underline-means-link", Severity.WARNING, find, BOXES)
