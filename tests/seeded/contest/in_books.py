"""The defects of the three other books, as a part of the page ``docs/seeded.md``."""

from collections import Counter
from collections.abc import Iterator

from tests.seeded.in_books import IN_BOOKS
from tests.seeded.in_books.defect import InBook

HEADING = "\n## Sown into three other books\n\n"
INTRODUCTION = """\
Three more clean books, in bokmål (4,000 words), nynorsk and English, hold the rules on manuscripts
to whole kinds of defects. Tests hold this table as they hold our own column above: the rule finds
the defect at its place, and nothing else is reported. No editions are made of these, so the outside
checkers, which read no manuscripts, are not asked.

"""


def part() -> str:
    """The part of the page."""
    return "".join([HEADING, INTRODUCTION, *_totals(), "\n", *_table()])


def _totals() -> Iterator[str]:
    yield "| rule | nb | nn | en |\n| --- | --- | --- | --- |\n"
    counts = Counter((defect.rule, defect.book) for defect in IN_BOOKS)
    for rule in sorted({defect.rule for defect in IN_BOOKS}):
        yield f"| {rule} | {' | '.join(str(counts[rule, book]) for book in ('nb', 'nn', 'en'))} |\n"
    whole = Counter(defect.book for defect in IN_BOOKS)
    yield f"| all | {' | '.join(str(whole[book]) for book in ('nb', 'nn', 'en'))} |\n"


def _table() -> Iterator[str]:
    yield "| defect | bindery | book |\n| --- | --- | --- |\n"
    for defect in IN_BOOKS:
        yield _row(defect)


def _row(defect: InBook) -> str:
    return f"| {defect.name} | `{defect.rule}` | {defect.book} |\n"
