r"""Signs in the text are not marks of another dialect.

## Why

Doubled brackets, equals signs or plus signs around words are marks in other programs. Here they are
printed, and read aloud sign by sign. They may also be meant as text, so you must judge it.

## Hvorfor

Tegn i teksten er ikke merker fra en annen dialekt. Doble klammer, likhetstegn eller plusstegn rundt
ord er merker i andre programmer. Her blir de trykt, og lest opp tegn for tegn. De kan også være
ment som tekst, så det må du vurdere.

## Fails

Lines 3, 3, 5 and 7:

```markdown
# Turen

Se [[Utstyr]] og =kart=.

++Husk kart.++

\bigskip
```

Line 3:

```markdown
# Turen

Gradering Betydning
---- ---------
1 Lett
```

## Passes

````markdown
# Turen

Skriv til post@example.org før 12:30:45. `[[lenke]]` og \=ord= er skrevet med vilje, a == b og
$a^{[@b]}$ er ikke merker, og det er ikke (1) eller [sic] heller.

```
=a= [[b]]
```
````

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import PROSE
from bindery.rules.manuscript._marks_left import marks_left, tables_left
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{mark}» er et merke i andre programmer. Her blir det trykt som tekst.",
    en="“{mark}” is a mark in other programs. Here it is printed as text.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What may be a mark, and lines of dashes that are no table."""
    for left in marks_left(manuscript):
        if not left.is_sure:
            message = MESSAGE.filled(mark=left.mark)
            yield Finding(RULE.name, RULE.severity, left.location, message, left.hint)
    for location, message, hint in tables_left(manuscript):
        yield Finding(RULE.name, RULE.severity, location, message, hint)


RULE = Rule("signs-in-text-are-no-marks", Severity.WARNING, find, PROSE, by_chapter=True)
