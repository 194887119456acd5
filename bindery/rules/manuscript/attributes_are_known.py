"""Braces have only what the dialect supports: names, classes, and a few keys.

## Why

If `lang` is misspelt, screen readers read English as Norwegian. And attributes that editions do not
support could do harm.

## Hvorfor

Krøllparenteser har bare det dialekten støtter: navn, klasser og noen få egenskaper. Hvis `lang` er
feilskrevet, leser skjermleseren engelsk som norsk. Og egenskaper som utgavene ikke støtter, kan
gjøre skade.

## Fails

Lines 3 and 5:

```markdown
# Studien

Den heter [fair play]{language=en}.

Se [rapporten om saken](https://example.org/){target=_blank}.
```

## Passes

```markdown
# Studien {#studien .viktig}

Den heter [fair play]{lang=en}, bestilt av [KS]{abbr="Kommunesektorens organisasjon"}.

![Kart over Norge](../figures/kart.svg){width=50%}
```

## Clauses

- WCAG 2.2: 3.1.2 Language of Parts (AA)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element
from bindery.manuscript.source.known_attributes import ALSO, EVERYWHERE
from bindery.rules.manuscript._active import is_active_attribute
from bindery.rules.manuscript._extents import ELEMENTS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{key}» er ikke en kjent egenskap her.", en="“{key}” is not a known attribute here."
)
HINT = Text(nb="Her kan du skrive: {keys}.", en="You can write: {keys}.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Keys that no edition uses."""
    for element in manuscript.every(Element):
        known = EVERYWHERE | ALSO.get(type(element), frozenset())
        for key, value in element.attributes.pairs:
            # no-active-content reports active attributes.
            if key not in known and not is_active_attribute(key, value):
                hint = HINT.filled(keys=", ".join(["#…", ".…", *(f"{k}=…" for k in sorted(known))]))
                message = MESSAGE.filled(key=key)
                yield Finding(RULE.name, RULE.severity, element.location, message, hint)


RULE = Rule("attributes-are-known", Severity.ERROR, find, ELEMENTS, makes_draft=True)
