"""Every document has one main heading that comes first, no empty ones, and skips no level.

## Why

Screen reader users navigate by headings, from one to the next or level by level. An empty heading
seems like a mistake, and a skipped level like missing text.

## Hvorfor

Hvert dokument har én hovedoverskrift, som kommer først, ingen tomme overskrifter, og hopper ikke
over noe nivå. Skjermleserbrukere finner fram med overskrifter, fra den ene til den neste eller nivå
for nivå. En tom overskrift virker som en feil. Når et nivå er hoppet over, virker det som om noe
mangler.

## Fails

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
-<h2 id="slik-er-det-målt">Slik er det målt</h2>
+<h4 id="slik-er-det-målt">Slik er det målt</h4>
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<h2 id="kort-sagt">Kort sagt</h2>
+<h2 id="kort-sagt"> </h2>
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<h2 id="kort-sagt">Kort sagt</h2>
+<h1 id="kort-sagt">Kort sagt</h1>
```

## Passes

```diff kapittel-2.xhtml
-<ol type="1">
+<h3>På kartet</h3><ol type="1">
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 2.4.6 Headings and Labels (AA)
- EPUB Accessibility 1.1, by WCAG.
"""

from collections.abc import Iterator

from bindery.finished.documents import Finished, headings, level_of, said_by, words_of
from bindery.rules.editions._finished import HEADINGS, MANUSCRIPT_FIRST, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NONE = Text(
    nb="Dokumentet har ingen overskrift. Skjermleserbrukere finner fram med overskrifter.",
    en="The document has no heading. Screen reader users navigate by headings.",
)
EMPTY = Text(
    nb="En overskrift på nivå {level} er tom. Skjermleseren sier «overskrift» uten ord.",
    en="A heading of level {level} is empty. Screen readers announce a heading without words.",
)
SECOND = Text(
    nb="«{text}» er også en hovedoverskrift. Et dokument skal ha én.",
    en="“{text}” is a second main heading. A document must have only one.",
)
SKIPPED = Text(
    nb="«{text}» er på nivå {level}, rett etter nivå {before}. For skjermleserbrukere virker det"
    " som om noe mangler.",
    en="“{text}” is of level {level}, right after level {before}. To screen reader users something"
    " seems to be missing.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Documents with text and no heading, and headings that are empty, extra or too deep."""
    for name, root in book.documents.items():
        found = headings(root)
        if words_of(root) and not found:
            yield told(RULE, book, name, NONE, MANUSCRIPT_FIRST)
        before = 0
        for at, heading in enumerate(found):
            level, text = level_of(heading), shortened(said_by(heading))
            if not text:
                yield told(RULE, book, name, EMPTY.filled(level=level), MANUSCRIPT_FIRST)
            elif level == 1 and at:
                yield told(RULE, book, name, SECOND.filled(text=text), MANUSCRIPT_FIRST)
            elif level > before + 1:
                message = SKIPPED.filled(text=text, level=level, before=before)
                yield told(RULE, book, name, message, MANUSCRIPT_FIRST)
            before = level


RULE = Rule("edition-headings-are-in-order", Severity.ERROR, find, HEADINGS)
