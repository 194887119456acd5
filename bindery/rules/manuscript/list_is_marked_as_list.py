"""Text that looks like a list is one, and not lines that begin with a dash, dot or letter.

## Why

Screen readers say how many items a list has and which one they read, and readers can jump past it.
Lines that begin with a dash are one long paragraph to screen reader users, and in print they run
together.

## Hvorfor

Tekst som ser ut som en liste, er en liste, og ikke linjer som begynner med strek, prikk eller
bokstav. Skjermleseren sier hvor mange punkter en liste har, og hvilket den leser, og brukeren kan
hoppe forbi lista. Linjer som bare begynner med en strek, er ett langt avsnitt for
skjermleserbrukere, og på trykk flyter de sammen.

## Fails

Lines 5, 9, 14, 18, 21 and 24:

```markdown
# Før du drar

Ta med dette:

– tau
– kniv
– votter

• Skriv hvor du skal.
• Skriv når du er tilbake.

Dette må du vite:

– hvor brannslangen er
– hvem som har nøkkelen

Dette har vi lært:
b) å snakke sammen
c) å holde fast på en plan

✅ Pakk sekken.
✅ Lås døra.

Husk (1) å lukke vinduet, (2) å slå av lyset og (3) å si fra til naboen.
```

## Passes

```markdown
# Før du drar

- tau
- kniv

Dette må du vite:
a) hvor brannslangen er
b) hvem som har nøkkelen

– Ta med tau, sa hun.

– Tau? Hva skal vi med det?

– Du får se.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), failure F2, technique H48
- Matterhorn Protocol 1.1: 16-003
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.prose.readings import readings_of
from bindery.rules.manuscript._extents import PARAGRAPHS
from bindery.rules.manuscript._list_lines import Lines, Mark, lines_like_lists, mixed_lines
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SEVERAL = 3
"""As many items are a list, whatever their words. Two may be something else."""

MESSAGE = Text(
    nb="Linjene ser ut som en liste, men «{sign}» gir ikke en liste. Skjermleserbrukere får alt i"
    " ett avsnitt.",
    en="These lines look like a list, but “{sign}” does not make one. Screen reader users get one"
    " paragraph.",
)
BREAKS = Text(
    nb="Linjene ser ut som en liste, men er ett avsnitt med linjeskift. Skjermleserbrukere får"
    " ikke vite hvor mange punkter det er.",
    en="These lines look like a list, but are one paragraph with line breaks. Screen reader users"
    " do not learn how many items there are.",
)
IN_A_SENTENCE = Text(
    nb="«{sign}» er en liste midt i en setning. Skjermleserbrukere får ikke vite hvor mange"
    " punkter det"
    " er.",
    en="“{sign}” is a list inside a sentence. Screen reader users do not learn how many items there"
    " are.",
)
ON_LINES = Text(
    nb="Avslutt setningen med kolon, og skriv hvert punkt på en egen linje med «1. » foran.",
    en="End the sentence with a colon, and write each item on a line of its own with “1. ” before.",
)
AS_LIST = Text(
    nb="Skriv en tom linje over det første punktet, og «- » foran hvert av dem.",
    en="Write an empty line above the first item, and “- ” before each of them.",
)
AS_NUMBERED_LIST = Text(
    nb="Skriv en tom linje over det første punktet, eller begynn med «a) » eller «1. ».",
    en="Write an empty line above the first item, or begin with “a) ” or “1. ”.",
)

_MOST_WORDS = 6
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyzæøå")
_NUMBERS = tuple(map(str, range(100)))
_ENDS_SENTENCE = re.compile(r"[.!?…:][»”\"’)]*$")
_INDENT = re.compile(r" {0,3}")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Lines that begin with signs of no Markdown list and cannot be speech."""
    for chapter in manuscript.chapters:
        mixed = tuple(filter(_is_list, mixed_lines(chapter)))
        told = {line for lines in mixed for line in _rows_of(lines)}
        for lines in (*mixed, *filter(_is_list, lines_like_lists(chapter))):
            if lines in mixed or told.isdisjoint(_rows_of(lines)):
                yield _finding(lines, chapter)
        for reading in readings_of(chapter, manuscript):
            if reading.prose.block == "paragraph" and (found := _in_a_sentence(reading.text)):
                message = IN_A_SENTENCE.filled(sign=found[0])
                at = reading.at(found[1])
                yield Finding(RULE.name, RULE.severity, at, message, ON_LINES)


_SIGN = re.compile(r"(?:(?<=\s)|(?<=^))\(?(?P<sign>\d|[a-z]|[ivx]{1,4})\)(?=\s+\w)")
_OF_A_LAW = re.compile(
    r"§|\b(?:artik\w+|ledd\w*|lov\w*|article|paragraph|section|formel\w*|likning\w*|ligning\w*"
    r"|equation\w*|nr\.|punkt\w*)\W*$",
    re.IGNORECASE,
)


