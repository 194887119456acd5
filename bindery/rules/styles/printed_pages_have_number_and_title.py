"""Printed pages have their number and a running head.

## Why

References, contents and index lead to pages by their numbers, and so do people who talk about the
publication. The running head says which chapter a page is in. Readers with a magnifier see a page
in pieces and find both in the same place on every page.

## Hvorfor

Trykte sider har sidetall og løpende tittel. Henvisninger, innholdsliste og stikkordregister fører
til sider med sidetall, og det gjør også de som snakker om publikasjonen. Den løpende tittelen sier
hvilket kapittel en side er i. Lesere med forstørrelse ser en side i biter, og finner begge på samme
sted på hver side.

## Fails

Line 1 of `print/print.css`:

```css print/print.css
@page { @bottom-right { content: none; } }
```

Line 1 of `print/print.css`:

```css print/print.css
@page { @top-left { content: none; } }
```

Line 1 of `print/print.css`:

```css print/print.css
@page text { @bottom-right { content: none; } }
```

Line 1 of `print/print.css`:

```css print/print.css
h1 { string-set: none; }
```

## Passes

```css print/print.css
@page text { @bottom-right { content: counter(page, lower-roman); } }
```

## Clauses

- WCAG 2.2: 2.4.5 Multiple Ways (AA), 2.4.8 Location (AAA), technique PDF14
- UKAAF, Creating clear print and large print documents
"""

from collections.abc import Iterator, Sequence

from bindery.rules.cascade.media import ON_PAPER
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._shared import PAGES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NUMBER = Text(
    nb="Sidene i {page} har ikke sidetall ({value}). Innholdslista fører da ingen steder.",
    en="Pages of {page} have no numbers ({value}). The contents then lead nowhere.",
)
TITLE = Text(
    nb="Sidene i {page} har ikke løpende tittel ({value}). Leserne ser ikke hvilket"
    " kapittel de er i.",
    en="Pages of {page} have no running head ({value}). Readers do not see which chapter it is.",
)
NUMBER_HINT = Text(
    nb="Skriv content: counter(page) i en margboks, som @bottom-right.",
    en="Write content: counter(page) in a margin box, such as @bottom-right.",
)
TITLE_HINT = Text(
    nb="Skriv string-set: running-title attr(data-running) på h1, og vis det i en margboks.",
    en="Write string-set: running-title attr(data-running) on h1, and show it in a margin box.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Kinds of sheets of paper without a folio, or without a running head."""
    return once(_found(styles))


def _found(styles: Styles) -> Iterator[tuple[Declared, Finding]]:
    for page in styles.pages:
        if page.kind.modes == (ON_PAPER,):
            for origin, message, hint in _faults(page, page.views[0]):
                said = f"{origin.name}: {origin.text}"
                text = message.filled(page=page.kind.name, value=said)
                yield origin, Finding(RULE.name, RULE.severity, origin.location, text, hint)


def _faults(page: Page, view: View) -> Iterator[tuple[Declared, Text, Text]]:
    if not any("string-set" in box.said and _sets(view, box) for box in page.tree.boxes):
        origins = [view.origin(box, "string-set") for box in page.tree.boxes]
        yield next((one for one in origins if one), _begin(page)), TITLE, TITLE_HINT
    for sheet in page.tree.boxes:
        if sheet.tag != "page" or _is_of_a_cover(view, sheet):
            continue
        boxes = [box for box in page.tree.boxes if box.parent is sheet]
        contents = [(box, view.cascade.won(box).get("content", ())) for box in boxes]
        for what, message, hint in (
            ("counter", NUMBER, NUMBER_HINT),
            ("string", TITLE, TITLE_HINT),
        ):
            is_there = any(_has(value, what) and view.is_shown(box) for box, value in contents)
            if not is_there:
                yield _origin(contents, what) or _begin(page), message, hint


def _begin(page: Page) -> Declared:
    """The first declaration of the page's own sheets: the place to say it where nothing is said."""
    sheet = next(one for one in page.sheets if one.name.startswith("print/"))
    return next(one for one in sheet.declared)


def _has(value: Values, what: str) -> bool:
    return any(node.type == "function" and node.lower_name == what for node, _ in value)


def _sets(view: View, box: Box) -> bool:
    return bool(view.cascade.won(box).get("string-set")) and not view.word(box, "string-set")


def _origin(contents: Sequence[tuple[Box, Values]], what: str) -> Declared | None:
    """The declaration that takes away the box that said it, or the last that says anything."""
    said = [
        (rule, box, value)
        for box, value in contents
        for _, rule in box.rules
        if any(one.name == "content" and f"{what}(" in one.text for one in rule.declared)
    ]
    found = [value for _, _, value in said if value] or [value for _, value in contents if value]
    return found[-1][0][1] if found else None


def _is_of_a_cover(view: View, sheet: Box) -> bool:
    name = sheet.element.get("name") or ""
    if not name:
        return False
    users = [box for box in view.tree.boxes if _page_of(view, box) == name]
    return all("cover" in (box.element.get("class") or "") for box in users)


def _page_of(view: View, box: Box) -> str:
    value = view.cascade.won(box).get("page", ()) if "page" in box.said else ()
    return str(value[0][0].value) if value and value[0][0].type == "ident" else ""


RULE = Rule("printed-pages-have-number-and-title", Severity.WARNING, find, PAGES)
