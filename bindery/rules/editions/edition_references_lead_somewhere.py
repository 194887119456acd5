"""Every name is given once, and every reference in the edition has a target.

## Why

A link without a target does nothing, and does not say why. If a label or description is missing,
screen reader users get a region, table or image without a name.

## Hvorfor

Hvert navn er gitt én gang, og hver henvisning i utgaven har et mål. En lenke uten mål gjør
ingenting, og sier ikke hvorfor. Hvis et navn eller en beskrivelse mangler, får skjermleserbrukere
en del av siden, en tabell eller et bilde uten navn.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-aria-details="kart-beskrivelse"
+aria-details="kart-borte"
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<p>Ta kontakt:
+<p><a href="#kontakter">Ta kontakt</a>:
```

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
-<ol type="1">
+<ol type="1" id="lengdene">
```

## Passes

```diff kapittel-2.xhtml
-<table id="lengder">
+<table id="lengder" aria-describedby="tallene slik-er-det-målt">
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 4.1.2 Name, Role, Value (A)
- WAI-ARIA 1.2, 5.2.7 (a reference is to an element of the same document)
"""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from bindery.document.model import Element
from bindery.finished.documents import Finished
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import LINKS, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_BY_NAME = (
    *("aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "aria-owns"),
    *("aria-flowto", "for", "headers"),
)

DOUBLED = Text(
    nb="Navnet «{name}» er brukt på {count} elementer. En lenke dit kan gå til feil sted.",
    en="The name “{name}” is used for {count} elements. A link may lead to the wrong one.",
)
NOWHERE = Text(
    nb="Lenken «{text}» går til {address}, som ikke finnes.",
    en="The link “{text}” leads to {address}, which does not exist.",
)
LOST = Text(
    nb="{attribute} viser til «{name}», som ikke finnes her. Skjermleserbrukere får ingenting.",
    en="{attribute} refers to “{name}”, which is not here. Screen reader users get nothing.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Duplicate names, and links and attributes that refer to nothing."""
    for name, root in book.documents.items():
        names = Counter(one for element in root.iter("{*}*") if (one := element.get("id")))
        for one, count in names.items():
            if count > 1:
                yield told(RULE, book, name, DOUBLED.filled(name=one, count=count))
        for element in root.iter("{*}*"):
            for message in _lost(book, name, element):
                yield told(RULE, book, name, message)


def _lost(book: Finished, document: str, element: Element) -> Iterator[Text]:
    for attribute in _BY_NAME:
        for name in (element.get(attribute) or "").split():
            if name not in book.named[document]:
                yield LOST.filled(attribute=attribute, name=name)
    address = element.get("href") or ""
    if not str(element.tag).endswith("}a") or not _is_inside(book, address):
        return
    if book.target(document, address) is None:
        text = shortened("".join(element.itertext()))
        yield NOWHERE.filled(text=text, address=address)


def _is_inside(book: Finished, address: str) -> bool:
    """Whether a link is to a place in the edition, not to a file that the page offers."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not address:
        return False
    return not parts.path or isinstance(book, FinishedEpub)


RULE = Rule("edition-references-lead-somewhere", Severity.ERROR, find, LINKS)