def _in_a_sentence(text: str) -> tuple[str, int] | None:
    """The first and the last sign of a list in the running text, and where it begins."""
    if ") " not in text or not _SIGN.search(text):
        return None
    signs = list(_SIGN.finditer(text))
    for order in (_NUMBERS[1:], _LETTERS, _ROMAN):
        run: list[re.Match[str]] = []
        for found in signs:
            if len(run) < len(order) and found["sign"] == order[len(run)]:
                run.append(found)
        words = [text[one.end() : two.start()].split() for one, two in pairwise(run)]
        apart = all(len(between) > (len(run) < SEVERAL) for between in words)
        begins = run and run[0].start() > 0 and not _OF_A_LAW.search(text[: run[0].start()])
        enough = len(run) >= (2 if order is not _LETTERS else SEVERAL)
        if enough and apart and begins and not re.search("§", text):
            return f"{run[0][0]} … {run[-1][0]}", run[0].start()
    return None


def _rows_of(lines: Lines) -> range:
    return range(lines.items[0].lines.start, lines.items[-1].lines.stop)


def _is_list(lines: Lines) -> bool:
    match lines.mark:
        case Mark.DOT:
            return len(lines.items) > 1
        case Mark.NUMBER:
            return len(lines.items) > 1 and _follow_each_other(lines)
        case Mark.DASH:
            return len(lines.items) > 1 and not _may_be_speech(lines)
        case Mark.BREAK:
            several = lines.announced and len(lines.items) >= SEVERAL
            return several and not lines.nested and all(map(_is_short, _said(lines)))


def _said(lines: Lines) -> list[str]:
    return [item.text for item in lines.items]


def _follow_each_other(lines: Lines) -> bool:
    """Whether the signs count 1, 2, 3 or a, b, c or i, ii, iii."""
    signs = [re.findall(r"[^\W_]+", item.sign)[-1] for item in lines.items]
    return any(
        all(sign in order for sign in signs)
        and all(order.index(two) == order.index(one) + 1 for one, two in pairwise(signs))
        for order in (_NUMBERS, _LETTERS, _ROMAN)
    )


def _may_be_speech(lines: Lines) -> bool:
    """Whether these lines may be dialogue, with a sentence on each.

    Items that begin in lower case are parts of a sentence begun above them. Several lines that
    begin with a capital and have no full stop are items, too.
    """
    said = _said(lines)
    if all(text[0].islower() for text in said):
        return False
    in_sentences = any(_ENDS_SENTENCE.search(text) for text in said[:-1])
    return in_sentences or not (lines.announced or len(said) >= SEVERAL)


def _is_short(text: str) -> bool:
    """Whether this is an item rather than a line of an address or a poem."""
    few = len(text.split()) <= _MOST_WORDS and not _ENDS_SENTENCE.search(text)
    return few and text[:1].islower() and not any(letter.isdigit() for letter in text)


def _finding(lines: Lines, chapter: ChapterSource) -> Finding:
    first = lines.items[0]
    row = _row(chapter, first.lines.start)
    location = Location(chapter.path, first.lines.start, len(row) - len(row.lstrip()) + 1)
    # If some of the items have a list's hyphen, the other sign is the mistake.
    sign = next((item.sign for item in lines.items if item.sign != "-"), first.sign)
    message = BREAKS if lines.mark is Mark.BREAK else MESSAGE.filled(sign=sign)
    hint = AS_NUMBERED_LIST if lines.mark is Mark.NUMBER else AS_LIST
    return Finding(RULE.name, RULE.severity, location, message, hint, _fix(lines, chapter))


def _fix(lines: Lines, chapter: ChapterSource) -> Fix | None:
    """Replace each sign by a hyphen, if the lines then parse as the same items and nothing else.

    There must be at least three; dashes only before lower case. Every line must be an item of its
    own without a hard line break, which would be printed at its end.
    """
    safe = len(lines.items) >= SEVERAL and not lines.nested
    if lines.mark is Mark.DASH:
        safe = safe and all(text[0].islower() for text in _said(lines))
    if not safe or lines.mark not in (Mark.DASH, Mark.DOT):
        return None
    numbers = _rows_of(lines)
    rows = [_row(chapter, number) for number in numbers]
    mended = _mended(rows, [item.sign for item in lines.items])
    if mended is None:
        return None
    return Fix(Location(chapter.path, numbers.start, 1), "\n".join(rows), "\n".join(mended))


def _mended(rows: Sequence[str], signs: Sequence[str]) -> list[str] | None:
    """``rows`` as list items, one for each sign; ``None`` if there is anything else."""
    points = [row for row in rows if row.strip()]
    indents = {row[: len(row) - len(row.lstrip())] for row in points}
    if len(points) != len(signs) or len(indents) != 1 or not _INDENT.fullmatch(min(indents)):
        return None
    if any(row.endswith("\\") for row in points):
        return None
    waiting = iter(signs)
    return [
        f"{min(indents)}- {row.strip().removeprefix(next(waiting)).lstrip()}" if row.strip() else ""
        for row in rows
    ]


def _row(chapter: ChapterSource, line: int) -> str:
    return chapter.lines[line - 1]


RULE = Rule("list-is-marked-as-list", Severity.WARNING, find, PARAGRAPHS, by_chapter=True)
