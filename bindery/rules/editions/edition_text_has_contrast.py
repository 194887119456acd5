"""All text contrasts with its background, in light and dark mode.

## Why

Most authors check the light page, but many people read at night. In dark mode a link that kept its
dark green is invisible to everyone. People with low vision cannot read pale grey.

## Hvorfor

All tekst har kontrast mot bakgrunnen, både i lys og mørk visning. De fleste kontrollerer den lyse
siden, men mange leser om kvelden. I mørk visning er en lenke som beholdt den mørkegrønne fargen,
usynlig for alle. Svaksynte kan ikke lese blekt grått.

## Fails

In `stil.css`:

```diff stil.css
-@media screen and (prefers-color-scheme: dark) { a { color: #8fd3d0; } }
+@media screen and (prefers-color-scheme: dark) { a { color: #0b4a4f; } }
```

In `stil.css`:

```diff stil.css
-.key-message { background: #e6f0ee;
+.key-message { background: #4a5f5b;
```

## Passes

```diff stil.css
-@media screen and (prefers-color-scheme: dark) { a { color: #8fd3d0; } }
+@media screen and (prefers-color-scheme: dark) { a { color: #b9e6e4; } }
```

## Clauses

- WCAG 2.2: 1.4.3 Contrast (Minimum) (AA)
- EPUB Accessibility 1.1, by WCAG.
"""

from collections.abc import Iterator

from bindery.finished.documents import Finished
from bindery.rules.cascade.pairs import Blamed, blamed
from bindery.rules.editions._finished import DOCUMENTS, told
from bindery.rules.editions._seen import texts_seen
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, decimal

MESSAGE = Text(
    nb="teksten «{box}» har kontrast {ratio}:1 {mode}, og må ha {need}:1. Rett stilen {style}.",
    en="the text “{box}” has contrast {ratio}:1 {mode}, but needs {need}:1. Fix the style {style}.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Styles that give a text too little contrast, each with its text of lowest contrast."""
    for one in blamed(texts_seen(book)):
        file = one.declared.location.path.removeprefix("templates/")
        yield told(RULE, book, file, _message(one))


def _message(one: Blamed) -> Text:
    worst = one.pairs[0]
    return MESSAGE.filled(
        box=worst.box,
        mode=worst.view.mode.name,
        ratio=decimal(worst.ratio or 0),
        need=decimal(worst.need),
        style=f"{one.declared.selector} {{ {one.declared.name} }}",
    )


RULE = Rule("edition-text-has-contrast", Severity.ERROR, find, DOCUMENTS)
