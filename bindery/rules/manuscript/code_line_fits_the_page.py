"""A line of code fits on a printed page.

## Why

A line gets smaller letters, down to 9 points, if all lines of its block then fit. A longer line
goes on below, after an arrow that is easily overlooked. There is one finding for each block of
code, at its longest line.

## Hvorfor

En linje med kode får plass på en trykt side. Den får mindre bokstaver, ned til 9 punkt, hvis alle
linjene i blokken da får plass. En lengre linje fortsetter nedenfor, etter en pil. Det er ett funn
for hver kodeblokk, på den lengste linjen.

## Fails

Line 5:

````markdown
# Oppskrift

```
kopier fra.txt til.txt
kopier --med-alle-undermapper fra/mappen/med/filene til/den/andre/mappen/med/filene/fra/i/fjor
```
````

## Passes

````markdown
# Oppskrift

```
kopier fra.txt til.txt
```
````

## Clauses

- WCAG 2.2: 1.3.2 Meaningful Sequence (A)
"""

from collections.abc import Iterator

from bindery.document.code_blocks import letters_fitting
from bindery.document.paper import PAPER, SMALLEST_LETTERS, TEXT_SIZE
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Code
from bindery.rules.manuscript._extents import CODE_BLOCKS, is_block_of_code
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Linjen har {count} tegn. PDF-en har plass til {limit}, med små bokstaver. Resten står på"
    " neste linje, etter en pil.",
    en="The line has {count} characters. The PDF has room for {limit}, in small letters. The rest"
    " is on the next line, after an arrow.",
)
HINT = Text(
    nb="Del linjen der språket tillater det, for eksempel etter et komma eller med \\ i et skall.",
    en="Divide the line where the language allows it: after a comma, or with \\ in a shell.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The longest line of each block of code that has longer lines than there is room for."""
    page = PAPER[manuscript.publication.settings.editions.pdf.page_size]
    limit = letters_fitting(page, TEXT_SIZE, SMALLEST_LETTERS[TEXT_SIZE])
    for chapter in manuscript.chapters:
        for code in filter(is_block_of_code, chapter.every(Code)):
            lines = code.text.split("\n")
            longest = max(range(len(lines)), key=lambda number: len(lines[number]))
            count = len(lines[longest])
            if count > limit:
                place = Location(chapter.path, _first_line(code, chapter) + longest)
                message = MESSAGE.filled(count=count, limit=limit)
                yield Finding(RULE.name, RULE.severity, place, message, HINT)


def _first_line(code: Code, chapter: ChapterSource) -> int:
    """The line of the first line of ``code``, below the marks above it if there are any."""
    line = code.location.line or 1
    row = chapter.lines[line - 1].lstrip(" >-+*\t0123456789.)")
    return line + row.startswith(("```", "~~~"))


RULE = Rule("code-line-fits-the-page", Severity.INFO, find, CODE_BLOCKS, by_chapter=True)
