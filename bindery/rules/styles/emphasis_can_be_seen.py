"""What is emphasised, raised, lowered or deleted in the text is shown so.

## Why

An author who marks a word as important means it. If a style removes the look, only people who
listen to the text know. m² that looks like m2 is another thing, and deleted words that look like
others say the opposite.

## Hvorfor

Det som er framhevet, hevet, senket eller slettet i teksten, vises slik. En forfatter som merker et
ord som viktig, mener det. Hvis en stil fjerner utseendet, er det bare de som hører teksten, som får
vite det. m² som ser ut som m2, er noe annet, og slettede ord som ser ut som andre, sier det
motsatte.

## Fails

Line 1 of `screen.css`:

```css screen.css
strong { font-weight: 400; }
```

Line 1 of `print/print.css`:

```css print/print.css
em { font-style: normal; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
sup { vertical-align: baseline; }
```

Line 1 of `screen.css`:

```css screen.css
del { text-decoration: none; }
```

## Passes

```css screen.css
em { font-style: normal; font-weight: 700; }
sup { vertical-align: 0.4em; }
strong { font-weight: 600; }
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
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

MESSAGE = Text(
    nb="«{box}» i {page} ser ut som teksten omkring ({value}). Det forfatteren har merket,"
    " er borte.",
    en="“{box}” in {page} looks like the text around it ({value}). What its author marked is lost.",
)
HINT = Text(
    nb="Slett det, eller framhev på en annen måte, med fet skrift.",
    en="Delete it, or emphasise it in another way: in bold.",
)
NAMES = ("font-weight", "font-style", "font", "vertical-align", "text-decoration", "all")
_LEVEL = ("baseline", "initial", "unset")
_STRONG, _STRESSED = ("strong", "b"), ("em", "i")


def find(styles: Styles) -> Iterator[Finding]:
    """Marked words that look like the words around them."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    if box.pseudo or box.element.get("class"):
        return
    value: Values = ()
    won = view.cascade.won(box)
    if box.tag in _STRONG and not view.is_bold(box):
        value = won.get("font-weight", ())
    elif box.tag in _STRESSED and not view.is_bold(box) and not _is_slanted(view, box):
        value = won.get("font-style", ())
    elif box.tag in ("sub", "sup") and words(won.get("vertical-align", ()))[:1] in _ON_LINE:
        value = won["vertical-align"]
    elif box.tag in ("del", "s") and words(won.get("text-decoration-line", ())) == ("none",):
        value = won["text-decoration-line"]
    if value:
        yield Fault(value, MESSAGE, HINT)


_ON_LINE = [(word,) for word in _LEVEL]


def _is_slanted(view: View, box: Box) -> bool:
    return view.word(box, "font-style") in ("italic", "oblique")


RULE = Rule("emphasis-can-be-seen", Severity.WARNING, find, BOXES)
