"""The sums in a table are the sums of its numbers.

## Why

Readers who listen to one cell at a time trust the sum, and cannot check it with a glance.
Differences that rounding explains are accepted.

## Hvorfor

Summene i en tabell er summen av tallene. Lesere som hører én celle om gangen, stoler på summen, og
kan ikke kontrollere den med et blikk. Forskjeller som kommer av avrunding, blir godtatt.

## Fails

Lines 8 and 16:

```markdown
# Tall

::: {.table .row-headers}
| Kommune | Kroner |
|---------|--------|
| Alta    | 38     |
| Rana    | 12     |
| Sum     | 60     |

Støtte til kommunene.
:::

::: {.table .row-headers}
| Kommune | Kvinner | Menn | I alt |
|---------|---------|------|-------|
| Alta    | 11      | 8    | 20    |
| Rana    | 5       | 4    | 9     |

Ansatte i kommunene.
:::
```

## Passes

```markdown
# Tall

::: {.table .row-headers}
| Kommune | Kroner | Andel |
|---------|--------|-------|
| Alta    | 38     | 38 %  |
| Rana    | 12     | 12 %  |
| Skien   | 49,5   | 49 %  |
| Sum     | 99,5   | 100 % |

Støtte til kommunene.
:::
```

## Clauses

- None: advice for readers who listen.
"""

import re
from collections.abc import Iterator, Sequence

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Row, Table
from bindery.rules.manuscript._cells import Number, number_in
from bindery.rules.manuscript._extents import TABLES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Summen under «{column}» er {said}, men tallene blir {sum} til sammen.",
    en="The sum below “{column}” is {said}, but the numbers add up to {sum}.",
)
ACROSS = Text(
    nb="Summen på raden «{column}» er {said}, men tallene blir {sum} til sammen.",
    en="The sum of the row “{column}” is {said}, but the numbers add up to {sum}.",
)
HINT = Text(
    nb="Regn på nytt, og endre summen eller tallene.",
    en="Add up again, and change the sum or the numbers.",
)
_SUM = re.compile(
    r"(?:sum(?:men)?|delsum|i alt|totalt?|totalsum|til sammen|tilsammen|til saman|samlet|samla|alle"
    r"|sum total|grand total|subtotal|in all|altogether|all)\b.{0,30}",
    re.IGNORECASE,
)
_NO_SUM = re.compile(
    r"snitt|middel|median|andel|prosent|%|endring|vekst|per |pr\.|rate|indeks|average|mean|share"
    r"|percent|change|growth|index|\bår\b|year|rang|rank|alder|age|grader|temperatur",
    re.IGNORECASE,
)
_FEWEST = 2
_WHOLE = 100
_SEVERAL = 3
"""Rounded numbers, whose sum may be one off."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Rows and columns of sums that are not the sums of the numbers, beyond rounding."""
    language = manuscript.publication.metadata.language
    grouped = "," if language.startswith("en") else ""
    for table in manuscript.every(Table):
        last = table.rows[-1] if table.rows else None
        if last is not None and len(table.rows) > _FEWEST and _is_sum(last.cells[0]):
            yield from _below(table, last, grouped)
        header = table.header.cells
        if len(header) > _FEWEST + 1 and _is_sum(header[-1]):
            yield from _beside(table, grouped)


def _is_sum(text: str) -> bool:
    return bool(_SUM.fullmatch(text.strip(" *:")))


def _below(table: Table, last: Row, grouped: str) -> Iterator[Finding]:
    rows = [row for row in table.rows[:-1] if not _is_sum(row.cells[0])]
    for column in range(1, len(last.cells)):
        name = table.header.cells[column]
        said = number_in(last.cells[column], grouped=grouped)
        if said is None or not said.step or (_NO_SUM.search(name) and said.value != _WHOLE):
            continue
        cells = [row.cells[column] for row in rows]
        if wrong := _wrong(cells, said, name, MESSAGE, grouped):
            yield Finding(RULE.name, RULE.severity, last.location, wrong, HINT)


def _beside(table: Table, grouped: str) -> Iterator[Finding]:
    if any(map(_NO_SUM.search, table.header.cells[1:])):
        return
    for row in table.rows:
        said = number_in(row.cells[-1], grouped=grouped)
        if said is None or not said.step:
            continue
        if wrong := _wrong(row.cells[1:-1], said, row.cells[0], ACROSS, grouped):
            yield Finding(RULE.name, RULE.severity, row.location, wrong, HINT)


def _wrong(
    cells: Sequence[str], said: Number, name: str, message: Text, grouped: str
) -> Text | None:
    """The ``message`` if ``cells`` do not add up to ``said``."""
    numbers = [number_in(cell, grouped=grouped) for cell in cells]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or len(known) < _FEWEST or not any(one.step for one in known):
        return None
    units = {number.unit for number in (*known, said) if number.step}
    whole = sum(number.value for number in known)
    if len(units) > 1 or abs(whole - said.value) <= _allowed(known, said) + 1e-6:
        return None
    return message.filled(column=name, said=_written(said.value), sum=_written(whole))


def _allowed(known: Sequence[Number], said: Number) -> float:
    """How far ``said`` may be from the sum of ``known``, by rounding."""
    step = min(number.step for number in (*known, said) if number.step)
    if said.step > step and said.value != _WHOLE:
        return said.step / 2
    if len(known) < _SEVERAL and step == 1:
        return 0
    if said.value == _WHOLE or step < 1:
        return len(known) * step / 2
    return step


def _written(value: float) -> Text:
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return Text(nb=text.replace(",", "\u00a0").replace(".", ","), en=text)


RULE = Rule("table-sums-agree", Severity.WARNING, find, TABLES)
