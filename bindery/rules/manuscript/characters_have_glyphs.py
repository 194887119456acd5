"""The typeface has every character of the manuscript.

## Why

If a letter is missing, print shows an empty box, and copied or spoken text differs from what was
written. No other font is used in its place. A script whose letters are missing is reported once,
where it is first used.

## Hvorfor

Skriften har alle tegnene i manuset. Hvis en bokstav mangler, står det en tom boks på trykk, og
kopiert eller opplest tekst blir en annen enn den som ble skrevet. Ingen annen skrift brukes i
stedet. Et skriftsystem som mangler, meldes én gang, der det er brukt først.

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

Gresk: μῆνιν ἄειδε θεά. Tegn: 😀, 👍🏽, 🇳🇴 og 👨‍👩‍👧. Arabisk: السلام عليكم. Hebraisk: שלום.

<!-- 東京 i en kommentar kommer ikke med. -->
```

## Clauses

- PDF/UA-1 7.21.8; Matterhorn Protocol 1.1: 31-030
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from bindery.locales import cldr
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Code, Heading, Link, Paragraph, Span, Table
from bindery.manuscript.templates import Templates
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import words_about
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Skriften mangler {characters}. Leserne får en tom boks.",
    en="The typeface has no {characters}. Readers get an empty box.",
)
HINT = Text(
    nb="Skriv det på en annen måte, for eksempel med latinske bokstaver.",
    en="Write it in another way, for example in Latin letters.",
)
OF_A_SCRIPT = Text(
    nb="Skriftene mangler bokstavene «{letters}» ({script}). De er brukt {times}, og leserne får"
    " tomme bokser.",
    en="The typefaces do not have the letters “{letters}” ({script}). They are used {times}, and "
    "readers get empty boxes.",
)
OTHER_LETTERS = Text(
    nb="Bruk latinske bokstaver, eller legg en skrift med bokstavene i templates/fonts/.",
    en="Use Latin letters, or put a typeface with these letters in templates/fonts/.",
)
ONCE = Text(nb="på denne linjen", en="on this line")
TIMES = Text(nb="på {count} linjer", en="on {count} lines")

_SHOWN = 8
"""The most characters that a message names."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Scripts and characters that no typeface of this book has, each where it is first used."""
    covered = _covered(Templates(manuscript.publication.book).fonts)
    first: dict[str, tuple[str, Location]] = {}
    lines: dict[str, int] = {}
    told: set[str] = set()
    for text, location in _lines(manuscript, covered):
        alone = []
        for script, letters in _by_script(_missing(text, covered), text).items():
            if script:
                first.setdefault(script, (letters, location(letters[0])))
                lines[script] = lines.get(script, 0) + 1
            else:
                alone = [letter for letter in letters if letter not in told]
        if alone:
            told.update(alone)
            yield _finding(alone, location(alone[0]))
    for script, (letters, place) in first.items():
        yield _of_a_script(script, letters, lines[script], place)


def _lines(
    manuscript: Manuscript, covered: frozenset[str]
) -> Iterator[tuple[str, Callable[[str], Location]]]:
    """The words about the book, and each printed line of it, with where a letter of it is."""
    for words in words_about(manuscript.publication):
        yield words.text, lambda _, place=words.location: place  # type: ignore[misc]
    for chapter in manuscript.chapters:
        missing = _missing("".join(_printed(chapter)), covered)
        lines = enumerate(chapter.lines, start=1) if missing else ()
        for number, line in lines:
            here = "".join(letter for letter in line if letter in missing)
            if here:
                yield here, partial(_place, chapter.path, number, line)


def _place(path: str, number: int, line: str, letter: str) -> Location:
    return Location(path, number, line.index(letter) + 1)


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


def _by_script(missing: set[str], text: str) -> dict[str, str]:
    """The ``missing`` characters by script, in the order of ``text``; those of none under ``""``.

    A mark that several scripts share, such as the Japanese full stop, is counted with the letters.
    """
    from fontTools.unicodedata import script, script_extension  # noqa: PLC0415 - large tables

    found: dict[str, str] = {}
    shared = []
    for letter in sorted(missing, key=text.index):
        own = script(letter)
        if own in _NO_SCRIPT:
            shared.append(letter)
        else:
            found[own] = found.get(own, "") + letter
    for letter in shared:
        if not script_extension(letter) & found.keys():
            found[""] = found.get("", "") + letter
    return found


_NO_SCRIPT = frozenset({"Zyyy", "Zinh", "Zzzz"})
"""Characters that all scripts share, that take the script of the letter before, or are of none."""


def _finding(missing: Sequence[str], location: Location) -> Finding:
    named = [f"{character} (U+{ord(character):04X})" for character in missing[:_SHOWN]]
    message = MESSAGE.filled(characters=", ".join(named) + "…" * (len(missing) > _SHOWN))
    return Finding(RULE.name, RULE.severity, location, message, HINT)


def _of_a_script(script: str, letters: str, lines: int, location: Location) -> Finding:
    message = OF_A_SCRIPT.filled(
        letters=letters[:_SHOWN] + "…" * (len(letters) > _SHOWN),
        script=Text(nb=cldr.script_name(script, "nb"), en=cldr.script_name(script, "en")),
        times=ONCE if lines == 1 else TIMES.filled(count=lines),
    )
    return Finding(RULE.name, RULE.severity, location, message, OTHER_LETTERS)


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
