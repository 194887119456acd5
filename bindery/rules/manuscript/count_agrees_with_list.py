"""If the text says how many there are, the number is right.

## Why

Screen reader users cannot see that a list has eight items. If the text says six, they think that
the list has ended too early, or that something is missing.

## Hvorfor

Hvis teksten sier hvor mange det er, stemmer tallet. Skjermleserbrukere ser ikke at en liste har
åtte punkter. Hvis teksten sier seks, tror de at lista er slutt for tidlig, eller at noe mangler.

## Fails

Line 3:

```markdown
# Funn

Det er særlig tre erfaringer som er felles for kommunene.

Disse er at kommunen:

- har tid
- har vilje
```

Line 3:

```markdown
# Funn

## Tre råd fra kommunene

### Ta deg tid

Det må til.

### Vis vilje

Det må også til.
```

## Passes

```markdown
# To råd fra 17 kommuner

Det er to grunner til at de 17 kommunene lykkes:

1. De har tid.
2. De har vilje.

I fire år har kommunene:

- bygd skole
- bygd vei
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 2.4.6 Headings and Labels (AA)
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Heading, Table
from bindery.prose.counts import LANGUAGES, claims, numbers_in
from bindery.prose.readings import Stretch, readings
from bindery.rules.manuscript._extents import prose_in
from bindery.rules.manuscript._outline import Counted, Part, counted_in, outline_of
from bindery.rules.manuscript._settings import words_about
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, Unit

LIST = Text(
    nb="Her står det «{words}», men lista på linje {line} har {count}.",
    en="The text says “{words}”, but the list on line {line} has {count}.",
)
HEADINGS = Text(
    nb="Her står det «{words}», men det er {count} overskrifter under denne.",
    en="The text says “{words}”, but there are {count} headings below this one.",
)
POINTS = Unit(nb=("punkt", "punkter"), en=("item", "items"))
ABOUT = Text(
    nb="Her står det «{words}», men i {place} er det {count}.",
    en="The text says “{words}”, but in {place} there are {count}.",
)
CHAPTERS = Text(
    nb="Her står det «{words}», men publikasjonen har {count} kapitler.",
    en="The text says “{words}”, but the publication has {count} chapters.",
)
ROWS = Text(
    nb="Her står det «{words}», men tabellen på linje {line} har {count} rader.",
    en="The text says “{words}”, but the table on line {line} has {count} rows.",
)
HINT = Text(
    nb="Tell på nytt, og endre tallet eller det som telles.",
    en="Count again, and change the number or what is counted.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Sentences before a list, headings and titles that state a wrong number of items."""
    counted: list[Counted] = []
    for chapter in manuscript.chapters:
        counted += counted_in(outline_of(chapter, manuscript))
    for one in counted:
        if not one.agrees:
            said, line = one.claim.words, one.listed.element.location.line
            if one.listed.level:
                message = HEADINGS.filled(words=said, count=one.count)
            else:
                message = LIST.filled(words=said, line=line, count=POINTS.counted(one.count))
            yield Finding(RULE.name, RULE.severity, one.location, message, HINT)
    yield from _of_chapters(manuscript)
    for chapter in manuscript.chapters:
        parts = outline_of(chapter, manuscript)
        yield from _of_rows(parts)
        yield from _after_lists(parts)
    language = manuscript.publication.metadata.language
    for text in words_about(manuscript.publication):
        for claim in claims(Stretch(text.text, 0, language)):
            about = [one for one in counted if one.is_about(claim)]
            counts = {one.count for one in about}
            # If the book counts them twice, it is not known which count is meant.
            if len(counts) == 1 and claim.number not in counts:
                place, count = about[0].location, about[0].count
                message = ABOUT.filled(words=claim.words, place=place, count=count)
                yield Finding(RULE.name, RULE.severity, text.location, message, HINT)


_PUBLICATION = re.compile(
    r"\b(?:rapport(?:en|a)|bok[ae]?n?|heft(?:et)?|publikasjonen|veilederen|rettleiaren|håndboka|her)"
    r"\s(?:har|er|består av)|\b(?:the|this)\s(?:report|book|guide|publication|handbook)\s(?:has|is)"
    r"|\b(?:de|dei|the)\s\w+\s(?:kapitl\w+|chapters)",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"kapit(?:tel|ler|la|lene)|chapters?", re.IGNORECASE)
