"""GitHub annotations: findings beside their lines, named from the repository root."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bindery.vocabulary.findings import Finding, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_TEXT, **str.maketrans({":": "%3A", ",": "%2C"})}


def annotations(findings: Iterable[Finding], language: str, *, below: str = "") -> Iterator[str]:
    """Yield each finding as a line for GitHub, most severe first; ``below`` precedes its path."""
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


def below_repository(book: Path) -> str:
    """Return what to put before a path of ``book`` to name it from the root of version control.

    It is ``books/one/`` for a book in a folder of its own, and nothing where the book is the
    repository, or in none.
    """
    book = book.resolve()
    root = next((folder for folder in (book, *book.parents) if (folder / ".git").exists()), book)
    return "" if root == book else f"{book.relative_to(root).as_posix()}/"
