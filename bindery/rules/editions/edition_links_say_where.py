"""Every link has words, and they say where it leads.

## Why

Screen readers list the links of a document by their words alone. «her» and «les mer» are the same
wherever they lead.

## Hvorfor

Hver lenke har ord, og de sier hvor den går. Skjermlesere lister opp lenkene i et dokument, bare med
ordene. «her» og «les mer» er like, uansett hvor de går.

## Fails

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
->oversikten over kystlinja</a>
+>her</a>
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
->Kystens lengde</a>
+></a>
```

## Passes

```diff kapittel-2.xhtml
->oversikten over kystlinja</a>
+>her er oversikten over kystlinja</a>
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A)
"""

import re
from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import XHTML, Finished, is_a, language_of, said_by
from bindery.prose.readings import WORD, primary
from bindery.rules.editions._finished import IN_THE_MANUSCRIPT, LINKS, told
from bindery.rules.manuscript.link_text_says_where import LANGUAGES, SAY_NOTHING
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lenketeksten «{text}» sier ikke hvor lenken fører.",
    en="The link text “{text}” does not say where the link leads.",
)
EMPTY = Text(
    nb="Lenken til {address} har ingen ord. Skjermleseren sier bare «lenke».",
    en="The link to {address} has no words. Screen readers say only “link”.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Links without words, and links whose words fit any target."""
    for name, link in _links(book):
        text = _text(link)
        if not text:
            yield told(RULE, book, name, EMPTY.filled(address=link.get("href")))
        elif (
            _is_phrase(text)
            and not _is_in_contents(link)
            and primary(language_of(link)) in LANGUAGES
        ):
            yield told(RULE, book, name, MESSAGE.filled(text=text), IN_THE_MANUSCRIPT)


def _links(book: Finished) -> Iterator[tuple[str, Element]]:
    """All links but those back from a note, which have set words of their own."""
    for name, link in book.every("a"):
        if link.get("href") is not None and not is_a(link, "backlink"):
            yield name, link


def _is_in_contents(link: Element) -> bool:
    """Whether its words are those of a heading, in a list of them."""
    return next(link.iterancestors(f"{XHTML}nav"), None) is not None


def _is_phrase(text: str) -> bool:
    return " ".join(re.findall(r"\w+", text)).casefold() in SAY_NOTHING


def _spoken(book: Finished) -> Iterator[frozenset[str]]:
    for _, link in _links(book):
        yield frozenset({primary(language_of(link))} if WORD.search(_text(link)) else ())


def _text(link: Element) -> str:
    """The accessible name of the link; of a reference to a note, its number."""
    return said_by(link) or " ".join("".join(link.itertext()).split())


RULE = Rule(
    "edition-links-say-where",
    Severity.ERROR,
    find,
    Extent.in_languages(LINKS.unit, _spoken, LANGUAGES),
)
