"""The page list has every page in order, and each entry leads to its page.

## Why

Reading systems use this list for «Slå opp på side 4». If a page is missing, or an entry leads to
another page, some readers end up on the wrong page.

## Hvorfor

Sidelista har alle sidene i rekkefølge, og hver oppføring går til sin side. Leseprogrammer bruker
lista for «Slå opp på side 4». Hvis en side mangler, eller en oppføring går til en annen side,
havner noen lesere på feil side.

## Fails

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<li><a href="kapittel-1.xhtml#side-4">4</a></li>
+
```

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<li><a href="kapittel-1.xhtml#side-4">4</a></li>
+<li><a href="kapittel-1.xhtml#side-3">4</a></li>
```

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<li><a href="kapittel-1.xhtml#side-3">3</a></li><li><a href="kapittel-1.xhtml#side-4">4</a></li>
+<li><a href="kapittel-1.xhtml#side-4">4</a></li><li><a href="kapittel-1.xhtml#side-3">3</a></li>
```

## Passes

```diff navigasjon.xhtml
-<li><a href="kapittel-1.xhtml#side-4">4</a></li>
+<li><a href="kapittel-1.xhtml#side-4"><strong>4</strong></a></li>
```

## Clauses

- WCAG 2.2: 2.4.5 Multiple Ways (AA)
- EPUB Accessibility 1.1, 3.2.3: `pageNavigation`
"""

from collections.abc import Iterator

from bindery.document.model import Element, text_of
from bindery.finished.documents import page_breaks
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import PAGE_BREAKS, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MISSING = Text(nb="side {label} står ikke i sidelista.", en="page {label} is not in the page list.")
ASTRAY = Text(
    nb="oppføringen «{label}» i sidelista går ikke til side {label}.",
    en="the entry “{label}” of the page list does not lead to page {label}.",
)
DISORDERED = Text(
    nb="side {label} står på feil plass i sidelista.",
    en="page {label} is in the wrong place in the page list.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Pages that are not listed, and entries to another page or out of order."""
    links = book.navigation_entries("page-list")
    where = book.navigation or book.package
    markers = [one for root in book.documents.values() for one in page_breaks(root)]
    labels = {text_of(link) for link in links}
    for marker in markers:
        label = marker.get("aria-label") or ""
        if label and label not in labels:
            yield told(RULE, book, where, MISSING.filled(label=label))
    before: Element | None = None
    for link in links:
        label, target = text_of(link), book.target(where, link.get("href") or "")
        if target is None:
            continue
        if target not in markers or target.get("aria-label") not in (label, None):
            yield told(RULE, book, where, ASTRAY.filled(label=label))
        elif before is not None and _is_earlier(markers, target, before):
            yield told(RULE, book, where, DISORDERED.filled(label=label))
        before = target if target in markers else before


def _is_earlier(markers: list[Element], one: Element, other: Element) -> bool:
    """Whether a page comes before another in the same document."""
    same = one.getroottree().getroot() is other.getroottree().getroot()
    return same and markers.index(one) < markers.index(other)


RULE: Rule[FinishedEpub] = Rule("epub-page-list-has-every-page", Severity.ERROR, find, PAGE_BREAKS)
