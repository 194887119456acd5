"""Numbers that are written in headings follow each other.

## Why

If the headings say 1, 2 and 4, readers who listen think that they have missed one, and search for
it.

## Hvorfor

Tall som er skrevet i overskrifter, følger etter hverandre. Hvis overskriftene sier 1, 2 og 4, tror
lesere som lytter, at de har gått glipp av en, og leter etter den.

## Fails

Line 7:

```markdown
# Funn

## 1 Dialog

Kommunene møtes.

## 3 Planer

Kommunene har planer.
```

## Passes

```markdown
# Funn

## Trinn 1: Dialog

Kommunene møtes.

## Trinn 2: Planer

Kommunene har planer.

## 2025 var et godt år

Det går bra.
```

## Clauses

- WCAG 2.2: 2.4.6 Headings and Labels (AA)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Heading
from bindery.rules.manuscript._extents import HEADINGS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Overskriften har nummer {number}, men den før på samme nivå har {before}.",
    en="The heading has number {number}, but the one before it on the same level has {before}.",
)
HINT = Text(
    nb="Rett nummeret, eller fjern numrene: Innholdslista og lenkene klarer seg uten.",
    en="Correct the number, or remove the numbers: contents and links do without them.",
)
_NUMBERED = re.compile(
    r"(?P<word>(?:[^\W\d_]{3,12}[ \u00a0])?)(?P<above>(?:\d{1,2}\.)*)(?P<last>\d{1,2})"
    r"(?P<end>\.(?=\s)|[):]|(?=\s+[–-]|$)|(?=\s+[A-ZÆØÅ«“]))"
)
_WORDS = frozenset(
    [
        "kapittel",
        "chapter",
        "del",
        "part",
        "trinn",
        "step",
        "steg",
        "fase",
        "phase",
        "punkt",
        "point",
        "tiltak",
        "råd",
        "regel",
        "rule",
        "modul",
        "module",
        "vedlegg",
        "appendix",
        "leksjon",
        "lesson",
        "oppgave",
        "oppgåve",
        "exercise",
        "uke",
        "veke",
        "week",
        "dag",
        "day",
        "mål",
        "goal",
        "krav",
        "avsnitt",
        "section",
        "bolk",
        "scene",
        "akt",
        "act",
        "nummer",
        "økt",
        "session",
        "tema",
        "topic",
        "runde",
    ]
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Headings whose number is not one more than that of the one before, below the same heading."""
    around: list[Heading] = []
    last: dict[tuple[Heading | None, int, str, str], tuple[int, str]] = {}
    for heading in manuscript.every(Heading):
        around = [one for one in around if one.level < heading.level]
        above = around[-1] if around else None
        around.append(heading)
        found = _NUMBERED.match(heading.text.strip())
        word = found["word"].strip().casefold() if found else ""
        if found is None or (word and word not in _WORDS):
            continue
        key = (above, heading.level, word, found["above"])
        number, written = int(found["last"]), f"{found['above']}{found['last']}"
        before = last.get(key)
        if before is not None and number != before[0] + 1:
            message = MESSAGE.filled(number=written, before=before[1])
            yield Finding(RULE.name, RULE.severity, heading.location, message, HINT)
        last[key] = (number, written)


RULE = Rule("heading-numbers-follow", Severity.WARNING, find, HEADINGS)
