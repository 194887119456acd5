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

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bindery.locales import cldr
from bindery.manuscript.source import Manuscript
from bindery.manuscript.templates import Templates
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._letters import lines_lacking, missing_in
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
    publication = manuscript.publication
    covered = _covered(Templates(publication.book).fonts)
    covered = covered.union(
        map(chr, {one for face in publication.faces for one in face.characters})
    )
    first: dict[str, tuple[str, Location]] = {}
    lines: dict[str, int] = {}
    told: set[str] = set()
    for text, location in lines_lacking(manuscript, covered):
        alone = []
        for script, letters in _by_script(missing_in(text, covered), text).items():
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
