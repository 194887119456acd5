r"""Signs between numbers are shown, and are not read as emphasis, superscript or subscript.

## Why

Of `60*40*20` Markdown makes 604020 with 40 in italics: the signs are gone in every edition, and the
number is another. The same happens to `2^10 og 2^11`, and to `__init__`, which becomes a bold
**init**.

## Hvorfor

Tegn mellom tall skal vises, og ikke leses som kursiv, hevet eller senket skrift. Av `60*40*20`
lager Markdown 604020 med 40 i kursiv: Tegnene er borte i alle utgaver, og tallet er et annet. Det
samme skjer med `2^10 og 2^11`, og med `__init__`, som blir halvfet **init**.

## Fails

Lines 3 and 5:

```markdown
# Mål

Kassen er 60*40*20 cm.

Vi har 2^10 og 2^11 plasser.
```

## Passes

```markdown
# Mål

Kassen er 60 × 40 × 20 cm, eller 60\*40\*20. Det er 10^6^ plasser og 2^10^ grupper. Metoden heter
`__init__`. H~2~O er *vann*, og 5 *eller 6* er tall.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Prose, Run
from bindery.rules.manuscript._extents import PROSE
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Tegnene i «{written}» forsvinner: Leserne får «{read}».",
    en="The signs in “{written}” disappear: readers get “{read}”.",
)
HINT = Text(
    nb="Skriv «\\» foran hvert tegn, bruk × for «ganger», eller sett kode mellom `…`.",
    en="Write “\\” before each sign, use × for “times”, or put code between `…`.",
)

_LAST, _FIRST = re.compile(r"\d[\d.,]*$"), re.compile(r"\d+(?:[.,]\d+)*")
_SIGNS = frozenset({"*", "^", "~"})
_OF_PYTHON = frozenset(
    ("init", "main", "repr", "str", "dict", "iter", "len", "eq", "del", "slots", "getitem", "name")
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Numbers with a sign of Markdown on both sides, and names between two pairs of low lines."""
    lines = {one.path: one.lines for one in manuscript.chapters}
    for prose in manuscript.every(Prose):
        runs = [run for run in prose.runs if run.text and not run.is_code]
        signs = [_between(one, other, lines) for one, other in pairwise(runs)]
        for at, (before, after) in enumerate(pairwise(signs)):
            first, last = _LAST.search(runs[at].text), _FIRST.match(runs[at + 2].text)
            # After an odd number of the signs a word is inside them, after an even one outside.
            inside = signs[:at].count(before) % 2 == 0
            if first and last and before == after in _SIGNS and inside:
                yield _lost(runs[at + 1], before, first[0], last[0])
        for run in runs:
            if run.text in _OF_PYTHON and _is_between_low_lines(run, lines):
                yield _lost(run, "__")


def _lost(run: Run, signs: str, before: str = "", after: str = "") -> Finding:
    written = f"{before}{signs}{run.text}{signs}{after}"
    message = MESSAGE.filled(written=written, read=f"{before}{run.text}{after}")
    return Finding(RULE.name, RULE.severity, run.place(0), message, HINT)


def _between(one: Run, other: Run, lines: Mapping[str, list[str]]) -> str:
    """What is written between two runs on the same line, or nothing."""
    end, start = one.place(len(one.text) - 1), other.place(0)
    if end.line is None or (end.path, end.line) != (start.path, start.line):
        return ""
    return lines[start.path][end.line - 1][end.column or 0 : (start.column or 1) - 1]


def _is_between_low_lines(run: Run, lines: Mapping[str, list[str]]) -> bool:
    start = run.place(0)
    line = lines[start.path][start.line - 1] if start.line else ""
    at = (start.column or 1) - 1
    return line[max(0, at - 2) : at] == line[at + len(run.text) :][:2] == "__"


RULE = Rule("signs-between-numbers-are-shown", Severity.ERROR, find, PROSE, by_chapter=True)
