"""Every page break has a name to link to and its own page number, read once.

## Why

In a classroom or a meeting everybody turns to page 12. Nobody can find a break without a number,
and two with the same number are ambiguous. A number that is both text and label is read twice.

## Hvorfor

Hvert sideskift har et navn å lenke til og sitt eget sidetall, som leses én gang. I et klasserom
eller et møte slår alle opp på side 12. Ingen finner et sideskift uten tall, og to med samme tall
kan forveksles. Et tall som er både tekst og navn, leses to ganger.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
- role="doc-pagebreak" aria-label="3"/>
+ role="doc-pagebreak"/>
```

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
- aria-label="4"/>
+ aria-label="4">4</span>
```

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-<h2 id="kartet">
+<span id="side-4b" epub:type="pagebreak" role="doc-pagebreak" aria-label="4"/><h2 id="kartet">
```

## Passes

```diff kapittel-1.xhtml
- role="doc-pagebreak" aria-label="3"/>
+ role="doc-pagebreak" aria-label="3"></span>
```

## Clauses

- WCAG 2.2: 2.4.5 Multiple Ways (AA)
- EPUB Accessibility 1.1, 3.2 (page navigation): `pageBreakMarkers`
"""

from collections import Counter
from collections.abc import Iterator

from bindery.document.model import text_of
from bindery.finished.documents import page_breaks
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import PAGE_BREAKS, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

UNNUMBERED = Text(
    nb="Et sideskift har ikke sidetall ({name}). Skjermleserbrukere får ikke vite hvilken side det"
    " er.",
    en="A page break has no page number ({name}). Screen reader users do not learn which page it"
    " is.",
)
UNNAMED = Text(
    nb="Sideskiftet «{label}» har ikke navn (id). Lenker kan ikke gå dit.",
    en="The page break “{label}” has no name (id). Links cannot lead there.",
)
TWICE = Text(
    nb="Sideskiftet «{label}» har tallet både som tekst og som navn. Skjermleseren leser det to"
    " ganger.",
    en="The page break “{label}” has its number both as text and as label. Screen readers read it"
    " twice.",
)
DOUBLED = Text(
    nb="Sidetallet «{label}» står på {count} sideskift.",
    en="The page number “{label}” is on {count} page breaks.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Page breaks without a number or an ``id``, and numbers that are used or read twice."""
    counted: Counter[str] = Counter()
    for name, root in book.documents.items():
        for marker in page_breaks(root):
            label = marker.get("aria-label") or ""
            if not label:
                yield told(RULE, book, name, UNNUMBERED.filled(name=marker.get("id") or "–"))
                continue
            counted[label] += 1
            if not marker.get("id"):
                yield told(RULE, book, name, UNNAMED.filled(label=label))
            if text_of(marker):
                yield told(RULE, book, name, TWICE.filled(label=label))
            if counted[label] > 1:
                message = DOUBLED.filled(label=label, count=counted[label])
                yield told(RULE, book, name, message)


RULE: Rule[FinishedEpub] = Rule("epub-page-breaks-have-numbers", Severity.ERROR, find, PAGE_BREAKS)
