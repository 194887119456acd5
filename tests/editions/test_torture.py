"""The torture books keep every rule of a manuscript, and their editions every standard."""

from pathlib import Path

import pytest

from bindery.checkers.ace import ACE
from bindery.checkers.axe import AXE
from bindery.checkers.epubcheck import EPUBCHECK
from bindery.checkers.nu import NU
from bindery.checkers.outloud import OUTLOUD
from bindery.checkers.verapdf import VERAPDF
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import RULES
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import EDITIONS, EPUB
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Severity
from tests.built import built_book
from tests.editions.torture import TORTURE, TORTURE_DIALECT
from tests.once import Once


@pytest.mark.parametrize("book", [TORTURE, TORTURE_DIALECT], ids=lambda book: book.name)
def test_it_keeps_every_rule(book: Path) -> None:
    """Whatever its editions fail is never its author's fault: no rule finds an error."""
    publication = load(book).publication
    assert publication is not None
    source = read_source(publication)
    found = tuple(finding for rule in RULES for finding in rule.find(source))
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("book", ["torture", "torture-dialect"])
@pytest.mark.parametrize("checker", [VERAPDF, OUTLOUD], ids=lambda checker: checker.name)
def test_its_pdfs_keep_every_standard(checker: Checker, book: str, once: Once) -> None:
    """PDF/UA-1 with PDF/A-2a, in large print too, and PDF/UA-2 with PDF/A-4 and WTPDF."""
    folder, editions = built_book(once, book)
    assert checker.missing() is None
    subjects = tuple(
        Subject(edition, folder, editions[edition.name], folder / "reports")
        for edition in EDITIONS
        if checker.judged_of(edition)
    )
    assert {"pdf", "large-print"} <= {subject.edition.name for subject in subjects}
    evidence = checker.check(subjects)
    assert len(evidence) == sum(len(checker.judged_of(one.edition)) for one in subjects)
    assert all(one.examined for one in evidence)
    assert errors_in(evidence) == []


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("checker", [ACE, AXE, EPUBCHECK, NU], ids=lambda checker: checker.name)
def test_its_e_book_keeps_every_standard(checker: Checker, once: Once) -> None:
    """Two boxes of one name, a list of sources below a title and long code are no faults."""
    folder, editions = built_book(once, "torture-dialect")
    assert checker.missing() is None
    subject = Subject(EPUB, folder, editions["epub"], folder / "reports")
    evidence = checker.check((subject,))
    assert evidence
    assert all(one.examined for one in evidence)
    assert errors_in(evidence) == []


def errors_in(evidence: tuple[Evidence, ...]) -> list[str]:
    """Where and what each error is."""
    findings = [finding for one in evidence for finding in one.findings]
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return [f"{one.location} {one.rule} {one.message.en}" for one in errors]
