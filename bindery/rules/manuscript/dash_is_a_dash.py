"""A dash between words is a dash, not a hyphen.

## Why

Screen readers read past a hyphen without a pause, as in «e-post». The pause that the dash is for is
lost.

## Hvorfor

Mellom ord står det tankestrek, ikke bindestrek. Talesyntesen leser rett forbi en bindestrek, som i
«e-post». Da mangler pausen som tankestreken er der for.

## Fails

Line 3:

```markdown
# Funn

Kommunen sier fra - og blir hørt.
```

## Passes

```markdown
# Funn

Kommunen sier fra – og blir hørt. Bedriften -- den nye -- har e-post, inn- og utland og
9 - 4. Her er $d$ - $e$, a - b og overskudd = inntekter - utgifter.
```

## Clauses

- None: the orthography of each language.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import NOT_READ
from bindery.rules.manuscript._spelling import Spelling
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_QUANTITY_BEFORE = re.compile(rf"(?:(?<!\w)\w|\d|[){NOT_READ}])\s+$")
_QUANTITY_AFTER = re.compile(rf"\s+(?:\w(?!\w)|\d|[({NOT_READ}])")
_EQUATION_BEFORE = re.compile(r"\s=\s[^.!?]*$")
_EQUATION_AFTER = re.compile(r"[^.!?]*\s=\s")


def _is_minus(found: re.Match[str]) -> bool:
    """Whether it is between two numbers, letters or formulas, or on one side of an equation."""
    text = found.string
    if _EQUATION_BEFORE.search(text, 0, found.start()) or _EQUATION_AFTER.match(text, found.end()):
        return True
    before = _QUANTITY_BEFORE.search(text, 0, found.start())
    return before is not None and _QUANTITY_AFTER.match(text, found.end()) is not None


DASH = Spelling(
    re.compile(r"(?<=\S[ \u00a0])-(?=\s+\S)"),
    lambda found: "–",
    Text(
        nb="Bindestreken skal være tankestrek: «{old}».",
        en="The hyphen should be a dash: “{old}”.",
    ),
    Text(nb="Skriv tankestrek: «–» eller «--».", en="Write a dash: “–” or “--”."),
    is_right=_is_minus,
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Hyphens with a space on both sides."""
    yield from DASH.findings(manuscript, RULE.name, RULE.severity)


RULE = Rule("dash-is-a-dash", Severity.WARNING, find, DASH.extent, by_chapter=True)
