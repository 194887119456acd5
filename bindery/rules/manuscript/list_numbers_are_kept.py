"""A numbered list has the numbers that are written.

## Why

Only the first number of a list counts; the others follow from it. If a number is skipped, readers
get another one than the author wrote, and references to it lead astray.

## Hvorfor

En nummerert liste får de tallene som er skrevet. Bare det første tallet teller; de andre følger
av det. Hvis et tall er hoppet over, får leserne et annet enn forfatteren skrev, og henvisninger til
det går feil.

## Fails

Line 4:

```markdown
# Vedtekter

1. Foreningens navn
3. Medlemskap
```

## Passes

```markdown
# Vedtekter

3. Medlemskap
4. Årsmøte

Det samme tallet foran alle punktene er en måte å skrive en liste på:

1. Foreningens navn
1. Formål
1. Medlemskap
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Block
from bindery.rules.manuscript._extents import ITEMS
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Punktet har nummer {written} i manuset, men leserne får nummer {printed}.",
    en="The item has number {written} in the manuscript, but readers get number {printed}.",
)
HINT = Text(
    nb="Skriv tallene i rekkefølge. Hvis nummeret skal stå, skriv et avsnitt foran punktet.",
    en="Number the items in order. To keep the number, split the list with a paragraph before it.",
)

_NUMBERED = re.compile(r"(?P<indent>[\s>]*)(?P<number>\d{1,9})[.)]\s")

Item = tuple[int, Location]
"""The number an item is written with, and its place."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first item of each list whose number is not the one that follows."""
    for chapter in manuscript.chapters:
        for listed in _lists(chapter):
            first = listed[0][0]
            if all(number == first for number, _ in listed):
                continue
            for printed, (number, location) in enumerate(listed, start=first):
                if number != printed:
                    message = MESSAGE.filled(written=number, printed=printed)
                    yield Finding(RULE.name, RULE.severity, location, message, HINT)
                    break


def _lists(chapter: ChapterSource) -> Iterator[list[Item]]:
    """The numbered items of each list, in order; a list within an item is one of its own."""
    lines = chapter.lines
    open_lists: list[tuple[int, list[Item]]] = []
    begins = False
    for block in chapter.every(Block):
        if block.kind in ("ordered_list", "bullet_list"):
            begins = True
        elif block.kind == "list_item" and block.location.line:
            found = _NUMBERED.match(lines[block.location.line - 1])
            if found is None:
                begins = False
                continue
            indent = len(found["indent"])
            while open_lists and (
                open_lists[-1][0] > indent or (begins and open_lists[-1][0] == indent)
            ):
                yield open_lists.pop()[1]
            if begins or not open_lists:
                open_lists.append((indent, []))
            open_lists[-1][1].append((int(found["number"]), block.location))
            begins = False
    yield from (listed for _, listed in reversed(open_lists))


RULE = Rule("list-numbers-are-kept", Severity.WARNING, find, ITEMS)
