"""A TOML file of the manuscript, and what keeps it from being read said to an author."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from bindery.manuscript.requirements import Requirement
from bindery.manuscript.toml_lines import Place, key_lines, line_of
from bindery.manuscript.typed import typed
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

Shape = TypeVar("Shape")

_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class TomlFile(Generic[Shape]):
    """A file's ``values``, or ``None`` and the ``findings`` that say why; ``path`` names it."""

    path: str
    values: Shape | None
    findings: tuple[Finding, ...]
    lines: dict[Place, int]

    def location(self, *place: str | int) -> Location:
        """Where ``place`` is written, such as ``"publication", "slug"``."""
        return Location(self.path, line_of(self.lines, place))


def read_toml(
    shape: type[Shape], book: Path, path: str, requirement: Requirement
) -> TomlFile[Shape]:
    """The file ``path`` of ``book`` as ``shape``. Its findings are of ``requirement``.

    Raises ``FileNotFoundError``.
    """
    lines: dict[Place, int] = {}
    try:
        text = (book / path).read_bytes().decode("utf-8-sig")
        values = tomllib.loads(text)
    except (IsADirectoryError, PermissionError) as error:
        return TomlFile(path, None, (_not_a_file(requirement, path, error),), lines)
    except UnicodeDecodeError as error:
        return TomlFile(path, None, (_not_utf8(requirement, path, error),), lines)
    except tomllib.TOMLDecodeError as error:
        return TomlFile(path, None, (_not_toml(requirement, path, str(error), text),), lines)
    lines = key_lines(text)
    found, findings = typed(
        shape,
        values,
        rule=requirement.name,
        path=path,
        line_of=lambda place: line_of(lines, place),
    )
    return TomlFile(path, found, findings, lines)


def _not_a_file(requirement: Requirement, path: str, error: OSError) -> Finding:
    return requirement.broken(
        Location(path),
        Text(
            nb=f"Filen kan ikke leses: {error.strerror}.",
            en=f"The file cannot be read: {error.strerror}.",
        ),
        Text(nb="Legg en lesbar fil der.", en="Put a file there that can be read."),
    )


def _not_utf8(requirement: Requirement, path: str, error: UnicodeDecodeError) -> Finding:
    line = error.object[: error.start].count(b"\n") + 1
    return requirement.broken(
        Location(path, line),
        Text(nb="Filen er ikke lagret som UTF-8.", en="The file is not saved as UTF-8."),
        Text(nb="Lagre den på nytt som UTF-8.", en="Save it again as UTF-8."),
    )


def _not_toml(requirement: Requirement, path: str, said: str, text: str) -> Finding:
    at = _AT_LINE.search(said)
    what = _AT_LINE.sub("", said).replace("(at end of document)", "").strip()
    last = Location(path, max(1, len(text.splitlines())))
    return requirement.broken(
        Location(path, int(at[1]), int(at[2])) if at else last,
        Text(nb=f"Dette er ikke gyldig TOML: {what}.", en=f"This is not valid TOML: {what}."),
        Text(
            nb='Sjekk anførselstegn og likhetstegn på linjen: nøkkel = "verdi".',
            en='Check the quotation marks and the equals sign on the line: key = "value".',
        ),
    )