_TABLE = re.compile(r"\btabell|\btable|:$|\ufffc", re.IGNORECASE)
_SHOWN = re.compile(
    r"\b(?:tabellen|table)\s(?:(?:under|nedenfor|nedanfor|below)\s)?(?:viser|syner|lister(?:\sopp)?"
    r"|gir|gjev|omfatter|har|shows|lists|gives|has)\s(?:tall\w*\sfor\s|tala\sfor\s|figures\sfor\s)?"
    r"(?P<words>(?:(?:de|dei|alle|våre|the|our|all)\s){0,2}\w+\s(?!prosent|kroner|år|percent)\w{3,})",
    re.IGNORECASE,
)
_THESE = re.compile(
    r"(?:(?:alle|all)\s)?(?:disse|desse|these)\s(?:de\s|dei\s)?\w+\s(?:\w+e\s)?\w{3,}",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?:sum|i alt|totalt?|til saman|til sammen|all)\b", re.IGNORECASE)


def _of_chapters(manuscript: Manuscript) -> Iterator[Finding]:
    """Wrong counts of the chapters of the publication."""
    whole = len(manuscript.chapters)
    counts = {whole, sum(not _is_unnumbered(one) for one in manuscript.chapters)}
    for reading in readings(manuscript):
        if not _CHAPTER.search(reading.text):
            continue
        for sentence in reading.sentences():
            if not _PUBLICATION.search(sentence.text):
                continue
            for claim in claims(sentence):
                if _CHAPTER.search(claim.words) and claim.number not in counts:
                    message = CHAPTERS.filled(words=claim.words, count=whole)
                    at = reading.at(sentence.start + claim.start)
                    yield Finding(RULE.name, RULE.severity, at, message, HINT)


def _is_unnumbered(chapter: ChapterSource) -> bool:
    title = next((one for one in chapter.every(Heading) if one.level == 1), None)
    return title is not None and title.has_class("unnumbered")


def _of_rows(parts: Sequence[Part]) -> Iterator[Finding]:
    """Wrong counts of rows in the sentence before a table."""
    for before, part in pairwise(parts):
        table, reading = part.element, before.reading
        if not isinstance(table, Table) or reading is None or before.level:
            continue
        rows = sum(not _SUM.match(row.cells[0].strip("* ")) for row in table.rows if row.cells)
        counts = {rows, len(table.rows), len(table.header.cells), len(table.header.cells) - 1}
        for sentence in list(reading.sentences())[-1:]:
            if (shown := _SHOWN.search(sentence.text)) and (said := _number(shown, sentence)):
                if said not in counts:
                    line, words = table.location.line, shown["words"]
                    message = ROWS.filled(words=words, line=line, count=rows)
                    at = reading.at(sentence.start + shown.start("words"))
                    yield Finding(RULE.name, RULE.severity, at, message, HINT)
                continue
            named = [one for one in claims(sentence) if one.noun]
            if named and _TABLE.search(sentence.text) and named[-1].number not in counts:
                claim = named[-1]
                line = table.location.line
                message = ROWS.filled(words=claim.words, line=line, count=rows)
                at = reading.at(sentence.start + claim.start)
                yield Finding(RULE.name, RULE.severity, at, message, HINT)


def _after_lists(parts: Sequence[Part]) -> Iterator[Finding]:
    """Wrong counts in the first words after a list: «Disse fire kravene»."""
    for listed, part in pairwise(parts):
        if not listed.items or part.reading is None or part.level:
            continue
        for sentence in list(part.reading.sentences())[:1]:
            found = _THESE.match(sentence.text)
            said = _number(found, sentence) if found else None
            if found and said and said != listed.items:
                line = listed.element.location.line
                count = POINTS.counted(listed.items)
                message = LIST.filled(words=found[0], line=line, count=count)
                at = part.reading.at(sentence.start)
                yield Finding(RULE.name, RULE.severity, at, message, HINT)


def _number(found: re.Match[str], sentence: Stretch) -> int | None:
    """The only number in the words ``found``, or ``None``."""
    numbers = numbers_in(Stretch(found[0], 0, sentence.language))
    return next(iter(numbers)) if len(numbers) == 1 else None


RULE = Rule("count-agrees-with-list", Severity.WARNING, find, prose_in(LANGUAGES))
