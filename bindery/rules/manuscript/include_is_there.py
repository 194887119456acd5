"""What a chapter includes is a file in the manuscript.

## Why

If the file is not there, readers get the mark itself instead of the text. Nothing outside the
manuscript is read.

## Hvorfor

Det et kapittel henter inn, er en fil i manuset. Hvis filen ikke finnes, får leserne selve merket i
stedet for teksten. Ingenting utenfor manuset blir lest.

## Fails

Lines 3 and 5:

```markdown
# Funn

{{#include ../../etc/x.md}}

{{#include 02.md}}
```

## Passes

```markdown
# Funn

{{< include felles.txt >}}
```

```text chapters/felles.txt
Teksten kommer her.
```

## Clauses

- None. It guards against a loss that no standard can see.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGES = {
    "missing": Text(nb="Filen «{words}» finnes ikke.", en="There is no file “{words}”."),
    "outside": Text(
        nb="«{words}» ligger utenfor manuset, og blir ikke lest.",
        en="“{words}” is outside the manuscript, and is not read.",
    ),
    "unreadable": Text(
        nb="«{words}» er ikke en tekst i UTF-8.", en="“{words}” is not a text in UTF-8."
    ),
    "circle": Text(
        nb="«{words}» henter inn seg selv, eller en fil som gjør det.",
        en="“{words}” includes itself, or a file that does.",
    ),
    "deep": Text(
        nb="«{words}» er hentet inn gjennom for mange filer.",
        en="“{words}” is included through too many files.",
    ),
    "long": Text(
        nb="Kapittelet blir for langt med «{words}».",
        en="The chapter becomes too long with “{words}”.",
    ),
    "part": Text(nb="«{words}» har ingen linjer der.", en="“{words}” has no lines there."),
}
HINT = Text(
    nb="Legg filen i manuscript/, og skriv stien fra mappen til kapittelet.",
    en="Put the file in manuscript/, and write the path from the chapter's folder.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What cannot be included, where its mark is printed."""
    for mark in marks_of(manuscript, RULE.name):
        message = MESSAGES[mark.kind].filled(words=mark.words)
        yield Finding(RULE.name, RULE.severity, mark.location, message, HINT)


RULE = Rule("include-is-there", Severity.ERROR, find, CHAPTERS)
