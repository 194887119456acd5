"""In justified text words are divided, so that no gaps open in the lines.

## Why

Justified lines are made by stretching the spaces between words. Norwegian has long words, so the
gaps become large. Many people with dyslexia follow the gaps instead of the line. Text that is only
aligned on the left has no such gaps.

## Hvorfor

I tekst med rett kant på begge sider kan ord deles, så linjene ikke får hull. Like lange linjer blir
til ved at mellomrommene strekkes. Norsk har lange ord, og da blir hullene store. Mange med dysleksi
følger dem i stedet for linjen. Tekst med rett kant bare til venstre har ingen slike hull.

## Fails

Line 1 of `epub/epub.css`:

```css epub/epub.css
p { text-align: justify; }
```

## Passes

```css epub/epub.css
p { text-align: justify; hyphens: auto; }
```

```css screen.css
p { text-align: start; }
```

## Clauses

- WCAG 2.2: 1.4.8 Visual Presentation (AAA)
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
    nb="Teksten «{box}» i {page} har rett kant på begge sider uten orddeling. Mange med dysleksi"
    " forstyrres av hullene i linjene.",
    en="The text “{box}” in {page} is justified without hyphenation. The gaps in the lines disturb"
    " many people with dyslexia.",
)
HINT = Text(
    nb="Skriv text-align: start. Hvis teksten må ha rett kant, legg til hyphens: auto.",
    en="Write text-align: start. If the text must be justified, add hyphens: auto.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Text that is justified and not hyphenated."""
    return once(_found(styles))


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    for view in page.views if _justifies(page) else ():
        for box in page.tree.boxes:
            origin = view.origin(box, "text-align")
            justified = view.word(box, "text-align") in ("justify", "justify-all")
            if origin is None or not justified or not box.has_text:
                continue
            if view.word(box, "hyphens") != "auto" and view.is_shown(box):
                message = MESSAGE.filled(box=name_of(box), page=page.kind.name)
                place = origin.location
                yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


def _justifies(page: Page) -> bool:
    return any("justify" in one.text for sheet in page.sheets for one in sheet.declared)


RULE = Rule("justified-text-is-hyphenated", Severity.WARNING, find, BOXES)
