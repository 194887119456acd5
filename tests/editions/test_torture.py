"""The torture book keeps every rule of a manuscript, and its PDFs every standard."""

import pytest

from bindery.checkers.outloud import OUTLOUD
from bindery.checkers.verapdf import VERAPDF
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import RULES
from bindery.vocabulary.checker import Subject, Validator
from bindery.vocabulary.findings import Severity
from tests.built import built_book
from tests.editions.torture import TORTURE
from tests.once import Once


def test_it_keeps_every_rule() -> None:
    """Whatever its editions fail is never its author's fault: no rule finds an error."""
    publication = load(TORTURE).publication
    assert publication is not None
    source = read_source(publication)
    found = tuple(finding for rule in RULES for finding in rule.find(source))
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.slow
@pytest.mark.parametrize("validator", [VERAPDF, OUTLOUD], ids=lambda validator: validator.name)
def test_its_pdfs_keep_every_standard(validator: Validator, once: Once) -> None:
    """PDF/UA-1 with PDF/A-2a, in large print too, and PDF/UA-2 with PDF/A-4 and WTPDF."""
    folder, editions = built_book(once, "torture")
    assert validator.missing() is None
    subjects = tuple(
        Subject(name, folder, path, folder / "reports")
        for name, path in editions.items()
        if name in validator.standards
    )
    assert {"pdf", "large-print"} <= {subject.edition for subject in subjects}
    evidence = validator.validate(subjects)
    assert len(evidence) == sum(len(validator.standards[one.edition]) for one in subjects)
    assert all(one.examined for one in evidence)
    findings = [finding for one in evidence for finding in one.findings]
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert [f"{one.location} {one.rule} {one.message.en}" for one in errors] == []
