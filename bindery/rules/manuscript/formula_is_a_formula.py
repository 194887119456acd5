r"""What looks like a formula is a formula.

## Why

Two dollar signs around a name (`$reporteeName$`) are text: as a formula its letters would be set
and read one by one. `\(x^2\)` is text too, since in Markdown a backslash before a bracket gives the
bracket.

## Hvorfor

Det som ser ut som en formel, er en formel. To dollartegn rundt et navn
(`$reporteeName$`) er tekst: Som formel ville bokstavene blitt satt og lest én for én. `\(x^2\)` er
også tekst, for i Markdown gir en skråstrek foran en parentes bare parentesen.

## Fails

Lines 3, 3 and 5:

```markdown
# Brev

Hei, $fornavn$, du har fått svar fra $avdeling$.

Arealet er \(r^2\).
```

## Passes

```markdown
# Brev

Hei, `$fornavn$`, du har fått svar fra \$avdeling\$. Arealet $ABCD$ er \(omtrent\) $r^2$.
Broa kostet $5 millioner.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
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
    nb="Skriv \\$ hvis det er tekst, og «$\\mathrm{{{name}}}$» hvis det er en formel.",
    en="Write \\$ if it is text, and “$\\mathrm{{{name}}}$” if it is a formula.",
)
BRACKETS = Text(
    nb="«{words}» står i parentes, og er ikke en formel.",
    en="“{words}” is in brackets, and is no formula.",
)
BRACKETS_HINT = Text(
    nb="Skriv «${words}$» hvis det er en formel.", en="Write “${words}$” if it is a formula."
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What is printed as text, though its author may have meant a formula."""
    for mark in marks_of(manuscript, RULE.name):
        if mark.kind == "placeholder":
            message = PLACEHOLDER.filled(words=mark.words)
            hint = PLACEHOLDER_HINT.filled(name=mark.words.strip("$"))
        else:
            message = BRACKETS.filled(words=mark.words)
            hint = BRACKETS_HINT.filled(words=mark.words)
        yield Finding(RULE.name, RULE.severity, mark.location, message, hint)


RULE = Rule("formula-is-a-formula", Severity.WARNING, find, CHAPTERS)
