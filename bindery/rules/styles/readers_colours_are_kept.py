"""The reader's own colours are used everywhere but in pictures.

## Why

People who cannot read with the colours of a page let their device replace them. A style that
refuses this gives them back what they cannot read.

## Hvorfor

Leserens egne farger brukes overalt unntatt i bilder. De som ikke kan lese med fargene på siden, lar
maskinen bytte dem ut. En stil som nekter, gir dem tilbake det de ikke kan lese.

## Fails

Line 1 of `screen.css`:

```css screen.css
body { forced-color-adjust: none; }
```

Line 2 of `summary/summary.css`:

```css summary/summary.css
@media (forced-colors: active) {
  .messages > div { forced-color-adjust: none; }
}
```

## Passes

```css screen.css
.drawing, img { forced-color-adjust: none; }
body { forced-color-adjust: auto; }
```

## Clauses

- WCAG 2.2: 1.4.3 Contrast (Minimum) (AA), 1.4.11 Non-text Contrast (AA)
- EPUB Accessibility 1.1: the claim `displayTransformability`
"""

from collections.abc import Iterator

from bindery.rules.cascade.pairs import name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.styles._by_page import by_page
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{box}» i {page} beholder fargene sine ({value}) for lesere som har valgt sine egne.",
    en="“{box}” in {page} keeps its colours ({value}) for readers who have chosen their own.",
)
HINT = Text(
    nb="Slett det. Bare tegninger kan trenge det.",
    en="Delete it. Only drawings may need it.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Text that keeps its colours when a reader's own are to replace them, in any media."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    for box in page.tree.boxes:
        if "forced-color-adjust" not in box.said or box.tag in ("svg", "img"):
            continue
        for _, rule in box.rules:
            for one in rule.declared:
                if one.name == "forced-color-adjust" and one.text.lower() != "auto":
                    said = f"{one.name}: {one.text}"
                    message = MESSAGE.filled(box=name_of(box), page=page.kind.name, value=said)
                    yield one, Finding(RULE.name, RULE.severity, one.location, message, HINT)


RULE = Rule("readers-colours-are-kept", Severity.ERROR, find, BOXES)
