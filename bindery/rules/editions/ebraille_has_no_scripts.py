"""No document runs a script or sends a form.

## Why

Braille displays do not run scripts, and many have no network to send a form over. What depends on
them does not work.

## Hvorfor

Ingen dokumenter har et program eller sender et skjema. Leselister kjører ikke programmer, og mange
har ikke noe nett å sende et skjema over. Det som trenger dem, virker ikke.

## Fails

In `ebraille/kapittel-1.xhtml`:

```diff ebraille/kapittel-1.xhtml
-<h2 id="kartet">
+<script src="kart.js"></script><h2 id="kartet">
```

In `ebraille/kapittel-1.xhtml`:

```diff ebraille/kapittel-1.xhtml
-<h2 id="kartet">
+<form action="svar"></form><h2 id="kartet">
```

## Passes

```diff ebraille/kapittel-1.xhtml
-<h2 id="kartet">
+<form></form><h2 id="kartet">
```

## Clauses

- eBraille 1.0: scripting and forms
"""

from collections.abc import Iterator

from bindery.finished.documents import XHTML
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import DOCUMENTS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SCRIPT = Text(nb="dokumentet har et program (script).", en="the document has a script.")
FORM = Text(
    nb="dokumentet har et skjema som sender noe (action).",
    en="the document has a form that is sent (action).",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Scripts, and forms with an address."""
    for name, root in book.documents.items():
        if next(root.iter(f"{XHTML}script"), None) is not None:
            yield told(RULE, book, name, SCRIPT)
        sent = (one.get("action") or one.get("formaction") for one in root.iter("{*}*"))
        if any(sent):
            yield told(RULE, book, name, FORM)


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-has-no-scripts", Severity.ERROR, find, DOCUMENTS, standard=EBRAILLE_1
)
