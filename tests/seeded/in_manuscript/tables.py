"""Defects of tables, which are heard cell by cell."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import SCOPE, TWO

ROWS = """\
| Måned | Skip | Varer     |
|-------|------|-----------|
| Mai   | 31   | 120 tonn  |
| Juni  | 40   | 150 tonn  |
| Juli  | 52   | 210 tonn  |
"""
WIDE_ROWS = """\
| Måned | Kommunestyret | Administrasjonen | Næringslivet | Fylket | Staten |
|-------|---------------|------------------|--------------|--------|--------|
| Mai | næringslivsorganisasjoner | befolkningsutviklingen | ja | ja | nei |
| Juni | samarbeidspartnerne | kommuneadministrasjonen | næringslivsorganisasjoner | ja | nei |
| Juli | ja | nei | ja | konsekvensutredninger | kompetansemiljøer |
"""

TABLES = (
    Defect(
        "A column without a header", TWO, SCOPE, "| Måned | Skip |           |", "table-has-headers"
    ),
    Defect("A row without a header", TWO, "| Juni  | 40", "|       | 40", "table-has-headers"),
    Defect(
        "A table without a caption",
        TWO,
        "Skip og varer i havna våren og sommeren 2025.\n",
        "",
        "table-has-caption",
        at=SCOPE,
    ),
    Defect("A cell too many", TWO, "120 tonn  |", "120 tonn  | 4 |", "table-is-whole"),
    Defect(
        "A row that ends too early",
        TWO,
        "| Juli  | 52   | 210 tonn  |",
        "| Juli  |",
        "table-is-whole",
    ),
    Defect(
        "A table too wide for any page",
        TWO,
        ROWS,
        WIDE_ROWS,
        "table-fits-the-page",
        at="| Måned |",
    ),
)
