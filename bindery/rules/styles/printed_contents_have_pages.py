"""The printed edition has contents, and each entry has its page.

## Why

On paper nobody can search or click. Without a list of contents, or without the page at each entry,
a reader has to leaf through the whole publication.

## Hvorfor

Den trykte utgaven har innholdsliste, og hver linje har sidetall. På papir kan ingen søke eller
klikke. Uten innholdsliste, eller uten sidetall på linjene, må leseren bla gjennom hele
publikasjonen.

## Fails

Line 1 of `print/print.css`:

```css print/print.css
nav.contents { display: none; }
```

Line 1 of `print/print.css`:

```css print/print.css
.contents a::after { content: none; }
```

In `print/book.html.j2`:

```jinja print/book.html.j2
<html><head><title>{{ metadata.title }}</title></head><body><main>
{% for chapter in chapters %}{{ chapter|xhtml }}{% endfor %}</main></body></html>
```

## Passes

```css print/print.css
.contents a::after { content: leader(".") target-counter(attr(href), page); }
```

## Clauses

- WCAG 2.2: 2.4.5 Multiple Ways (AA)
- UKAAF, Creating clear print and large print documents
"""

from collections.abc import Iterator

from bindery.rules.cascade.media import ON_PAPER
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._by_page import by_page
from bindery.rules.styles._shared import PAGES
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NONE = Text(
    nb="Malen har ingen innholdsliste. På papir må leserne bla for å finne fram.",
    en="The template has no contents. On paper readers have to leaf to find their way.",
)
HIDDEN = Text(
    nb="Innholdslista i {page} vises ikke ({value}). På papir må leserne bla for å finne fram.",
    en="The contents of {page} are not shown ({value}). On paper readers have to leaf.",
)
NO_PAGE = Text(
    nb="Linjene i innholdslista i {page} har ikke sidetall ({value}).",
    en="The entries of the contents of {page} have no page numbers ({value}).",
)
NONE_HINT = Text(
    nb='Skriv <nav class="contents" role="doc-toc">{{ contents|xhtml }}</nav> i malen.',
    en='Write <nav class="contents" role="doc-toc">{{ contents|xhtml }}</nav> in the template.',
)
HIDDEN_HINT = Text(nb="Slett det.", en="Delete it.")
PAGE_HINT = Text(
    nb="Skriv .contents a::after { content: target-counter(attr(href), page); }.",
    en="Write .contents a::after { content: target-counter(attr(href), page); }.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Printed editions without contents, or with contents without pages."""
    for page in styles.pages:
        if page.kind.modes == (ON_PAPER,) and page.as_written and not _lists(page):
            place = Location(f"templates/{page.kind.template}")
            yield Finding(RULE.name, RULE.severity, place, NONE, NONE_HINT)
            break
    yield from once(_found(styles))


def _lists(page: Page) -> list[Box]:
    return [
        box for box in page.tree.boxes if box.tag == "nav" and box.element.get("role") == "doc-toc"
    ]


@by_page
def _found(page: Page) -> Iterator[tuple[Declared, Finding]]:
    if page.kind.modes != (ON_PAPER,):
        return
    view = page.views[0]
    for value, message, hint in _faults(page, view):
        origin = value[0][1]
        said = f"{origin.name}: {origin.text}"
        text = message.filled(page=page.kind.name, value=said)
        yield origin, Finding(RULE.name, RULE.severity, origin.location, text, hint)


def _faults(page: Page, view: View) -> Iterator[tuple[Values, Text, Text]]:
    for contents in _lists(page):
        won = view.cascade.won(contents)
        if not view.is_shown(contents):
            yield won.get("display") or won["visibility"], HIDDEN, HIDDEN_HINT
    entries = [box for box in page.tree.boxes if box.tag == "a" and _is_in(box, "nav")]
    if entries and not any(box.pseudo == "after" for box in entries):
        yield [*view.cascade.won(entries[0]).values()][-1], NO_PAGE, PAGE_HINT
    for box in entries:
        if box.pseudo != "after":
            continue
        value = view.cascade.won(box).get("content", ())
        if value and not any(
            node.type == "function" and node.lower_name.startswith("target-") for node, _ in value
        ):
            yield value, NO_PAGE, PAGE_HINT


def _is_in(box: Box, tag: str) -> bool:
    return any(at.tag == tag for at in box.ancestors)


RULE = Rule("printed-contents-have-pages", Severity.ERROR, find, PAGES)
