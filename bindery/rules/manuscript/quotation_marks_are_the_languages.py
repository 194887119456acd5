"""Quotation marks are those of the language.

## Why

A screen reader or braille display that supports «these» as Norwegian quotation marks may leave
“these” out. Its users then do not know where the quotation begins. Straight marks (`"`) are always
right: they become the language's own.

## Hvorfor

Anførselstegnene er språkets egne. En skjermleser eller leselist som støtter «disse» som norske
anførselstegn, kan utelate “disse”. Da vet ikke brukeren hvor sitatet begynner. Rette tegn (`"`) er
alltid riktige: De blir til språkets egne.

## Fails

Lines 3 and 7:

```markdown
# Funn

Noen kommuner har “voksesmerter”.

::: {lang=en}

They speak of «growing pains» there.

:::
```

## Passes

```markdown
# Funn

Noen kommuner har «voksesmerter», og noen har "vekstvilje". Rapporten [“Growing
pains”]{lang=en} forteller om det, og [»voksesmerter«]{lang=da} er ikke noe nytt.
```

## Clauses

- None: the orthography of Norwegian and English.
"""

import re
from collections.abc import Iterator

from bindery.locales import quotation_marks
from bindery.manuscript.source import Manuscript
from bindery.prose.readings import Reading, primary, readings, shown
from bindery.rules.manuscript._extents import prose_in
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_HIGH = re.compile(r"[“”„]([^«»“”„]*)[“”]")
_ANGLED = re.compile(r"«([^«»“”„]*)»|»([^«»“”„]*)«")
_WRONG = {"nb": _HIGH, "nn": _HIGH, "en": _ANGLED}
"""Wrong pairs, by language. Danish, Swedish and German have several correct ones."""

MESSAGE = Text(
    nb="«{text}» har anførselstegn fra et annet språk: {opening} og {closing}.",
    en="“{text}” has the quotation marks of another language: {opening} and {closing}.",
)
HINT = Text(
    nb='Skriv {opening} og {closing}, eller ". Merk et sitat på et annet språk med språket,'
    " tegnene også.",
    en='Write {opening} and {closing}, or ". Mark a quotation in another language, with its marks.',
)
MOST = 40
"""How many letters of a quotation are shown."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Pairs of marks of another language than the words around them."""
    for reading in readings(manuscript):
        for language, wrong in _WRONG.items():
            for pair in wrong.finditer(reading.text):
                if _is_of(reading, pair, language):
                    yield _finding(reading, pair, language)


def _is_of(reading: Reading, pair: re.Match[str], language: str) -> bool:
    """Whether both marks are among words in ``language``, and not inside another quotation."""
    ends = (pair.start(), pair.end() - 1)
    opening, closing, *_ = quotation_marks(language)
    before = reading.text[: pair.start()]
    inside = before.count(opening) > before.count(closing)
    return not inside and all(primary(reading.language_at(end)) == language for end in ends)


def _finding(reading: Reading, pair: re.Match[str], language: str) -> Finding:
    opening, closing, *_ = quotation_marks(language)
    inside = shown(pair[0][1:-1])
    text = inside if len(inside) <= MOST else f"{inside[:MOST].rstrip()} …"
    place = reading.at(pair.start())
    message = MESSAGE.filled(text=text, opening=pair[0][0], closing=pair[0][-1])
    hint = HINT.filled(opening=opening, closing=closing)
    old = _written(reading, place, reading.at(pair.end() - 1))
    whole = old[:1] == pair[0][0] and old[-1:] == pair[0][-1]
    fix = Fix(place, old, f"{opening}{old[1:-1]}{closing}") if whole else None
    return Finding(RULE.name, RULE.severity, place, message, hint, fix)


def _written(reading: Reading, first: Location, last: Location) -> str:
    """The text of the manuscript from ``first`` to ``last``."""
    if None in (first.line, first.column, last.line, last.column):
        return ""
    assert first.line and first.column and last.line and last.column
    lines = reading.chapter.lines[first.line - 1 : last.line]
    lines[-1] = lines[-1][: last.column]
    lines[0] = lines[0][first.column - 1 :]
    return "\n".join(lines)


RULE = Rule(
    "quotation-marks-are-the-languages", Severity.WARNING, find, prose_in(_WRONG), by_chapter=True
)
