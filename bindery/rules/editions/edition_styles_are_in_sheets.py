"""Every style is in a style sheet, where readers can replace it.

## Why

A style on an element wins over the style sheets of readers and reading systems: their letters,
colours and spacing do not get through. The number that lines of code begin with changes nothing of
that.

## Hvorfor

Alle stiler er i et stilark, der leserne kan erstatte dem. En stil på et element går foran
stilarkene til leserne og leseprogrammene: Bokstavene, fargene og avstanden de har valgt, slår ikke
gjennom. Nummeret som linjer med kode begynner med, endrer ikke noe av dette.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-<p>
+<p style="color: #777777">
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<main id="innhold"
+<main id="innhold" style="color: #1c2526"
```

## Passes

```diff kapittel-1.xhtml
-<p>
+<p class="lead">
```

```diff kapittel-1.xhtml
-<p>
+<p style="counter-reset: line 9">
```

## Clauses

- WCAG 2.2: 1.4.4 Resize Text (AA), 1.4.12 Text Spacing (AA)
- EPUB Accessibility 1.1: the claim `displayTransformability`
"""

import re
from collections.abc import Iterator

from bindery.document.model import MATHML, Element
from bindery.finished.documents import SVG, Finished
from bindery.rules.editions._finished import DOCUMENTS, REBUILD, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» har en stil på seg selv ({style}). Leserens egne stiler virker ikke der.",
    en="“{words}” has a style of its own ({style}). Readers’ styles have no effect there.",
)

_COUNTING = re.compile(r"\s*(?:counter-[a-z]+\s*:[^;]*;?\s*)+")
"""Numbers that are counted."""

_WORSE = ("!important", "//")
"""What two other rules say more of: styles that lock, and styles that fetch."""


def find(book: Finished) -> Iterator[Finding]:
    """Elements of text with a ``style`` attribute; each style of a document is told once."""
    for name, root in book.documents.items():
        seen: set[str] = set()
        for element in _of_text(root):
            style = element.get("style")
            if style and style not in seen and not _is_left_to_others(style):
                seen.add(style)
                words = shortened("".join(element.itertext()))[:40]
                message = MESSAGE.filled(words=words, style=shortened(style))
                yield told(RULE, book, name, message, REBUILD)


def _is_left_to_others(style: str) -> bool:
    return any(one in style for one in _WORSE) or bool(_COUNTING.fullmatch(style))


def _of_text(element: Element) -> Iterator[Element]:
    """The elements that are not in a drawing or a formula."""
    if isinstance(element.tag, str) and not element.tag.startswith((SVG, MATHML)):
        yield element
        for child in element:
            yield from _of_text(child)


RULE = Rule("edition-styles-are-in-sheets", Severity.ERROR, find, DOCUMENTS)
