"""Readers may enlarge the page with two fingers.

## Why

People with low vision enlarge a page on the telephone with two fingers. A page can forbid it, and
then many cannot read it at all.

## Hvorfor

Leserne kan forstørre siden med to fingre. Svaksynte forstørrer en side på telefonen med to fingre.
En side kan forby det, og da er det mange som ikke kan lese den i det hele tatt.

## Fails

In `kart-og-tall.html`:

```diff kart-og-tall.html
-initial-scale=1">
+initial-scale=1, user-scalable=no">
```

## Passes

```diff kart-og-tall.html
-initial-scale=1">
+initial-scale=1, maximum-scale=10">
```

## Clauses

- WCAG 2.2: 1.4.4 Resize Text (AA)
"""

from collections.abc import Iterator

from bindery.finished.documents import XHTML, Finished
from bindery.finished.viewport import forbids_zoom
from bindery.rules.editions._finished import DOCUMENTS, REBUILD, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Siden kan ikke forstørres med to fingre: {said}. Mange svaksynte kan da ikke lese den.",
    en="The page cannot be enlarged with two fingers: {said}. Many people then cannot read it.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Documents whose window forbids zoom."""
    for name, root in book.documents.items():
        for meta in root.iter(f"{XHTML}meta"):
            said = meta.get("content") or ""
            if meta.get("name") == "viewport" and forbids_zoom(said):
                yield told(RULE, book, name, MESSAGE.filled(said=shortened(said)), REBUILD)


RULE = Rule("edition-page-can-be-enlarged", Severity.ERROR, find, DOCUMENTS)
