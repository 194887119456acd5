"""A page's template can be filled in with a specimen of everything, so that its look can be judged.

## Why

Colours and sizes are judged on a specimen of each page, made by the page's own template. Where a
template cannot be filled in like that, the house's stands in for it, and what the book's own has
besides is not looked at by any of these rules: none that looks at specimens has passed then.

## Hvorfor

Malen for en side kan fylles med prøver av alt, slik at utseendet kan vurderes. Farger og størrelser
vurderes på en prøve av hver side, laget med sidens egen mal. Kan malen ikke fylles slik, brukes
husets mal i stedet. Da ser ingen av disse reglene på det bokas egen mal har i tillegg, og ingen av
dem som ser på prøver, regnes som bestått.

## Fails

In `summary/summary.html.j2`:

```html summary/summary.html.j2
<html><body><p>{{ 1 // 0 }}</p></body></html>
```

## Passes

```html summary/summary.html.j2
<html><body><main><h1>{{ metadata.title }}</h1></main></body></html>
```

## Clauses

- None: it is about what these rules see.
"""

from collections.abc import Iterator

from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._shared import PAGES
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="bindery kan ikke kjøre malen for {page}. Farger og størrelser er vurdert på husets "
    "mal i stedet.",
    en="The template of {page} does what cannot be tried out. Colours and sizes are judged on the "
    "house’s template instead.",
)
HINT = Text(
    nb="La malen bare sette inn verdier, og se selv over siden i alle visninger.",
    en="Let the template only put values in, and look the page over yourself in every mode.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Templates that had to be replaced by the default ones."""
    for page in styles.pages:
        if not page.as_written:
            place = Location(f"templates/{page.kind.template}")
            message = MESSAGE.filled(page=page.kind.name)
            yield Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("template-can-be-judged", Severity.INFO, find, PAGES)
