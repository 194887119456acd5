"""Books that others would bring go through the whole check, with every outside checker.

A right book is not refused: it has no error, and no warning that is false. These three are a
sample, and ``tests/test_wheel.py`` has a fourth. ``python -m benchmarks.books`` checks all of
``tests/books``, and the second line of the README checks our own publication.
"""

from pathlib import Path
from zipfile import ZipFile

import pytest

from benchmarks.books import checked, names
from bindery.vocabulary.findings import Severity

pytestmark = [pytest.mark.slow, pytest.mark.long]

SAMPLE = ("annual-report", "nynorsk-guide", "english-handbook")
"""As from Word, a guide in steps and a site generator: in nb, nn and en."""

WITH_NCX = "english-handbook"


@pytest.mark.parametrize("name", SAMPLE)
def test_a_right_book_is_not_refused(name: str, tmp_path: Path) -> None:
    """Every check has been made, none has found an error, and no warning is false."""
    seen = checked(name, tmp_path)
    told = [one for one in seen.findings if one.severity is not Severity.INFO]
    assert [f"{one.location} {one.rule} {one.message.en}" for one in told] == []
    assert seen.proved
    (epub,) = (tmp_path / name / "build").glob("*.epub")
    (by_epubcheck,) = (one for one in seen.evidence if one.checker == "EPUBCheck")
    with ZipFile(epub) as files:
        assert by_epubcheck.examined == len(files.namelist())
        assert ("EPUB/toc.ncx" in files.namelist()) == (name == WITH_NCX)


def test_the_sample_is_of_the_books() -> None:
    """A book that is renamed is not lost from the sample."""
    assert set(SAMPLE) < set(names())
