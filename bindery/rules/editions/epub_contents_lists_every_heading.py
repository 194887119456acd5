"""The table of contents has every chapter and section, by the words of its heading.

## Why

Readers navigate in an e-book by the table of contents, because it has no pages to leaf through.
Readers do not find a heading that is not there, and do not recognise one in other words.

## Hvorfor

Innholdslista har hvert kapittel og hver del, med ordene i overskriften. Leserne finner fram i
e-boka med innholdslista, fordi den ikke har sider å bla i. De finner ikke en overskrift som
mangler, og kjenner ikke igjen en med andre ord.

## Fails

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<a href="kapittel-2.xhtml#lengdene">Lengdene</a>
+<a href="kapittel-2.xhtml#lengdene">Kapittel 2.1</a>
```

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<li><a href="kapittel-2.xhtml#slik-er-det-målt">Slik er det målt</a></li>
+
```

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<li><a href="kolofon.xhtml#bok-kolofon">Om denne utgaven</a></li>
+
```

## Passes

```diff navigasjon.xhtml
-<a href="kapittel-2.xhtml#lengdene">Lengdene</a>
+<a href="kapittel-2.xhtml#lengdene"><em>Leng</em>dene</a>
```

## Clauses

- WCAG 2.2: 2.4.5 Multiple Ways (AA), 2.4.6 Headings and Labels (AA)
- EPUB Accessibility 1.1: `tableOfContents`
"""

from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import HEADINGS, XHTML, headings, is_a, level_of, said_by
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import HEADINGS as ALL_HEADINGS
from bindery.rules.editions._finished import is_front, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, squeezed

_ASIDE = ("blockquote", "aside", "figure", "table", "li", "dd")

NONE = Text(nb="e-boka har ingen innholdsliste.", en="the e-book has no table of contents.")
OTHER_WORDS = Text(
    nb="i innholdslista står det «{text}», men overskriften det går til, er «{heading}».",
    en="the table of contents has “{text}”, but the heading it leads to is “{heading}”.",
)
MISSING = Text(
    nb="overskriften «{heading}» står ikke i innholdslista.",
    en="the heading “{heading}” is not in the table of contents.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Entries that differ from their heading, and headings without an entry."""
    listed = []
    links = book.navigation_entries("toc")
    if not links:
        yield told(RULE, book, book.navigation or book.package, NONE)
        return
    for link in links:
        target = book.target(book.navigation, link.get("href") or "")
        heading = None if target is None else _heading_at(target)
        if heading is None:
            continue
        listed.append(heading)
        text, wanted = said_by(link), said_by(heading)
        if squeezed(text) != squeezed(wanted):
            message = OTHER_WORDS.filled(text=shortened(text), heading=shortened(wanted))
            yield told(RULE, book, book.navigation, message)
    deepest = max((level_of(heading) for heading in listed), default=1)
    for heading in _wanted(book, deepest):
        if heading not in listed and not _is_dangling(book, links, heading):
            message = MISSING.filled(heading=shortened(said_by(heading)))
            yield told(RULE, book, book.navigation, message)


def _heading_at(target: Element) -> Element | None:
    """``target``, if it is a heading, or the heading that it begins with."""
    return target if target.tag in HEADINGS else next(target.iter(*HEADINGS), None)


def _wanted(book: FinishedEpub, deepest: int) -> Iterator[Element]:
    """The headings of the book's text, down to the deepest level in the contents."""
    for name in book.spine:
        if name not in book.documents or is_front(book, book.documents[name]):
            continue
        for heading in headings(book.documents[name]):
            unlisted = "unlisted" in (heading.get("class") or "").split()
            if level_of(heading) <= deepest and not unlisted and not _is_aside(heading):
                yield heading


def _is_aside(heading: Element) -> bool:
    """Whether the heading belongs to notes, or to a quotation or a box within a section."""
    around = list(heading.iterancestors())
    apart = {f"{XHTML}{tag}" for tag in _ASIDE}
    return any(is_a(one, "endnotes") or one.tag in apart for one in around)


def _is_dangling(book: FinishedEpub, links: list[Element], heading: Element) -> bool:
    """Whether an entry has the heading's words but no target, which another rule reports."""
    said = squeezed(said_by(heading))
    return any(
        squeezed(said_by(link)) == said
        and book.target(book.navigation, link.get("href") or "") is None
        for link in links
    )


RULE: Rule[FinishedEpub] = Rule(
    "epub-contents-lists-every-heading", Severity.ERROR, find, ALL_HEADINGS
)
