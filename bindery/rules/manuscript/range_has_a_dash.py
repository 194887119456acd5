"""From a number to a number there is a dash, not a hyphen.

## Why

With a dash, screen readers read two years as a span of time. With a hyphen, many read a telephone
number or a subtraction.

## Hvorfor

Fra tall til tall står det tankestrek, ikke bindestrek. Med tankestrek leser talesyntesen to årstall
som et tidsrom. Med bindestrek leser mange et telefonnummer eller et minusstykke.

## Fails

Lines 3, 4 and 5:

```markdown
# Funn

Kommunen vokste i 2010-2015. Møtet er
kl. 12-15. Veien kostet
40-50 millioner kroner.
```

## Passes

```markdown
# Funn

Kommunen vokste i 2010–2015. Ring 2222-3333, spør etter ISO 9001-2015, sak 2019-2020/14 og
skjema 12-15, eller les [om budsjettet](https://example.org/1998-2003).
```

## Clauses

- None: the orthography of Norwegian and English.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._spelling import Spelling
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_BEFORE = r"(?<![\w.,:/+–-])"
_AFTER = r"(?![\w/+–-]|[.,:]\d)"
_YEAR = r"(?:1[5-9]|20)\d\d"
# Capitals before it name a standard or a form: «NS 1990-2010».
_UNNAMED = r"(?<![A-ZÆØÅ]{2} )(?<!\b[Nn]r\. )(?<!\b[Ss]ak )(?<!\b[Tt]lf\. )(?<!\b[Tt]elefon )"
_COUNTED = "".join(
    rf"(?<=\b{first}{rest} )|"
    for first, rest in (
        ("[Ss]", "ide"),
        ("[Ss]", "idene"),
        ("[Ss]", r"\."),
        ("[Kk]", r"l\."),
        ("[Kk]", "apittel"),
        ("[Kk]", "apitlene"),
        ("[Pp]", "age"),
        ("[Pp]", "ages"),
        ("[Pp]", r"p\."),
        ("[Cc]", "hapters"),
    )
).rstrip("|")
_UNITS = (
    "%|prosent|millioner|millionar|milliarder|milliardar|tusen|tonn|million|billion|thousand|"
    "år|dager|dagar|uker|veker|måneder|månader|timer|timar|minutter|minutt|kroner|"
    "kilometer|meter|kommuner|kommunar|personer|personar|percent|years|days|weeks|months|hours|"
    "minutes|people"
)

RANGE = Spelling(
    re.compile(
        rf"{_BEFORE}(?:{_UNNAMED}{_YEAR}-{_YEAR}{_AFTER}|(?:{_COUNTED})\d{{1,4}}-\d{{1,4}}{_AFTER}|"
        rf"\d{{1,4}}-\d{{1,4}}(?= (?:{_UNITS})(?!\w)))"
    ),
    lambda found: found[0].replace("-", "–"),
    Text(
        nb="Bindestreken i «{old}» skal være tankestrek.",
        en="The hyphen in “{old}” should be a dash.",
    ),
    Text(
        nb="Skriv tankestrek mellom tallene, som i 2010–2015.",
        en="Write a dash between the numbers, as in 2010–2015.",
    ),
    ("nb", "nn", "en"),
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Spans of years, pages and amounts that are written with a hyphen."""
    yield from RANGE.findings(manuscript, RULE.name, RULE.severity)


RULE = Rule("range-has-a-dash", Severity.WARNING, find, RANGE.extent, by_chapter=True)
