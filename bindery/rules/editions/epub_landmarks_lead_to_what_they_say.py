"""The landmarks are there, and each leads to its target: contents, start of the text, cover.

## Why

Reading systems offer «Start på teksten» and «Innhold» as buttons. Screen reader users need them to
skip the cover and the title page.

## Hvorfor

Landemerkene er der, og hvert av dem går til målet sitt: innholdet, starten på teksten, omslaget.
Leseprogrammer har «Start på teksten» og «Innhold» som knapper. Skjermleserbrukere trenger dem for å
hoppe over omslag og tittelside.

## Fails

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<li><a href="kapittel-1.xhtml#kapittel-1" epub:type="bodymatter">Start på teksten</a></li>
+
```

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<a href="kapittel-1.xhtml#kapittel-1" epub:type="bodymatter">
+<a href="kapittel-2.xhtml#kapittel-2" epub:type="bodymatter">
```

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<a href="kolofon.xhtml#bok-kolofon" epub:type="colophon">
+<a href="tittelside.xhtml#bok-tittel" epub:type="colophon">
```

In `navigasjon.xhtml`:

```diff navigasjon.xhtml
-<nav epub:type="landmarks"
+<nav
```

## Passes

```diff navigasjon.xhtml
-<li><a href="tittelside.xhtml#bok-tittel" epub:type="titlepage">Tittelside</a></li>
+
```

## Clauses

- WCAG 2.2: 2.4.5 Multiple Ways (AA)
- EPUB 3.3, 7.4.3 (landmarks)
- Nordic Guidelines for the Production of Accessible EPUB 3: landmarks
"""

from collections.abc import Iterator

from bindery.document.model import Element, text_of
from bindery.finished.documents import TYPE_ATTRIBUTE, is_a
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import DOCUMENTS, is_contents, is_cover, is_title_page, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_NEEDED = ("toc", "bodymatter")
_OPENINGS = ("chapter", "part", "preface", "foreword", "introduction", "prologue")

_BODY = ("chapter", "part", "introduction", "prologue")
"""What the text begins with after a preface or a foreword."""

MISSING = Text(
    nb="landemerkene mangler {kind}. Leseprogrammets knapp dit virker ikke.",
    en="{kind} is missing from the landmarks. The reading system’s button for it does not work.",
)
ASTRAY = Text(
    nb="«{text}» ({kind}) går til noe annet.",
    en="“{text}” ({kind}) leads to something else.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Missing landmarks, and those that lead to something else."""
    links = book.navigation_entries("landmarks")
    kinds = {kind for link in links for kind in _kinds(link)}
    where = book.navigation or book.package
    covered = any(is_cover(root) for root in _spine(book))
    needed = (*_NEEDED, *(["cover"] if covered else []))
    for kind in needed:
        if kind not in kinds:
            yield told(RULE, book, where, MISSING.filled(kind=kind))
    for link in links:
        target = book.target(where, link.get("href") or "")
        for kind in _kinds(link):
            if target is not None and not _is_of_kind(book, target, kind):
                yield told(RULE, book, where, ASTRAY.filled(text=text_of(link), kind=kind))


def _kinds(link: Element) -> list[str]:
    return (link.get(TYPE_ATTRIBUTE) or "").split()


def _spine(book: FinishedEpub) -> list[Element]:
    return [book.documents[name] for name in book.spine if name in book.documents]


def _is_of_kind(book: FinishedEpub, target: Element, kind: str) -> bool:
    root = target.getroottree().getroot()
    if kind == "bodymatter":
        openings = [_first_opening(book, kinds) for kinds in (_OPENINGS, _BODY)]
        places = [one for one in openings if one is not None]
        return not places or any(target in (one, one.getroottree().getroot()) for one in places)
    if kind == "titlepage":
        return is_title_page(book, root)
    if kind == "toc":
        return is_contents(root)
    around = (target, *target.iterancestors(), *target.iterdescendants("{*}*"))
    return any(is_a(one, kind) for one in around)


def _first_opening(book: FinishedEpub, kinds: tuple[str, ...]) -> Element | None:
    """Where the text begins by the table of contents. Another rule checks the spine's order."""
    for link in book.navigation_entries("toc"):
        target = book.target(book.navigation, link.get("href") or "")
        around = () if target is None else (target, *target.iterancestors())
        for one in around:
            if any(is_a(one, kind) for kind in kinds):
                return one
    return next((one for document in _spine(book) for one in _openings(document, kinds)), None)


def _openings(root: Element, kinds: tuple[str, ...]) -> Iterator[Element]:
    return (one for one in root.iter("{*}*") if any(is_a(one, kind) for kind in kinds))


RULE: Rule[FinishedEpub] = Rule(
    "epub-landmarks-lead-to-what-they-say", Severity.ERROR, find, DOCUMENTS
)
