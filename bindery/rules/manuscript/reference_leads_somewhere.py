"""Every reference leads to something in the publication that has its name.

## Why

“See @fig-kart” is printed as it is written if no figure has that name. Readers cannot know what is
meant.

## Hvorfor

Hver henvisning går til noe i publikasjonen med det navnet. Hvis ingen figur heter det, blir «Se
@fig-kart» trykt slik det er skrevet. Da får ikke leserne vite hva som menes.

## Fails

Lines 3 and 4:

```markdown
# Kart

Se @fig-kartet og
[@fig-kart; @tbl-fylker].

::: {#fig-kart}
![Kart over Norge](../figures/kart.svg)

Kommunene i studien.
:::
```

## Passes

```markdown
# Kart {#sec-kart}

Se @fig-kart i @sec-kart, eller skriv til oss på @kommunen.

::: {#fig-kart}
![Kart over Norge](../figures/kart.svg)

Kommunene i studien.
:::
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A)
"""

from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Reference
from bindery.rules.manuscript._extents import REFERENCES
from bindery.rules.manuscript._numbered import leads_somewhere, names_to_refer_to
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Henvisningen «{written}» går ikke til noe. Den blir trykt slik den er skrevet.",
    en="The reference “{written}” leads to nothing. It is printed as it is written.",
)
NEAREST = Text(
    nb="Skriv @{nearest} hvis det er den du mener.", en="Write @{nearest} if that is what you mean."
)
NAME_IT = Text(
    nb="Gi det du viser til, et navn: ::: {{#fig-navn}}, {{#tbl-navn}}, ## Tittel {{#sec-navn}}.",
    en="Give what you refer to a name: ::: {{#fig-name}}, {{#tbl-name}} or ## Title {{#sec-name}}.",
)

_MOST_COMPARED = 50
"""How many missing names get the nearest one. To compare all would take too long."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """References to names that nothing has."""
    names = names_to_refer_to(manuscript)
    nearest: dict[str, str] = {}
    for reference in manuscript.every(Reference):
        if leads_somewhere(reference, manuscript, names):
            continue
        name = unquote(reference.target.removeprefix("#"))
        if name not in nearest and len(nearest) < _MOST_COMPARED:
            nearest[name] = next(iter(get_close_matches(name, sorted(names), 1)), "")
        near = nearest.get(name)
        hint = NEAREST.filled(nearest=near) if near else NAME_IT.filled()
        message = MESSAGE.filled(written=reference.written or f"@{name}")
        yield Finding(RULE.name, RULE.severity, reference.location, message, hint)


RULE = Rule("reference-leads-somewhere", Severity.ERROR, find, REFERENCES)
