"""The kind of a chapter is one that the editions know.

## Why

Screen readers and reading systems say what a chapter is: a foreword, a conclusion, a glossary. Of a
kind that they do not know, nothing is said.

## Hvorfor

Typen til et kapittel er en av de kjente. Brukere av skjermlesere og leseprogrammer får da vite hva
kapittelet er: et forord, en konklusjon, en ordliste. Med en ukjent type får de det ikke.

## Fails

Line 2:

```markdown
---
kind: forord
---

# Forord

Dette er et forord.
```

## Passes

```markdown
---
kind: foreword
---

# Forord

Dette er et forord.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import difflib
import re
from collections.abc import Iterator
from typing import get_args

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.publication import Chapter
from bindery.vocabulary.reading_order import ChapterKind
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_KEY = re.compile(r"\s*kind\s*:", re.IGNORECASE)

MESSAGE = Text(
    nb="«{kind}» er en ukjent type kapittel. Skjermlesere får ikke vite hva kapittelet er.",
    en="“{kind}” is not a known kind of chapter. Screen readers do not get to know what it is.",
)
MEANT = Text(nb="Skriv «kind: {kind}».", en="Write “kind: {kind}”.")
HINT = Text(
    nb="Skriv for eksempel foreword, introduction eller conclusion. Alle står i håndboka.",
    en="Write foreword, introduction or conclusion, for example. The manual lists all.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Kinds in front matter that are none of ours."""
    kinds = get_args(ChapterKind)
    for one in manuscript.publication.chapters:
        if (kind := one.front_matter.kind) and kind not in kinds:
            near = difflib.get_close_matches(kind.lower(), kinds, 1)
            hint = MEANT.filled(kind=near[0]) if near else HINT
            message = MESSAGE.filled(kind=kind)
            yield Finding(RULE.name, RULE.severity, _place(one), message, hint)


def _place(chapter: Chapter) -> Location:
    lines = enumerate(chapter.lines, start=1)
    line = next((number for number, text in lines if _KEY.match(text)), None)
    return chapter.in_file(Location(chapter.path, line))


RULE = Rule("chapter-kind-is-known", Severity.WARNING, find, CHAPTERS)
