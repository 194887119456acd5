"""Contents and page list have roles, and each page has its printed number.

## Why

Displays offer contents and pages by these roles. A reader in a meeting types “4” in print digits to
find the page that the others hold.

## Hvorfor

Innholdslista og sidelista har roller, og hver side har det trykte sidetallet. Leselister tilbyr
innhold og sider etter rollene. En leser i et møte skriver «4» med vanlige sifre for å finne siden
de andre har.

## Fails

In `index.html`:

```diff index.html
- role="doc-toc"
+
```

In `index.html`:

```diff index.html
- role="doc-pagelist"
+
```

In `index.html`:

```diff index.html
- title="4"
+
```

In `index.html`:

```diff index.html
-⠼⠙</a>
+4</a>
```

## Passes

```diff index.html
- title="4"
+ title="iv"
```

## Clauses

- eBraille 1.0: navigation (contents and page list)
"""

from collections.abc import Iterator

from bindery.document.model import Element, text_of
from bindery.finished.documents import XHTML
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import FILES, NAVIGATION, is_cells, kinds, page_lists
from bindery.rules.editions._finished import shortened, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_ROLES = {"toc": "doc-toc", "page-list": "doc-pagelist"}
NO_ROLE = Text(
    nb="lista «{kind}» mangler rollen «{role}».",
    en="the list “{kind}” does not have the role “{role}”.",
)
NO_CONTENTS = Text(nb="innholdslista mangler.", en="the list of contents is missing.")
NO_NUMBER = Text(
    nb="siden «{cells}» i sidelista mangler tittel med det trykte sidetallet.",
    en="the page “{cells}” in the page list has no title with its printed number.",
)
NOT_CELLS = Text(
    nb="siden «{words}» i sidelista er ikke i punktskrift.",
    en="the page “{words}” in the page list is not in braille.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Lists without roles, and pages without numbers in print or cells."""
    root = book.documents.get(NAVIGATION)
    if root is None:
        return
    lists = [*root.iter(f"{XHTML}nav")]
    if not any("toc" in kinds(one) for one in lists):
        yield told(RULE, book, NAVIGATION, NO_CONTENTS)
    for one in lists:
        for kind, role in _ROLES.items():
            if kind in kinds(one) and one.get("role") != role:
                yield told(RULE, book, NAVIGATION, NO_ROLE.filled(kind=kind, role=role))
    for link in _pages(root):
        words = text_of(link)
        if not (link.get("title") or "").strip():
            yield told(RULE, book, NAVIGATION, NO_NUMBER.filled(cells=words))
        if not words or not is_cells(words):
            yield told(RULE, book, NAVIGATION, NOT_CELLS.filled(words=shortened(words)))


def _pages(root: Element) -> Iterator[Element]:
    return (link for nav in page_lists(root) for link in nav.iter(f"{XHTML}a"))


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-lists-are-for-displays", Severity.ERROR, find, FILES, standard=EBRAILLE_1
)
