"""Tables, lists and headings are displayed as what they are.

## Why

A table whose rows are displayed as blocks is no table to some screen readers: the header of a cell
is not read out. The same is true of headings, lists and links whose box a style removes. And in
print the head of a table is repeated only if it is displayed as one.

## Hvorfor

Tabeller, lister og overskrifter vises som det de er. En tabell der radene vises som blokker, er
ingen tabell for noen skjermlesere: Overskriften til en celle blir ikke lest opp. Det samme gjelder
overskrifter, lister og lenker som en stil fjerner boksen til. På papir gjentas tabellhodet bare
hvis det vises som et hode.

## Fails

Line 1 of `screen.css`:

```css screen.css
table { display: block; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
td { display: grid; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
h2 { display: contents; }
```

Line 1 of `print/print.css`:

```css print/print.css
thead { display: table-row-group; }
```

## Passes

```css screen.css
table { display: table; }
thead { display: table-header-group; }
ul { display: grid; }
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 4.1.2 Name, Role, Value (A)
"""

from collections.abc import Iterator

from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Stilen viser «{box}» i {page} som noe annet ({value}). Noen skjermlesere mister rollen.",
    en="The style displays “{box}” in {page} as something else ({value}). Its role may be lost.",
)
HINT = Text(
    nb="Slett det. Brede tabeller får rulle: .region { overflow-x: auto; }.",
    en="Delete it. Let wide tables scroll: .region { overflow-x: auto; }.",
)
_TABLES = {
    "table": ("table", "inline-table"),
    "caption": ("table-caption",),
    "thead": ("table-header-group",),
    "tbody": ("table-row-group",),
    "tfoot": ("table-footer-group", "table-row-group"),
    "tr": ("table-row",),
    "th": ("table-cell",),
    "td": ("table-cell",),
}
_NAMED = frozenset(
    [
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd"),
        *("a", "main", "nav", "header", "footer", "figure", "figcaption", "blockquote", "summary"),
    ]
)


def find(styles: Styles) -> Iterator[Finding]:
    """Elements whose display takes their role from them."""
    return faults_in(styles, RULE.name, RULE.severity, ("display",), _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    value = view.cascade.won(box).get("display", ())
    shown = words(value)[:1]
    if box.pseudo or not shown or shown in (("none",), ("revert",), ("initial",), ("unset",)):
        return
    right = _TABLES.get(box.tag)
    if (right and shown[0] not in right) or (box.tag in _NAMED and shown == ("contents",)):
        yield Fault(value, MESSAGE, HINT)


RULE = Rule("display-keeps-the-role", Severity.ERROR, find, BOXES)
