"""Write ``docs/seeded.md``: every checker run on every seeded defect. ``invoke seeded`` runs this.

The first run takes about an hour. Outputs and results are kept in ``build/work/seeded``, so that a
run that was stopped can continue, and only what has changed is checked again. With ``--known`` no
checker is run: the page is written from the results so far. With ``--new`` only the defects that
the page has no results of are made and checked; the rest stands as the page has it. After
``--originals`` comes the folder of the PDF Association's Techniques, of whose files veraPDF and
outloud are then asked, too; without it the page keeps what it says of them.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from tests.seeded.contest import in_books, techniques  # noqa: E402
from tests.seeded.contest.run import Row, run  # noqa: E402
from tests.seeded.contest.table import page  # noqa: E402
from tests.seeded.contest.told import not_told, told_in, with_told  # noqa: E402
from tests.seeded.every import EVERY  # noqa: E402
from tests.seeded.techniques.wrong import FORTY  # noqa: E402

PAGE = HOUSE / "docs" / "seeded.md"
KEPT = HOUSE / "build" / "work" / "seeded"


def main() -> None:
    """Make the page, and print it."""
    options = ArgumentParser()
    options.add_argument("--known", action="store_true")
    options.add_argument("--new", action="store_true")
    options.add_argument("--originals", type=Path)
    given = options.parse_args()
    before = PAGE.read_text(encoding="utf-8")
    told = told_in(before) if given.new else {}
    asked = run(not_told(told, EVERY), KEPT, _progress, ask=not given.known)
    originals = techniques.told_of_originals(before)
    if given.originals:
        originals = techniques.of_originals(given.originals, KEPT / "heard", _progress)
    rows = with_told(told, EVERY, asked)
    ours = _techniques(before if given.new else "", ask=not given.known)
    parts = (page(rows), techniques.part(ours, originals), in_books.part())
    PAGE.write_text("".join(parts), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


def _techniques(before: str, *, ask: bool) -> tuple[Row, ...]:
    told = techniques.told_of_ours(before)
    left = [one for name, one in FORTY.items() if name not in told]
    asked = run(left, KEPT, _progress, ask=ask, checkers=techniques.ASKED)
    kept = (Row(FORTY[name], dict(found)) for name, found in told.items())
    return (*kept, *asked)


def _progress(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
