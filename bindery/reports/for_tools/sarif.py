"""Findings as SARIF 2.1.0 (OASIS), which code scanning shows beside the lines of a book."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from bindery import __version__
from bindery.reports import words
from bindery.reports.explained import explained
from bindery.tools.writing import write_whole
from bindery.vocabulary.evidence import Evidence, Exempted, Outcome
from bindery.vocabulary.findings import Finding, Fix, Location, Severity

Node = dict[str, object]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT = "bindery/v1"
"""The name of the fingerprint that identifies a finding when its line has moved."""


def write_sarif(
    path: Path,
    *,
    findings: Sequence[Finding],
    evidence: Sequence[Evidence],
    language: str,
    below: str = "",
) -> None:
    """Write ``findings`` to ``path``, and the excepted ones in ``evidence``.

    ``below`` is put before each path, so that it begins at the root of the repository. A check
    that was not run is reported as such, because without it the report would look like a pass.
    """
    exempted = [aside for one in evidence for aside in one.exempted]
    all_ = [*findings, *(aside.finding for aside in exempted)]
    rules = list(dict.fromkeys(one.rule for one in sorted(all_, key=lambda one: one.rule)))
    writer = _Writer(rules, language, below)
    not_run = [one for one in evidence if one.outcome is Outcome.UNTESTED]
    run: Node = {
        "tool": {
            "driver": {
                "name": "bindery",
                "version": __version__,
                "rules": [writer.rule(rule, all_) for rule in rules],
            }
        },
        "automationDetails": {"id": f"bindery/{below}"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not not_run,
                "toolExecutionNotifications": [writer.notification(one) for one in not_run],
            }
        ],
        "results": [*map(writer.result, findings), *map(writer.suppressed, exempted)],
    }
    log: Node = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    write_whole(path, json.dumps(log, ensure_ascii=False, indent=2) + "\n")


class _Writer:
    """Writes findings in one language; counts those that differ only in their place."""

    def __init__(self, rules: Sequence[str], language: str, below: str) -> None:
        self._index = {rule: number for number, rule in enumerate(rules)}
        self._language = language
        self._below = below
        self._alike: Counter[tuple[str, str, str]] = Counter()

    def rule(self, name: str, findings: Sequence[Finding]) -> Node:
        """Return what breaks ``name``, why it matters and how to fix it."""
        example = next(one for one in findings if one.rule == name)
        explanation = explained(name)
        says, mend = example.message, example.hint
        if explanation:
            says, mend = explanation.why, explanation.mend
        why, how = says.said_in(self._language), mend.said_in(self._language)
        return {
            "id": name,
            "shortDescription": {"text": name},
            "fullDescription": {"text": why},
            "help": {"text": f"{why} {how}".strip()},
            "defaultConfiguration": {"level": LEVELS[example.severity]},
        }

    def result(self, finding: Finding) -> Node:
        """Return one finding, and the change that fixes it if a machine may make it."""
        said = f"{finding.message.said_in(self._language)} {finding.hint.said_in(self._language)}"
        node: Node = {
            "ruleId": finding.rule,
            "ruleIndex": self._index[finding.rule],
            "level": LEVELS[finding.severity],
            "message": {"text": said.strip()},
            "locations": [{"physicalLocation": self._place(finding.location)}],
            "partialFingerprints": {FINGERPRINT: self._fingerprint(finding)},
        }
        return {**node, "fixes": [self._fix(finding.fix, finding)]} if finding.fix else node

    def suppressed(self, exempted: Exempted) -> Node:
        """Return a finding that is excepted in the text or the style, or accepted for a time."""
        reason = exempted.reason.said_in(self._language)
        kind = "external" if exempted.known else "inSource"
        aside: Node = {"kind": kind, "justification": reason}
        return {**self.result(exempted.finding), "suppressions": [aside]}

    def notification(self, one: Evidence) -> Node:
        """Return the notification of a check that was not run."""
        why = words.extent(one).said_in(self._language)
        text = f"{one.standard} ({one.subject}): {why}"
        return {"level": "error", "message": {"text": text}}

    def _file(self, location: Location) -> Node:
        return {"uri": quote(f"{self._below}{location.path}")}

    def _place(self, location: Location) -> Node:
        region = {"startLine": location.line, "startColumn": location.column}
        known = {name: count for name, count in region.items() if count and location.line}
        place: Node = {"artifactLocation": self._file(location)}
        return {**place, "region": known} if known else place

    def _fix(self, fix: Fix, finding: Finding) -> Node:
        replacement = {
            "deletedRegion": dict(_region(fix)),
            "insertedContent": {"text": fix.new},
        }
        return {
            "description": {"text": finding.hint.said_in(self._language)},
            "artifactChanges": [
                {
                    "artifactLocation": self._file(fix.location),
                    "replacements": [replacement],
                }
            ],
        }

    def _fingerprint(self, finding: Finding) -> str:
        """Return a hash that is the same in every language and anywhere in the finding's file."""
        alike = (finding.rule, finding.location.path, finding.message.en)
        self._alike[alike] += 1
        told = "\n".join((*alike, str(self._alike[alike])))
        return sha256(told.encode()).hexdigest()[:32]


def _region(fix: Fix) -> Iterator[tuple[str, int]]:
    """Yield what is replaced, from its first character to the one after its last."""
    line, column = fix.location.line, fix.location.column
    assert line is not None and column is not None
    last = fix.old.rpartition("\n")[2]
    yield "startLine", line
    yield "startColumn", column
    yield "endLine", line + fix.old.count("\n")
    yield "endColumn", len(last) + (1 if "\n" in fix.old else column)
