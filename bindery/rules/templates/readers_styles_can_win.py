"""A reader's own choice of letters, colours and spacing is stronger than the style sheet.

## Why

E-readers, browsers and their extensions let readers choose typeface, size, colours and spacing.
They do so with styles of their own, and `!important` in ours keeps many of those out. Who cannot
read without them cannot read the book.

## Fails

Line 1 of `epub/epub.css`:

```css epub/epub.css
body { line-height: 1.6 !important; }
```

## Passes

```css epub/epub.css
body { line-height: 1.6; max-width: 40em !important; }
```

## Clauses

- WCAG 2.2: 1.4.12 Text Spacing (AA)
- EPUB Accessibility 1.1: the claim `displayTransformability`
"""

from collections.abc import Iterator

from bindery.rules.templates._extents import DECLARATIONS
from bindery.rules.templates._sheets import Declared
from bindery.rules.templates._styles import Styles
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{name}» i «{selector}» er låst med !important. Leserens egen innstilling når ikke fram.",
    en="“{name}” of “{selector}” is locked by !important. The reader’s own setting does not get "
    "through.",
)
HINT = Text(
    nb="Slett !important. Trengs den mot en annen regel her, gjør den regelen svakere.",
    en="Delete !important. If it is needed against another rule here, make that rule weaker.",
)
READERS_OWN = (
    *("font", "font-size", "font-family", "line-height", "letter-spacing", "word-spacing"),
    *("text-align", "text-indent", "color", "background", "background-color"),
)


def find(styles: Styles) -> Iterator[Finding]:
    """What a reader may choose, locked on pages that are read on screens."""
    for declared in styles.declared:
        if declared.important and declared.name in READERS_OWN and not _is_of_paper(declared):
            message = MESSAGE.filled(name=declared.name, selector=declared.selector)
            yield Finding(RULE.name, RULE.severity, declared.location, message, HINT)


def _is_of_paper(declared: Declared) -> bool:
    return "/print/" in declared.location.path or "@media print" in declared.media


RULE = Rule("readers-styles-can-win", Severity.WARNING, find, DECLARATIONS)
