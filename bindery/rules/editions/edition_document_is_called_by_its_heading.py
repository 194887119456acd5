"""Every document's title is its main heading, or begins with it.

## Why

A screen reader says the title first, and reading systems show it in their lists of what is open. A
file name or another chapter's title sends the reader away from what is here.

## Hvorfor

Tittelen på hvert dokument er hovedoverskriften, eller begynner med den. En skjermleser sier
tittelen først, og leseprogrammer viser den i listen over det som er åpent. Et filnavn, eller
tittelen på et annet kapittel, sender leseren bort fra det som er her.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-<title>Kysten</title>
+<title>kapittel-1.xhtml</title>
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<title>Kart og tall – Prøveforlaget</title>
+<title>Prøveforlaget</title>
```

## Passes

```diff kart-og-tall.html
-<title>Kart og tall – Prøveforlaget</title>
+<title>Kart og tall, en liten bok om kysten</title>
```

## Clauses

- WCAG 2.2: 2.4.2 Page Titled (A)
- Nordic Guidelines for the Production of Accessible EPUB 3: the title is the main heading
"""

from collections.abc import Iterator

from bindery.finished.documents import XHTML, Finished, headings, said_by
from bindery.rules.editions._finished import DOCUMENTS, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, squeezed

MESSAGE = Text(
    nb="Tittelen er «{title}», men overskriften er «{heading}». Den som lytter, hører tittelen "
    "først.",
    en="The title is “{title}”, but the heading is “{heading}”. A listener hears the title first.",
)
UNTITLED = Text(
    nb="Dokumentet har ingen tittel som skjermleseren kan lese opp.",
    en="The document has no title. A listener does not learn where she is.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Documents whose title is empty, or says something else than their first heading."""
    for name, root in book.documents.items():
        title = " ".join((root.findtext(f"{XHTML}head/{XHTML}title") or "").split())
        main = [said_by(heading) for heading in headings(root)[:1]]
        if not title:
            yield told(RULE, book, name, UNTITLED)
        elif main and not squeezed(title).startswith(squeezed(main[0])):
            yield told(RULE, book, name, MESSAGE.filled(title=title, heading=main[0]))


RULE = Rule("edition-document-is-called-by-its-heading", Severity.ERROR, find, DOCUMENTS)
