"""Every table has header cells with a scope, and no cell refers to a header that is missing.

## Why

Screen readers read one cell at a time. Without its headers nobody knows what «7 000» is a number
of.

## Hvorfor

Hver tabell har overskriftsceller med scope, og ingen celle viser til en overskrift som mangler.
Skjermlesere leser én celle om gangen. Uten overskrifter er det umulig å vite hva «7 000» er tallet
på.

## Fails

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
-<th scope="row">Troms</th>
+<th>Troms</th>
```

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
-<th scope="col">Fylke</th>
-<th scope="col" class="align-right">Kilometer</th>
+<td>Fylke</td>
+<td class="align-right">Kilometer</td>
-<th scope="row">Troms</th>
+<td>Troms</td>
-<th scope="row">Finnmark</th>
+<td>Finnmark</td>
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<th scope="row">Troms</th>
+<th scope="row" headers="kartet">Troms</th>
```

## Passes

```diff kapittel-2.xhtml
-<th scope="col">Fylke</th>
+<th scope="colgroup">Fylke</th>
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), technique H63, failure F91
- EPUB Accessibility 1.1, by WCAG.
"""

from collections.abc import Iterator

from bindery.document.model import Element, text_of
from bindery.finished.documents import XHTML, Finished
from bindery.rules.editions._finished import MANUSCRIPT_FIRST, TABLES, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_SCOPES = ("col", "row", "colgroup", "rowgroup")

NO_HEADERS = Text(
    nb="Tabellen «{table}» har ingen overskriftsceller. Skjermleseren leser tall uten overskrift.",
    en="The table “{table}” has no header cells. Screen readers read numbers without headers.",
)
NO_SCOPE = Text(
    nb="Overskriften «{cell}» i tabellen «{table}» mangler scope. Det viser hvilke celler den"
    " gjelder.",
    en="The header “{cell}” in the table “{table}” has no scope. It says which cells it is for.",
)
NOT_A_HEADER = Text(
    nb="Cellen «{cell}» i tabellen «{table}» viser til «{name}», som ikke er en overskrift der.",
    en="The cell “{cell}” in the table “{table}” refers to “{name}”, which is not a header there.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Tables without headers, headers without scope, and cells with headers outside the table."""
    for name, table in book.every("table"):
        if table.get("role") in ("presentation", "none"):
            continue
        for message in _of_table(table):
            yield told(RULE, book, name, message.filled(table=_name(table)), MANUSCRIPT_FIRST)


def _of_table(table: Element) -> Iterator[Text]:
    headers = list(table.iter(f"{XHTML}th"))
    if not headers:
        yield Text(nb=NO_HEADERS.nb, en=NO_HEADERS.en)
    for cell in headers:
        if cell.get("scope") not in _SCOPES:
            yield _about(NO_SCOPE, cell)
    heads = {cell.get("id") for cell in headers}
    for cell in table.iter(f"{XHTML}td", f"{XHTML}th"):
        for name in (cell.get("headers") or "").split():
            # edition-references-lead-somewhere reports names that are nowhere.
            elsewhere = table.getroottree().getroot().xpath("//*[@id=$name]", name=name)
            if name not in heads and elsewhere:
                yield _about(NOT_A_HEADER, cell, name)


def _about(message: Text, cell: Element, name: str = "") -> Text:
    text = shortened(text_of(cell)).replace("{", "(").replace("}", ")")
    return message.filled(cell=text, name=name, table="{table}")


def _name(table: Element) -> str:
    caption = table.find(f"{XHTML}caption")
    return shortened(text_of(table if caption is None else caption))


RULE = Rule("edition-tables-have-headers", Severity.ERROR, find, TABLES)
