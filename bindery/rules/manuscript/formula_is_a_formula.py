r"""What looks like a formula is one, and nothing else does.

## Why

Two dollar signs around a name (`$reporteeName$`) are text: as a formula its letters would be set
and read one by one. `\(x^2\)` is text too, since in Markdown a backslash before a bracket gives the
bracket. In a book without mathematics, `$5$` is more likely an amount.

## Hvorfor

Det som ser ut som en formel, er en, og ikke noe annet ser slik ut. To dollartegn rundt et navn
(`$reporteeName$`) er tekst: Som formel ville bokstavene blitt satt og lest én for én. `\(x^2\)` er
også tekst, for i Markdown gir en skråstrek foran en parentes bare parentesen. I en bok uten
matematikk er `$5$` trolig et beløp.

## Fails

Lines 3, 3 and 5:

```markdown
# Brev

Hei, $fornavn$, du har fått svar fra $avdeling$.

Arealet er \(r^2\).
```

Line 3:

```markdown
# Priser

Det koster $5$ per dag.
```

## Passes

```markdown
# Brev

Hei, `$fornavn$`, du har fått svar fra \$avdeling\$. Arealet $ABCD$ er \(omtrent\) $r^2$, og $5$ er
et tall. Broa kostet $5 millioner.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Formula
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

PLACEHOLDER = Text(
    nb="«{words}» ser ut som et navn. Det er trykt som tekst, med dollartegnene.",
    en="“{words}” looks like a name. It is printed as text, with its dollar signs.",
)
PLACEHOLDER_HINT = Text(
    nb="Skriv \\$ hvis det er tekst, og $\\mathrm{{{name}}}$ hvis det er en formel.",
    en="Write \\$ if it is text, and $\\mathrm{{{name}}}$ if it is a formula.",
)
BRACKETS = Text(
    nb="«{words}» står i parentes, og er ikke en formel.",
    en="“{words}” is in brackets, and is no formula.",
)
BRACKETS_HINT = Text(
    nb="Skriv ${words}$ hvis det er en formel.", en="Write ${words}$ if it is a formula."
)
AMOUNT = Text(
    nb="«${words}$» er satt som en formel, den eneste boka har.",
    en="“${words}$” is set as a formula, and the book has no other.",
)
AMOUNTS = Text(
    nb="«${words}$» er satt som en formel. Boka har {count} slike, og ingen andre formler.",
    en="“${words}$” is set as a formula. The book has {count} of these, and no other formula.",
)
AMOUNT_HINT = Text(
    nb="Skriv \\$ for hvert dollartegn hvis det er et beløp.",
    en="Write \\$ for each dollar sign if it is an amount.",
)
_SIGNS = re.compile(r"[\d\s.,:;+/%–-]+")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What is printed as text though it may be a formula, and amounts that may be set as one."""
    for mark in marks_of(manuscript, RULE.name):
        if mark.kind == "placeholder":
            message = PLACEHOLDER.filled(words=mark.words)
            hint = PLACEHOLDER_HINT.filled(name=mark.words.strip("$"))
        else:
            message = BRACKETS.filled(words=mark.words)
            hint = BRACKETS_HINT.filled(words=mark.words)
        yield Finding(RULE.name, RULE.severity, mark.location, message, hint)
    yield from _amounts(manuscript)


def _amounts(manuscript: Manuscript) -> Iterator[Finding]:
    formulas = list(manuscript.every(Formula))
    if formulas and all(_SIGNS.fullmatch(formula.text) for formula in formulas):
        message = AMOUNTS if len(formulas) > 1 else AMOUNT
        shown = message.filled(words=formulas[0].text, count=len(formulas))
        yield Finding(RULE.name, Severity.INFO, formulas[0].location, shown, AMOUNT_HINT)


RULE = Rule("formula-is-a-formula", Severity.WARNING, find, CHAPTERS)
