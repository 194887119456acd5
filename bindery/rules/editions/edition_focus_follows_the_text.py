"""The keyboard visits links in the order of the text, and nothing takes the focus.

## Why

A number in tabindex moves an element to the front of the whole page. Keyboard users then jump to
and from it, and screen reader users leave the text they read. Keys of our own clash with those of
the screen reader.

## Hvorfor

Tastaturet går til lenkene i samme rekkefølge som teksten, og ingenting tar fokus. Et tall i
tabindex flytter et element foran alt annet på siden. Da hopper tastaturbrukere til og fra det, og
skjermleserbrukere forlater teksten de leser. Egne hurtigtaster kolliderer med skjermleserens.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-<a
+<a tabindex="3"
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<main id="innhold"
+<main id="innhold" autofocus=""
```

## Passes

```diff kart-og-tall.html
-<main id="innhold" tabindex="-1"
+<main id="innhold" tabindex="0" aria-label="Innhold"
```

## Clauses

- WCAG 2.2: 2.4.3 Focus Order (A), failure F44, 2.1.4 Character Key Shortcuts (A),
  3.2.1 On Focus (A)
"""

from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import Finished
from bindery.rules.editions._finished import DOCUMENTS, REBUILD, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» har {what}. Tastaturet følger da ikke rekkefølgen i teksten.",
    en="“{words}” has {what}. The keyboard then does not follow the order of the text.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Elements with a place of their own in the order, that take the focus, or have a key."""
    for name, root in book.documents.items():
        for element in root.iter("{*}*"):
            if what := _moves(element):
                words = shortened("".join(element.itertext()))[:40] or element.get("id") or ""
                yield told(RULE, book, name, MESSAGE.filled(words=words, what=what), REBUILD)


def _moves(element: Element) -> str:
    order = (element.get("tabindex") or "").strip()
    if order.isdigit() and int(order) > 0:
        return f'tabindex="{order}"'
    return next((name for name in ("autofocus", "accesskey") if element.get(name) is not None), "")


RULE = Rule("edition-focus-follows-the-text", Severity.ERROR, find, DOCUMENTS)
