r"""No marks of other dialects are left in the text.

## Why

Other programs that read Markdown have their own marks. Marks that are not part of this dialect are
printed, and read aloud, as they are written. A picture or a table in them is lost.

## Hvorfor

Ingen merker fra andre dialekter står igjen i teksten. Andre programmer som leser Markdown, har egne
merker. Merker som ikke er med i denne dialekten, blir trykt og lest opp slik de er skrevet. Et
bilde eller en tabell i dem går tapt.

## Fails

Lines 3, 6, 6, 8 and 10:

```markdown
# Turen

[!NOTE]
Ta med niste.

Se :smile: og [[Utstyr]].

\bigskip

++Husk kart.++
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

Skriv til post@example.org før 12:30:45. Merket \[!NOTE], `[[lenke]]` og `==ord==` er skrevet med
vilje, a == b og $a^{[@b]}$ er ikke merker, og det er ikke (1) eller [sic] heller.

```
{% include x %} :smile: [TOC]
```
````

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Block, Code, Element, Paragraph
from bindery.prose.readings import Reading, readings_of, shown
from bindery.rules.manuscript._extents import PROSE
from bindery.rules.manuscript._foreign_marks import DASHES, DIRECTIVES, GRID, MARKS, TABLE, Mark
from bindery.rules.manuscript._told import told_lines
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{mark}» er et merke fra en annen dialekt. Det blir trykt som tekst.",
    en="“{mark}” is a mark of another dialect. It is printed as text.",
)
IN_CODE = Text(
    nb="«{mark}» er et merke fra en annen dialekt. Alt blir trykt som kode.",
    en="“{mark}” is a mark of another dialect. All of it is printed as code.",
)
NO_TABLE = Text(
    nb="Tabellen er skrevet med tegn fra en annen dialekt. Leserne får linjer uten celler.",
    en="The table is written with marks of another dialect. Readers get lines without cells.",
)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_SHOWN = 40


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Marks in prose, code blocks that another program would run or draw, and other tables."""
    for chapter in manuscript.chapters:
        told = told_lines(chapter.chapter)
        for reading in readings_of(chapter, manuscript):
            for start, end, hint in _marks(reading):
                if reading.at(start).line in told:
                    continue
                message = MESSAGE.filled(mark=_short(reading.text[start:end]))
                yield Finding(RULE.name, RULE.severity, reading.at(start), message, hint)
        yield from _directives(chapter)
        yield from _tables(chapter)


def _marks(reading: Reading) -> Iterator[tuple[int, int, Text]]:
    """The marks of ``reading`` that do not overlap, and what to write instead of each."""
    taken = [False] * len(reading.text)
    for mark in MARKS:
        for found in mark.pattern.finditer(reading.text):
            start, end = found.span()
            if any(taken[start:end]) or _is_meant(reading, mark, start, end):
                continue
            taken[start:end] = [True] * (end - start)
            yield start, end, mark.hint


def _is_meant(reading: Reading, mark: Mark, start: int, end: int) -> bool:
    """Whether it is written with backslashes, so that it is printed, or is no mark where it is."""
    if mark.in_items_only and not reading.prose.nested:
        return True
    first, last = reading.at(start), reading.at(end - 1)
    if first.column is None or last.column is None or first.line is None or last.line != first.line:
        return False
    line = reading.chapter.lines[first.line - 1]
    if reading.text.startswith("@ref(", start):
        return False
    # A backslash just before it is outside the place of its first character.
    return bool(_ESCAPED.search(line[max(0, first.column - 2) : last.column]))


def _short(mark: str) -> str:
    text = shown(mark.strip())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"


def _directives(chapter: ChapterSource) -> Iterator[Finding]:
    for code in chapter.every(Code):
        for pattern, hint in DIRECTIVES:
            if pattern.fullmatch(code.language):
                message = IN_CODE.filled(mark=_short(f"```{code.language}"))
                yield Finding(RULE.name, RULE.severity, code.location, message, hint)
                break


def _tables(chapter: ChapterSource) -> Iterator[Finding]:
    """One finding for each table, at its first line."""
    rows = chapter.lines
    lines = [element.location.line or 1 for element in chapter.elements if _is_table(element, rows)]
    firsts = _first_lines(rows) if lines else []
    for first in dict.fromkeys(firsts[line - 1] for line in lines):
        yield Finding(RULE.name, RULE.severity, Location(chapter.path, first), NO_TABLE, TABLE)


def _is_table(element: Element, rows: list[str]) -> bool:
    match element:
        case Block(kind="hr"):
            row = rows[(element.location.line or 1) - 1]
            return DASHES.fullmatch(row.lstrip("> ")) is not None
        case Paragraph():
            return any(map(GRID.fullmatch, element.source.split("\n")))
    return False


def _first_lines(rows: list[str]) -> list[int]:
    """For each line, the number of the first one above it with no empty line between."""
    firsts: list[int] = []
    for number, row in enumerate(rows, start=1):
        goes_on = firsts and rows[number - 2].strip() and not rows[number - 2].startswith("```")
        firsts.append(firsts[-1] if goes_on and row.strip() else number)
    return firsts


RULE = Rule("marks-left-in-text", Severity.WARNING, find, PROSE)
