"""Each defect sown into a finished edition is found by its rule, and nothing else is."""

from pathlib import Path

import pytest

from bindery.document.edition import Made
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions import editions_of
from bindery.manuscript.load import load
from bindery.readback.validator import read_back
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.validator import Subject
from tests.editions.conftest import Once, once
from tests.seeded.defect import BOOK, PdfDefect, line_of
from tests.seeded.in_pdf import IN_PDF
from tests.seeded.missed import MISSED
from tests.shelf import workshop_for

__all__ = ["once"]

Found = set[tuple[str, str, int | None]]


@pytest.fixture(scope="session")
def document() -> Document:
    """The clean book."""
    publication = load(BOOK).publication
    assert publication is not None
    return read_document(publication)


@pytest.fixture(scope="session")
def editions(once: Once, document: Document) -> Path:
    """A folder with the clean book's editions."""

    def make(folder: Path) -> None:
        made: dict[str, Made] = {}
        for edition in editions_of(document.publication):
            made[edition.name] = edition.make(document, workshop_for(document, folder), made)
            (folder / edition.name).write_bytes(made[edition.name].content)

    return once("seeded", make)


def found_in(content: bytes, edition: str, document: Document, folder: Path) -> list[Finding]:
    """What is found in an edition."""
    path = folder / "build" / f"havna.{edition}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    evidence = read_back(document).validate((Subject(edition, folder, path, folder),))
    return [finding for one in evidence for finding in one.findings]


def test_the_clean_editions_have_no_defect(
    editions: Path, document: Document, tmp_path: Path
) -> None:
    """No rule finds anything in them."""
    for edition in ("pdf",):
        content = (editions / edition).read_bytes()
        assert found_in(content, edition, document, tmp_path) == []


@pytest.mark.parametrize("defect", IN_PDF, ids=lambda defect: defect.name)
def test_a_defect_of_the_pdf_is_found_by_its_rule_and_nothing_else_is(
    defect: PdfDefect, editions: Path, document: Document, tmp_path: Path
) -> None:
    """One change, and one place that is told of: the manuscript's line, where there is one."""
    content = defect.changed_in((editions / "pdf").read_bytes())
    found = found_in(content, "pdf", document, tmp_path)
    path = defect.where or "build/havna.pdf"
    line = line_of(defect.said_of, BOOK / path) if defect.said_of else None
    places: Found = {(one.rule, one.location.path, one.location.line) for one in found}
    assert places == {(defect.rule, path, line)}, [one.message.en for one in found]


@pytest.mark.parametrize("defect", MISSED, ids=lambda defect: defect.name)
def test_what_no_rule_sees_is_known(
    defect: PdfDefect, editions: Path, document: Document, tmp_path: Path
) -> None:
    """A defect that is found now belongs among the others."""
    content = defect.changed_in((editions / "pdf").read_bytes())
    assert found_in(content, "pdf", document, tmp_path) == []
