"""A page's template can be filled in with a specimen of everything, so that its look can be judged.

## Why

Colours and sizes are judged on a specimen of each page, made with the page's own template. If a
template cannot be filled in, the default template is used instead. Then none of these rules
examines what the publication's own template adds, and no rule that examines specimens counts as
passed.

## Hvorfor

Malen for en side kan fylles med prøver av alt, slik at utseendet kan vurderes. Farger og størrelser
vurderes på en prøve av hver side, laget med sidens egen mal. Hvis malen ikke kan fylles, brukes
standardmalen i stedet. Da kontrollerer ingen av disse reglene det publikasjonens egen mal har i
tillegg, og ingen regel som bruker prøver, regnes som bestått.

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
    nb="bindery kan ikke kjøre malen for {page}. Farger og størrelser er vurdert på standardmalen"
    " i stedet.",
    en="bindery cannot run the template of {page}. Colours and sizes are judged on the default"
    " template instead.",
)
HINT = Text(
    nb="Sett bare inn verdier i malen, og kontroller siden selv i alle visninger.",
    en="Only insert values in the template, and check the page yourself in every mode.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Templates that had to be replaced by the default ones."""
    for page in styles.pages:
        if not page.as_written:
            place = Location(f"templates/{page.kind.template}")
            message = MESSAGE.filled(page=page.kind.name)
            yield Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("template-can-be-judged", Severity.INFO, find, PAGES)
