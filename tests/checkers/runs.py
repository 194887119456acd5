"""Running a real checker on an output, and reading what came of it."""

import json
from pathlib import Path
from typing import Any

from bindery.vocabulary.checker import Checker
from bindery.vocabulary.editions import ONIX_RECORD, Edition, edition_of
from bindery.vocabulary.evidence import Evidence, Outcome
from tests.checkers.samples import subject


def checked(checker: Checker, output: Path, edition: Edition | None = None) -> tuple[Evidence, ...]:
    """What ``checker`` says of ``output``, of the edition that it is named like by default."""
    assert checker.missing() is None
    edition = edition or edition_of(output.name) or ONIX_RECORD
    evidence = checker.check((subject(output, edition),))
    assert all(one.checker == checker.name and one.version for one in evidence)
    assert {one.standard for one in evidence} == set(checker.judged_of(edition))
    return evidence


def outcomes(evidence: tuple[Evidence, ...]) -> dict[str, Outcome]:
    """The outcome for each standard."""
    return {one.standard: one.outcome for one in evidence}


def rules(evidence: tuple[Evidence, ...]) -> list[str]:
    """The rules that were found broken."""
    return [finding.rule for one in evidence for finding in one.findings]


def report_of(output: Path, name: str) -> dict[str, Any]:
    """The report that the checker itself left."""
    path = subject(output).reports / name
    report: dict[str, Any] = json.loads(path.read_bytes())
    return report
