"""What scrolls has a name, and can be scrolled with the keyboard.

## Why

A wide table scrolls in its own box. Keyboard users cannot see the rest of it unless the box can
have the focus, and screen reader users do not know what it is unless it has a name.

## Hvorfor

Det som kan rulles, har et navn og kan rulles med tastaturet. En bred tabell ruller i sin egen boks.
Tastaturbrukere ser ikke resten av den uten at boksen kan få fokus, og skjermleserbrukere vet ikke
hva den er uten at den har et navn.

## Fails

In `kart-og-tall.html`:

```diff kart-og-tall.html
-role="region" tabindex="0"
+role="region"
```

## Passes

```diff kart-og-tall.html
-role="region" tabindex="0"
+tabindex="0" role="region"
```

## Clauses

- WCAG 2.2: 2.1.1 Keyboard (A), 4.1.2 Name, Role, Value (A)
- HTML-ARIA, region
"""

from collections.abc import Iterator

from bindery.document.model import has_class
from bindery.finished.documents import XHTML, Finished
from bindery.rules.editions._finished import DOCUMENTS, REBUILD, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NO_KEY = Text(
    nb='«{words}» kan ikke rulles med tastaturet: Det mangler tabindex="0".',
    en='“{words}” cannot be scrolled with the keyboard: tabindex="0" is missing.',
)
NO_NAME = Text(
    nb="«{words}» er et område uten navn. Skjermleseren sier ikke hva det er.",
    en="“{words}” is a region without a name. Screen readers do not say what it is.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Boxes that scroll, without focus or without a name."""
    for name, root in book.documents.items():
        for element in root.iter(f"{XHTML}div", f"{XHTML}span", f"{XHTML}section"):
            if element.get("role") != "region" and not has_class(element, "region"):
                continue
            words = shortened("".join(element.itertext()))[:40]
            if element.get("tabindex") != "0":
                yield told(RULE, book, name, NO_KEY.filled(words=words), REBUILD)
            elif not (element.get("aria-label") or element.get("aria-labelledby")):
                yield told(RULE, book, name, NO_NAME.filled(words=words), REBUILD)


RULE = Rule("edition-regions-can-be-scrolled", Severity.ERROR, find, DOCUMENTS)
