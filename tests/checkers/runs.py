"""Running a real checker on an output, and reading what came of it."""

import json
from pathlib import Path
from typing import Any

from bindery.vocabulary.checker import Validator
from bindery.vocabulary.evidence import Evidence, Outcome
from tests.checkers.samples import subject


def checked(validator: Validator, output: Path, edition: str = "") -> tuple[Evidence, ...]:
    """What ``validator`` has to say of ``output``, of the first edition it knows by default."""
    assert validator.missing() is None
    edition = edition or next(iter(validator.standards))
    evidence = validator.validate((subject(output, edition),))
    assert all(one.checker == validator.name and one.version for one in evidence)
    assert {one.standard for one in evidence} == set(validator.standards[edition])
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
