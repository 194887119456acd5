"""The table of the contest, as the page ``docs/seeded.md``."""

from collections.abc import Iterable, Iterator, Sequence

from tests.seeded.contest.checkers import BROKE_DOWN, CHECKERS
from tests.seeded.contest.run import NOT_ASKED, NOT_YET, NOTHING, STOPPED, Row
from tests.seeded.defect import AnyDefect, Defect

OURS = "bindery"

HEAD = """\
# Seeded defects: who sees what

Each row is one small change to a clean book, or to one of its finished editions. Our own column is
held by tests: the rule it names finds the defect at its place, and nothing else is reported; in the
clean book nothing is. The other columns are what `invoke seeded` saw when each outside checker was
given the editions with that defect in them. A checker has found a defect if it reports an error or
a warning there that it does not report of the clean book, whatever it calls it; what it wants a
person to look at counts, too.

*nothing*: the checker read an edition with the defect in it, and said no more than of the clean
one. *–*: the checker does not read what the defect is in. *no edition*: none can be made, so
that there is nothing for a checker to read. *not asked yet*: the checker has not been given this
edition. axe looks at each page in light and in dark.
Where two of our rules are named, both see it: one looks at the edition by itself, the other beside
the manuscript.

"""


def page(rows: Sequence[Row]) -> str:
    """The whole page."""
    kinds = list(dict.fromkeys(row.defect.kind for row in rows))
    parts = [HEAD, "## In short\n\n", *_totals(rows, kinds)]
    for kind in kinds:
        parts += [
            f"\n## Sown into the {kind}\n\n",
            *_table(r for r in rows if r.defect.kind == kind),
        ]
    return "".join(parts)


def _totals(rows: Sequence[Row], kinds: Sequence[str]) -> Iterator[str]:
    names = [checker.name for checker in CHECKERS]
    yield _line("sown into", "defects", OURS, *names)
    yield _line(*["---"] * (len(names) + 3))
    for kind in (*kinds, ""):
        mine = [row for row in rows if kind in ("", row.defect.kind)]
        seen = (_seen([row.found[name] for row in mine]) for name in names)
        yield _line(kind or "all", str(len(mine)), str(len(mine)), *seen)


def _seen(verdicts: Sequence[str]) -> str:
    """How many of the defects that a checker was shown it has found."""
    shown = [verdict for verdict in verdicts if verdict not in (NOT_ASKED, NOT_YET, STOPPED)]
    found = [one for one in shown if one != NOTHING and not one.startswith(BROKE_DOWN)]
    return f"{len(found)} of {len(shown)}" if shown else NOT_ASKED


def _table(rows: Iterable[Row]) -> Iterator[str]:
    names = [checker.name for checker in CHECKERS]
    yield _line("defect", OURS, *names)
    yield _line(*["---"] * (len(names) + 2))
    for row in rows:
        rules = " ".join(f"`{rule}`" for rule in (row.defect.rule, *_also(row.defect)))
        yield _line(row.defect.name, rules, *(row.found[name] for name in names))


def _also(defect: AnyDefect) -> tuple[str, ...]:
    return () if isinstance(defect, Defect) else defect.also


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"
