"""What ``docs/seeded.md`` says already, so that only what is new must be asked."""

import re
from collections.abc import Iterable, Iterator

from tests.seeded.contest.checkers import CHECKERS
from tests.seeded.contest.run import NOT_YET, Row
from tests.seeded.defect import AnyDefect

KIND = re.compile(r"^## Sown into the (?P<kind>.+)$")
Told = dict[tuple[str, str], dict[str, str]]


def told_in(page: str) -> Told:
    """What each checker found, by the kind and the name of the defect."""
    return dict(_rows(page))


def _rows(page: str) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    kind, names = "", [checker.name for checker in CHECKERS]
    for line in page.splitlines():
        if line.startswith("## "):
            heading = KIND.match(line)
            kind = heading["kind"] if heading else ""
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if kind and len(cells) == len(names) + 2 and "`" in cells[1]:
            yield (kind, cells[0]), dict(zip(names, cells[2:], strict=True))


def not_told(told: Told, defects: Iterable[AnyDefect]) -> tuple[AnyDefect, ...]:
    """Those of ``defects`` that a checker has not been asked of, as far as ``told`` says."""
    return tuple(
        one for one in defects if NOT_YET in told.get((one.kind, one.name), {"": NOT_YET}).values()
    )


def with_told(told: Told, defects: Iterable[AnyDefect], asked: Iterable[Row]) -> tuple[Row, ...]:
    """A row for each of ``defects``: as it was ``asked`` now, or as it was ``told`` before."""
    new = {(row.defect.kind, row.defect.name): row for row in asked}
    named = [(one, (one.kind, one.name)) for one in defects]
    return tuple(new.get(name) or Row(one, told[name]) for one, name in named)
