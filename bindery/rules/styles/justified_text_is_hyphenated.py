"""Text with straight margins on both sides has its words divided, so that no gaps open in it.

## Why

Lines of the same length are made by stretching the spaces between words. In Norwegian, with its
long words, that opens holes that run down the page like rivers. Many with dyslexia follow them
instead of the line. Text that is straight on the left alone has none.

## Hvorfor

I tekst med rett kant på begge sider kan ord deles, så det ikke åpner seg hull i linjene. Like lange
linjer blir til ved at mellomrommene strekkes. Norsk har lange ord, og da renner hullene nedover
siden som elver. Mange med dysleksi følger dem i stedet for linjen. Tekst med rett kant bare til
venstre har ingen slike hull.

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
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Teksten «{box}» i {page} har rett kant på begge sider uten at ord kan deles. Da åpner det "
    "seg hull i linjene, som mange med dysleksi følger i stedet for teksten.",
    en="The text “{box}” in {page} is straight on both sides, and no word can be divided. Gaps "
    "open in its lines, which many with dyslexia follow instead of the text.",
)
HINT = Text(
    nb="Skriv text-align: start. Må det være rett kant, legg til hyphens: auto.",
    en="Write text-align: start. If it must be straight, add hyphens: auto.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Text that is justified and not hyphenated."""
    return once(_found(styles))


def _found(styles: Styles) -> Iterator[tuple[Declared, Finding]]:
    for page in styles.pages:
        for view in page.views:
            for box in page.tree.boxes:
                origin = view.origin(box, "text-align")
                justified = view.word(box, "text-align") in ("justify", "justify-all")
                if origin is None or not justified or not box.has_text:
                    continue
                if view.word(box, "hyphens") != "auto" and view.is_shown(box):
                    message = MESSAGE.filled(box=name_of(box), page=page.kind.name)
                    place = origin.location
                    yield origin, Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("justified-text-is-hyphenated", Severity.WARNING, find, BOXES)
