"""The summary has one header, one main part and one footer, named contents, and a link past them.

## Why

Screen readers jump between these parts. Who cannot use a mouse would otherwise tab through the
whole list of contents to come to the text.

## Hvorfor

Sammendraget har én topp, én hoveddel og én bunn, navn på navigasjonen hvis den er der, og en lenke
til innholdet.
Skjermlesere hopper mellom disse delene. Den som ikke kan bruke mus, må ellers trykke seg gjennom
hele innholdsfortegnelsen for å komme til teksten.

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
-<nav aria-labelledby="hopp">
+<nav>
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
-<nav aria-labelledby="hopp">
+<nav aria-label="Innhold">
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
    nb="Siden har {count} <{part}>, og skulle hatt én. Skjermlesere hopper mellom disse delene.",
    en="The page has {count} <{part}>, and should have one. Screen readers jump between these.",
)
UNNAMED = Text(
    nb="En <nav> har ikke navn. Den som lytter, hører «navigasjon», og ikke av hva.",
    en="A <nav> has no name. A listener hears “navigation”, and not of what.",
)
NO_SKIP = Text(
    nb="Det første en kommer til med tastaturet, er ikke en lenke til innholdet.",
    en="What the keyboard comes to first is not a link to the content.",
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
