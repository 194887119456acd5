"""Write ``docs/seeded.md``: every checker run on every seeded defect. ``invoke seeded`` runs this.

The first run takes about an hour. Outputs and results are kept in ``build/work/seeded``, so that a
run that was stopped can continue, and only what has changed is checked again. With ``--known`` no
checker is run: the page is written from the results so far.
"""

import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from tests.seeded.contest.in_books import part  # noqa: E402
from tests.seeded.contest.run import run  # noqa: E402
from tests.seeded.contest.table import page  # noqa: E402
from tests.seeded.every import EVERY  # noqa: E402

PAGE = HOUSE / "docs" / "seeded.md"
KEPT = HOUSE / "build" / "work" / "seeded"


def main() -> None:
    """Make the page, and print it."""
    ask = "--known" not in sys.argv[1:]
    rows = run(EVERY, KEPT, lambda line: print(line, file=sys.stderr, flush=True), ask=ask)
    PAGE.write_text(page(rows) + part(), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
