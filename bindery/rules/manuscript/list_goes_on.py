"""A numbered list that is interrupted goes on with the next number.

## Why

If a paragraph comes between two items, and the next is number 1 again, readers who listen think
that a new list begins, and lose count of the steps.

## Hvorfor

En nummerert liste som er avbrutt, fortsetter med neste nummer. Hvis det er et avsnitt mellom to
punkter, og det neste er nummer 1 igjen, tror lesere som lytter, at en ny liste begynner, og de
mister tellingen.

## Fails

Line 8:

```markdown
# Søknaden

1. Skriv søknaden.
2. Legg ved planen.

Planen må være underskrevet.

1. Send søknaden.
2. Vent på svar.
```

## Passes

```markdown
# Søknaden

1. Skriv søknaden.
2. Legg ved planen.

   Planen må være underskrevet.

3. Send søknaden.

Slik går det videre:

1. Kommunen leser søknaden.
2. Kommunen svarer.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- Matterhorn Protocol 1.1: 16-001
"""

import re
from collections.abc import Iterator, Sequence

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Block, Div, Element, Heading, Paragraph, Table
from bindery.rules.manuscript._extents import ITEMS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lista begynner på 1 igjen, etter et avsnitt som avbryter lista på linje {line}.",
    en="The list begins at 1 again, after a paragraph that interrupts the list on line {line}.",
)
HINT = Text(
    nb="Fortsett med riktig nummer, eller rykk avsnittet inn. Innled en ny liste med kolon.",
    en="Go on with the right number, or indent the paragraph. Introduce a new list with a colon.",
)
_FIRST = re.compile(r"\s*1[.)]\s")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Numbered lists that begin at 1 after a paragraph which does not introduce them."""
    for chapter in manuscript.chapters:
        blocks = [one for one in chapter.elements if _is_outer(one)]
        for index, block in enumerate(blocks):
            first = _interrupted(blocks[:index])
            if _is_numbered(block) and first is not None and _begins_at_one(block, chapter):
                message = MESSAGE.filled(line=first.location.line)
                yield Finding(RULE.name, RULE.severity, block.location, message, HINT)


def _is_outer(element: Element) -> bool:
    is_block = isinstance(element, Paragraph | Heading | Div | Table) or _is_list(element)
    return is_block and not element.nested and element.location.column is None


def _is_list(element: Element) -> bool:
    return isinstance(element, Block) and element.kind in ("ordered_list", "bullet_list", "dl")


def _is_numbered(element: Element) -> bool:
    return isinstance(element, Block) and element.kind == "ordered_list"


def _interrupted(before: Sequence[Element]) -> Element | None:
    """The numbered list two blocks back, if the paragraph between introduces nothing."""
    if len(before) < 2 or not isinstance(before[-1], Paragraph) or not _is_numbered(before[-2]):
        return None
    return None if before[-1].text.rstrip().endswith((":", "?")) else before[-2]


def _begins_at_one(block: Element, chapter: ChapterSource) -> bool:
    assert block.location.line is not None
    return bool(_FIRST.match(chapter.lines[block.location.line - 1]))


RULE = Rule("list-goes-on", Severity.INFO, find, ITEMS)
