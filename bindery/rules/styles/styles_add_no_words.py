"""Styles add numbers and punctuation, but no words and no signs.

## Why

Words, signs and pictures that a style puts before or after text are in no manuscript. They are not
translated, not found by search and not copied, and some screen readers do not read them. Others
read the name of the sign.

## Hvorfor

Stiler legger til tall og skilletegn, men ingen ord og ingen tegn. Ord, tegn og bilder som en stil
setter foran eller bak teksten, finnes ikke i noe manus. De blir ikke oversatt, ikke funnet i søk og
ikke kopiert, og noen skjermlesere leser dem ikke. Andre leser opp navnet på tegnet.

## Fails

Line 1 of `screen.css`:

```css screen.css
.editor-note .label::before { content: "Viktig: "; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
.downloads a::after { content: "⬇"; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
ul { list-style-type: "Punkt "; }
```

## Passes

```css screen.css
.label::after { content: ":"; }
.kind::before { content: "▶" / ""; }
ol > li::before { content: counter(list-item) ". "; }
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), failure F87, 1.1.1 Non-text Content (A)
"""

from collections.abc import Iterator
from unicodedata import category

from tinycss2.ast import Node

from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Stilen setter inn noe ved «{box}» i {page} som ikke står i teksten: {value}.",
    en="The style puts something at “{box}” in {page} that is not in the text: {value}.",
)
HINT = Text(
    nb='Skriv det i malen. Hvis det bare er pynt, gi det en tom tekst: content: "✓" / "".',
    en='Write it in the template. If it only decorates, give it an empty text: content: "✓" / "".',
)
NAMES = ("content", "list-style", "list-style-type")
_SIGNS = frozenset("*†‡§¶#@&%!?+=<>^~|_")


def find(styles: Styles) -> Iterator[Finding]:
    """Words, signs and pictures in generated content, without a text of their own."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    won = view.cascade.won(box)
    content = won.get("content", ())
    has_alternative = any(node == "/" for node, _ in content)
    is_read = box.pseudo in ("before", "after", "marker") and not has_alternative
    if is_read and any(_is_word(node) for node, _ in content):
        yield Fault(content, MESSAGE, HINT)
    marks = won.get("list-style-type", ())
    if any(node.type == "string" and _has_words(node.value) for node, _ in marks):
        yield Fault(marks, MESSAGE, HINT)


def _is_word(node: Node) -> bool:
    if node.type == "url":
        return True
    if node.type == "function":
        return str(node.lower_name) in ("url", "image", "image-set", "linear-gradient")
    return bool(node.type == "string" and (_has_words(node.value) or _has_signs(node.value)))


def _has_words(text: str) -> bool:
    return any(category(letter)[0] in "LN" or category(letter) == "Co" for letter in text)


def _has_signs(text: str) -> bool:
    return any(letter in _SIGNS or category(letter) in ("So", "Sm", "Sc") for letter in text)


RULE = Rule("styles-add-no-words", Severity.WARNING, find, BOXES)
