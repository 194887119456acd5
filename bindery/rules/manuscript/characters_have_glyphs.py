"""The typeface has every character of the manuscript.

## Why

Where a letter is missing, print shows an empty box, and the reader of a copied or spoken text gets
something else than was written. No other font is used in its place.

## Hvorfor

Skriften har alle tegnene i manuset. Mangler en bokstav, står det en tom boks på trykk. Den som
kopierer teksten eller får den lest opp, får noe annet enn det som ble skrevet. Ingen annen skrift
brukes i stedet.

## Fails

Line 3:

```markdown
# Navn

Byen heter 東京 på japansk.
```

## Passes

```markdown
# Navn

Áltá, Kárášjohka, «Ålesund» – og a → b, 2 ≥ 1, `kode │`.

Gresk: μῆνιν ἄειδε θεά. Tegn: 😀, 👍🏽, 🇳🇴 og 👨‍👩‍👧.

<!-- 東京 i en kommentar kommer ikke med. -->
```

## Clauses

- PDF/UA-1 7.21.8; Matterhorn Protocol 1.1: 31-030
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Code, Heading, Link, Paragraph, Span, Table
from bindery.manuscript.templates import Templates
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import words_about
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Skriften har ikke {characters}. Leseren får en tom boks.",
    en="The typeface does not have {characters}. Readers get an empty box.",
)
HINT = Text(
    nb="Skriv det på en annen måte, for eksempel med latinske bokstaver.",
    en="Write it in another way, for example in Latin letters.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Characters that no typeface of this book has, once for each line they are on."""
    covered = _covered(Templates(manuscript.publication.book).fonts)
    for words in words_about(manuscript.publication):
        if missing := _missing(words.text, covered):
            yield _finding(sorted(missing), words.location)
    for chapter in manuscript.chapters:
        missing = _missing("".join(_printed(chapter)), covered)
        lines = enumerate(chapter.chapter.text.split("\n"), start=1) if missing else ()
        for number, line in lines:
            if here := sorted(missing.intersection(line), key=line.index):
                yield _finding(here, Location(chapter.path, number, line.index(here[0]) + 1))


def _printed(chapter: ChapterSource) -> Iterator[str]:
    for element in chapter.elements:
        match element:
            case Paragraph() | Heading() | Link() | Span() | Code():
                yield element.text
            case Table():
                for row in (element.header, *element.rows):
                    yield from row.cells


def _missing(text: str, covered: frozenset[str]) -> set[str]:
    return {character for character in set(text) - covered if not _is_unseen(character)}


def _is_unseen(character: str) -> bool:
    """Whether a character is never drawn: soft hyphens, joiners, variation selectors, breaks."""
    is_selector = "\ufe00" <= character <= "\ufe0f"
    return is_selector or unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}


def _finding(missing: list[str], location: Location) -> Finding:
    named = (f"{character} (U+{ord(character):04X})" for character in missing)
    message = MESSAGE.filled(characters=", ".join(named))
    return Finding(RULE.name, RULE.severity, location, message, HINT)


@cache
def _covered(folders: tuple[Path, ...]) -> frozenset[str]:
    """Every character that some typeface in ``folders`` has."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - a build does not need it

    covered: set[str] = set()
    for file in (file for folder in folders for file in folder.glob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            covered.update(map(chr, font.getBestCmap()))
    return frozenset(covered)


RULE = Rule("characters-have-glyphs", Severity.ERROR, find, CHAPTERS)
