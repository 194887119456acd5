"""A dash between words is a dash, not a hyphen.

## Why

At a hyphen a voice goes straight on, as in «e-post»: the pause that the dash is there for is lost.

## Hvorfor

Mellom ord står det tankestrek, ikke bindestrek. Ved en bindestrek leser stemmen rett videre, som i
«e-post», og den som lytter, får ikke pausen tankestreken er der for.

## Fails

Line 3:

```markdown
# Funn

Kommunen sier fra - og blir hørt.
```

## Passes

```markdown
# Funn

Kommunen sier fra – og blir hørt. Bedriften -- den nye -- har e-post, inn- og utland og 9 - 4.
```

## Clauses

- None: the orthography of each language.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._spelling import Spelling
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

DASH = Spelling(
    # Between numbers it is a minus sign as often as a dash.
    re.compile(r"(?<=\S[ \u00a0])(?<!\d[ \u00a0])-(?=\s+\S)|(?<=\d[ \u00a0])-(?=\s+[^\d\s])"),
    lambda found: "–",
    Text(
        nb="Bindestreken står der det skal være tankestrek: «{old}».",
        en="The hyphen stands where a dash should: “{old}”.",
    ),
    Text(nb="Skriv tankestrek: «–» eller «--».", en="Write a dash: “–” or “--”."),
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Hyphens with a space on both sides."""
    yield from DASH.findings(manuscript, RULE.name, RULE.severity)


RULE = Rule("dash-is-a-dash", Severity.WARNING, find, DASH.extent)
