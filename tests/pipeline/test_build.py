"""What a build leaves in ``build/``, and what it takes away."""

from pathlib import Path

import pytest

from bindery.pipeline.build import build
from tests.shelf import SETTINGS, write_book

pytestmark = pytest.mark.slow

ALL = f"{SETTINGS}\n[editions.large-print]\nenabled = true\n\n[editions.pdf20]\nenabled = true\n"
PDFS = {"proevebok.pdf", "proevebok-pdf20.pdf", "proevebok-large-print.pdf"}


def left(book: Path) -> set[str]:
    """The PDFs in ``build/``."""
    return {path.name for path in (book / "build").glob("*.pdf")}


def test_editions_are_made_where_they_are_asked_for(tmp_path: Path) -> None:
    """PDF 2.0 and large print are the publication's choice."""
    write_book(tmp_path, "# A\n", settings=ALL)
    outputs = build(tmp_path).outputs
    assert [output.edition.name for output in outputs] == [
        "pdf",
        "pdf20",
        "large-print",
        "epub",
        "html",
    ]
    assert left(tmp_path) == PDFS


def test_an_edition_that_is_switched_off_is_not_handed_out_any_more(tmp_path: Path) -> None:
    """An old file in ``build/`` would say what the book no longer says."""
    build(write_book(tmp_path, "# A\n", settings=ALL))
    build(write_book(tmp_path, "# A\n"))
    assert left(tmp_path) == {"proevebok.pdf"}


def test_what_somebody_has_changed_stays(tmp_path: Path) -> None:
    """A build takes away only what a build has left."""
    build(write_book(tmp_path, "# A\n", settings=ALL))
    (tmp_path / "build/proevebok-pdf20.pdf").write_bytes(b"mine")
    build(write_book(tmp_path, "# A\n"))
    assert left(tmp_path) == {"proevebok.pdf", "proevebok-pdf20.pdf"}
