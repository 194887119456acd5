"""Books that others would bring go through the whole check, with every outside checker.

A right book is not refused: it has no error, and no warning that is false. Our own publication goes
the same way in the second line of the README.
"""

import shutil
from pathlib import Path

import pytest

from bindery.pipeline.check import check
from bindery.vocabulary.findings import Severity
from tests.shelf import HOUSE

pytestmark = pytest.mark.slow

BOOKS = HOUSE / "tests/books"
NAMES = sorted(path.parent.parent.name for path in BOOKS.glob("*/manuscript/publication.toml"))

TRUE: dict[str, set[str]] = {
    "torture": {"abbreviation-is-explained", "table-holds-data", "image-is-sharp-in-print"},
}
"""The warnings that are true, by book: a person has to look there."""


@pytest.mark.parametrize("name", NAMES)
def test_a_right_book_is_not_refused(name: str, tmp_path: Path) -> None:
    """Every check has been made, none has found an error, and no warning is false."""
    shutil.copytree(BOOKS / name, tmp_path / name)
    checked = check(tmp_path / name)
    assert [one for one in checked.findings if one.severity is Severity.ERROR] == []
    warned = {one.rule for one in checked.findings if one.severity is Severity.WARNING}
    assert warned == TRUE.get(name, set())
    assert checked.proved
