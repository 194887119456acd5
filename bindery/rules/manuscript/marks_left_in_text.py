r"""No marks of other dialects are left in the text.

## Why

Other programs that read Markdown have their own marks. Most of them are read here, too. Those that
are not, or are written in another way than the program does, are printed and read aloud sign by
sign. A picture, a formula or a table in them is lost.

## Hvorfor

Ingen merker fra andre dialekter står igjen i teksten. Andre programmer som leser Markdown, har egne
merker. De fleste blir lest her også. De andre, og de som er skrevet på en annen måte, blir trykt og
lest opp tegn for tegn. Et bilde, en formel eller en tabell i dem går tapt.

## Fails

Lines 3, 6, 6, 8, 8 and 10:

```markdown
# Turen

[!NOTE]
Ta med niste.

Se ![kartet](mitt kart.png) og :kbd[Ctrl].

\textbf{Husk kart} {{ og kompass.

Tekst ::: note
```

## Passes

````markdown
# Turen

> [!NOTE]
> Skriv \[!NOTE], `{{ navn }}` og `\textbf{ord}` med omvendt skråstrek eller som kode.

Mappen heter C:\kart, det er over!!! og slik er $\mathrm{x}$ en formel.
````

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import PROSE
from bindery.rules.manuscript._marks_left import directives_left, marks_left
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{mark}» er et merke som ikke er lest. Det blir trykt som tekst.",
    en="“{mark}” is a mark that is not read. It is printed as text.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What is nothing but a mark, in prose and in code blocks."""
    for left in marks_left(manuscript):
        if left.is_sure:
            message = MESSAGE.filled(mark=left.mark)
            yield Finding(RULE.name, RULE.severity, left.location, message, left.hint)
    for location, message, hint in directives_left(manuscript):
        yield Finding(RULE.name, RULE.severity, location, message, hint)


RULE = Rule("marks-left-in-text", Severity.ERROR, find, PROSE, by_chapter=True)
