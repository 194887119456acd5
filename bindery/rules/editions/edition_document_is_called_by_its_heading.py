"""Every document's title is its main heading, or begins with it.

## Why

Screen readers say the title first, and reading systems show it in their lists of open documents.
With a file name or the title of another chapter, readers think that they are in the wrong place.

## Hvorfor

Tittelen på hvert dokument er hovedoverskriften, eller begynner med den. Skjermleseren leser
tittelen først, og leseprogrammer viser den i lista over åpne dokumenter. Hvis tittelen er et
filnavn eller tittelen på et annet kapittel, tror leserne at de er på feil sted.

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
    nb="Tittelen er «{title}», men overskriften er «{heading}». Skjermleseren leser tittelen"
    " først.",
    en="The title is “{title}”, but the heading is “{heading}”. Screen readers read the title"
    " first.",
)
UNTITLED = Text(
    nb="Dokumentet har ingen tittel som skjermleseren kan lese opp.",
    en="The document has no title for a screen reader to announce.",
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
