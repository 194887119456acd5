"""The summary has one header, one main part and one footer, named contents, and a link past them.

## Why

Screen reader users jump between these parts. Without them, keyboard users must tab through the
whole table of contents to reach the text.

## Hvorfor

Sammendraget har én topp, én hoveddel og én bunn, navn på navigasjonen hvis den er der, og en lenke
til innholdet. Skjermleserbrukere hopper mellom disse delene. Uten dem må tastaturbrukere gå gjennom
hele innholdslista for å komme til teksten.

## Fails

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<a class="skip" href="#innhold">Hopp til innholdet</a>
+
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<a class="skip" href="#innhold">
+<a class="skip" href="#kontakt">
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<main id="innhold"
+<nav><a href="#kontakt">Kontakt</a></nav><main id="innhold"
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<footer>
+<div>
-</footer>
+</div>
```

## Passes

```diff kart-og-tall.html
-<main id="innhold"
+<nav aria-label="Kontakt"><a href="#kontakt">Kontakt</a></nav><main id="innhold"
```

## Clauses

- WCAG 2.2: 2.4.1 Bypass Blocks (A), 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import XHTML, FinishedPage
from bindery.rules.editions._finished import told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

_PARTS = ("header", "nav", "main", "footer")
_SECTIONING = tuple(f"{XHTML}{tag}" for tag in ("article", "aside", "main", "nav", "section"))

COUNT = Text(
    nb="Siden har {count} <{part}>, men skal ha én. Skjermleserbrukere hopper mellom disse delene.",
    en="The page has {count} <{part}>, but must have one. Screen reader users jump between these"
    " parts.",
)
UNNAMED = Text(
    nb="En <nav> har ikke navn. Skjermleseren sier bare «navigasjon», ikke av hva.",
    en="A <nav> has no name. Screen readers say only “navigation”, not of what.",
)
NO_SKIP = Text(
    nb="Det første tastaturbrukere kommer til, er ikke en lenke til innholdet.",
    en="The first thing keyboard users reach is not a link to the content.",
)


def find(book: FinishedPage) -> Iterator[Finding]:
    """Missing or duplicate parts, navigation without names, and no link past it."""
    (name,) = book.documents
    for part in _PARTS:
        count = len(_landmarks(book, part))
        if count != 1 and part != "nav":
            yield told(RULE, book, name, COUNT.filled(count=count, part=part))
    for nav in _landmarks(book, "nav"):
        if not (nav.get("aria-label") or nav.get("aria-labelledby")):
            yield told(RULE, book, name, UNNAMED)
    first = next((one for _, one in book.every("a", "button", "input") if _is_reached(one)), None)
    target = None if first is None else book.target(name, first.get("href") or "")
    if target is None or target.tag != f"{XHTML}main":
        yield told(RULE, book, name, NO_SKIP)


def _is_reached(element: Element) -> bool:
    return not str(element.tag).endswith("}a") or element.get("href") is not None


def _landmarks(book: FinishedPage, part: str) -> list[Element]:
    """The elements that are landmarks, so no header within a section."""
    found = [element for _, element in book.every(part)]
    if part in ("header", "footer"):
        return [one for one in found if next(one.iterancestors(*_SECTIONING), None) is None]
    return found


_LANDMARKS: Extent[FinishedPage] = Extent(
    Unit(nb=("landemerke", "landemerker"), en=("landmark", "landmarks")),
    lambda book: sum(len(_landmarks(book, part)) for part in _PARTS),
)

RULE = Rule("summary-has-landmarks", Severity.ERROR, find, _LANDMARKS)
