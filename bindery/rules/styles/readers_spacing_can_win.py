"""The reader's own spacing of letters, words and lines overrides the style sheet.

## Why

Many people who read slowly, or lose the line, read better with more space between letters, words
and lines. They set it in the reading system, or with styles of their own. `!important` in the style
sheet overrides that.

## Hvorfor

Leserens egen avstand mellom bokstaver, ord og linjer overstyrer stilarket. Mange som leser sakte
eller mister linjen, leser bedre med mer luft. De velger den i leseprogrammet eller med egne stiler.
`!important` i stilarket overstyrer det.

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

from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._shared import DECLARATIONS, locked
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule

SPACING = ("font", "line-height", "letter-spacing", "word-spacing")
"""``font`` also sets the height of lines."""


def find(styles: Styles) -> Iterator[Finding]:
    """Spacing that a reader may choose, locked by ``!important``."""
    return locked(styles, SPACING, RULE.name)


RULE = Rule("readers-spacing-can-win", Severity.WARNING, find, DECLARATIONS)
