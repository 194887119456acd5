"""The short title of a chapter is of that chapter.

## Why

The short title is at the top of each page and in lists of chapters. If it is the title of another
chapter, readers think that they are in that one.

## Hvorfor

Den korte tittelen til et kapittel hører til det kapittelet. Den korte tittelen er øverst på hver
side og i lister over kapitler. Hvis den er tittelen på et annet kapittel, tror leserne at de er
der.

## Fails

In `chapters/01.md`:

```markdown
---
short-title: Veien
---

# Funn

Det går bra.
```

```markdown chapters/02.md
# Veien videre

Det går bedre.
```

## Passes

```markdown
---
short-title: Funnene
---

# Det vi fant

Funn er bra.
```

## Clauses

- WCAG 2.2: 2.4.6 Headings and Labels (AA), 2.4.2 Page Titled (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Heading
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Den korte tittelen «{short}» ligner tittelen på et annet kapittel: «{other}».",
    en="The short title “{short}” is like the title of another chapter: “{other}”.",
)
HINT = Text(
    nb="Skriv en kort form av kapittelets egen tittel i short-title.",
    en="Write a short form of the chapter's own title in short-title.",
)
_STEM = 4


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Short titles that share words with the title of another chapter, and none with their own."""
    titles = {
        one.path: next((h.text for h in one.every(Heading) if h.level == 1), "")
        for one in manuscript.chapters
    }
    for chapter in manuscript.publication.chapters:
        short = chapter.front_matter.short_title
        if not short:
            continue
        own = _stems(titles.get(chapter.path, ""))
        others = [
            title
            for path, title in titles.items()
            if path != chapter.path and _are_alike(_stems(short), _stems(title))
        ]
        if others and not _stems(short) & own:
            message = MESSAGE.filled(short=short, other=others[0])
            yield Finding(RULE.name, RULE.severity, Location(chapter.path), message, HINT)


def _are_alike(short: frozenset[str], title: frozenset[str]) -> bool:
    """Whether most words of the ``short`` title, and of the other, are in both."""
    common = len(short & title)
    return bool(common) and 2 * common >= max(len(short), len(title))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]{4,}", text))


RULE = Rule("short-title-is-of-its-chapter", Severity.WARNING, find, CHAPTERS)
