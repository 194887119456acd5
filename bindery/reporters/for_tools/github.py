"""Annotations of GitHub: findings beside their lines in a pull request.

GitHub reads them in what a job prints, and shows ten of each weight.
"""

from collections.abc import Iterable, Iterator

from bindery.vocabulary.findings import Finding, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_TEXT, **str.maketrans({":": "%3A", ",": "%2C"})}


def annotations(findings: Iterable[Finding], language: str, *, below: str = "") -> Iterator[str]:
    """Each finding as a line for GitHub, the heaviest first; ``below`` is put before each path."""
    for severity in Severity:
        for one in findings:
            if one.severity is severity:
                yield _annotation(one, language, below)


def _annotation(finding: Finding, language: str, below: str) -> str:
    place = finding.location
    properties: dict[str, object] = {"file": f"{below}{place.path}"}
    if place.line:
        properties["line"] = place.line
    if place.line and place.column:
        properties["col"] = place.column
    properties["title"] = finding.rule
    written = ",".join(f"{name}={_escaped(value)}" for name, value in properties.items())
    text = f"{finding.message.said_in(language)}\n{finding.hint.said_in(language)}".strip()
    return f"::{COMMANDS[finding.severity]} {written}::{text.translate(_IN_TEXT)}"


def _escaped(value: object) -> str:
    return str(value).translate(_IN_PROPERTY)
