"""Lists have bullets or numbers, and what opens has a sign that it opens.

## Why

Without bullets and numbers a list looks like loose lines, numbers that the text refers to are gone,
and some screen readers do not say that it is a list. Without its triangle, nobody sees that there
is more to open.

## Hvorfor

Lister har punkter eller numre, og det som kan åpnes, har et tegn på det. Uten punkter og numre ser
en liste ut som løse linjer, numrene som teksten viser til, er borte, og noen skjermlesere sier ikke
at det er en liste. Uten trekanten ser ingen at det er mer å åpne.

## Fails

Line 1 of `screen.css`:

```css screen.css
ul, ol { list-style: none; }
```

Line 1 of `print/print.css`:

```css print/print.css
ol > li { list-style-type: none; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
main section > ul > li { display: block; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
summary { list-style: none; }
```

## Passes

```css screen.css
ul { list-style: square; }
.downloads { list-style: none; }
nav ul { list-style: none; }
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 4.1.2 Name, Role, Value (A)
"""

from collections.abc import Iterator

from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import Fault, faults_in, words
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

LIST = Text(
    nb="Lista «{box}» i {page} vises uten punkter eller numre ({value}). Den ser ut som"
    " løse linjer.",
    en="The list “{box}” in {page} has no bullets or numbers ({value}). It looks like loose lines.",
)
OPENS = Text(
    nb="«{box}» i {page} vises uten tegn på at den kan åpnes ({value}).",
    en="“{box}” in {page} has no sign that it can be opened ({value}).",
)
HINT = Text(
    nb="Slett det. Gi lister som skal se annerledes ut, en klasse i malen.",
    en="Delete it. Give lists that are to look otherwise a class in the template.",
)
NAMES = ("list-style", "list-style-type", "display", "content")
_ELSEWHERE = ("nav", "header", "footer")


def find(styles: Styles) -> Iterator[Finding]:
    """Lists of the text without markers, and a summary without its triangle."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    del page
    is_list = box.tag in ("ul", "ol", "li") and not _is_of_its_own(box)
    if not is_list and box.tag != "summary":
        return
    message = LIST if is_list else OPENS
    won = view.cascade.won(box)
    content = won.get("content", ())
    if box.pseudo == "marker" and content and not "".join(_texts(content)).strip():
        yield Fault(content, message, HINT)
    if box.pseudo:
        return
    if words(won.get("list-style-type", ())) == ("none",):
        yield Fault(won["list-style-type"], message, HINT)
    shown = won.get("display", ())
    is_marked = words(shown)[:1] in [(), ("list-item",), ("none",), ("contents",)]
    if box.tag in ("li", "summary") and not is_marked:
        yield Fault(shown, message, HINT)


def _is_of_its_own(box: Box) -> bool:
    """Whether it is in a list with a class of its own, or in one of the places to go to."""
    return any(
        at.tag in _ELSEWHERE
        or (at.tag in ("ul", "ol", "li") and at.element.get("class"))
        or "contents" in (at.element.get("class") or "")
        for at in box.ancestors
    )


def _texts(content: Values) -> Iterator[str]:
    for node, _ in content:
        if node.type == "string":
            yield node.value
        elif node.type in ("function", "url"):
            yield "1"


RULE = Rule("markers-are-shown", Severity.WARNING, find, BOXES)
