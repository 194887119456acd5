"""Read TOML files of the manuscript, check their types, and report faults at their lines."""

import json
import operator
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from bindery.manuscript.requirements import Requirement
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, without_soft_hyphens

_TABLE = re.compile(r"^\s*\[(?P<array>\[)?(?P<name>[\w.\-\"' \t]+)\]")
_KEY = re.compile(r"^\s*(?P<name>[\w\-\"']+)\s*=")

Place = tuple[str | int, ...]


def key_lines(text: str) -> dict[Place, int]:
    """The line, from 1, of every table and key in ``text``.

    Places are written as validators write them: ``("publication", "contributors", 0, "name")``.
    Inline tables and keys inside multi-line values have the line of the key around them.
    """
    lines: dict[Place, int] = {}
    seen: dict[Place, int] = {}
    table: Place = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := _TABLE.match(line):
            table = tuple(part.strip(" \t\"'") for part in heading["name"].split("."))
            for depth in range(1, len(table) + 1):
                lines.setdefault(table[:depth], number)
            if heading["array"]:
                index = seen.get(table, 0)
                seen[table] = index + 1
                table = (*table, index)
                lines[table] = number
        elif key := _KEY.match(line):
            lines.setdefault((*table, key["name"].strip("\"'")), number)
    return lines


def line_of(lines: Mapping[Place, int], place: Place) -> int:
    """The line of ``place``, or of the nearest key or table around it that is written, or 1."""
    for depth in range(len(place), 0, -1):
        if place[:depth] in lines:
            return lines[place[:depth]]
    return 1


Typed = TypeVar("Typed")

_DATE = Text(nb="en dato, som 2026-11-23", en="a date, such as 2026-11-23")
_EXPECTED = {
    "string_type": Text(nb="en tekst i anførselstegn", en="a text in quotation marks"),
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "tuple_type": Text(nb="en liste i hakeparenteser", en="a list in square brackets"),
    "bool_type": Text(nb="true eller false", en="true or false"),
    "int_type": Text(nb="et helt tall", en="a whole number"),
    "dataclass_type": Text(nb="en tabell med nøkler", en="a table of keys"),
}
_HINT = Text(
    nb="Disse nøklene kan stå her: {keys}.",
    en="These keys can be written here: {keys}.",
)


DEEPEST = 32
"""Levels of tables and lists in one another. No key of a manuscript has more than four."""

TOO_DEEP = Text(
    nb="Lister eller tabeller ligger inni hverandre i for mange nivåer.",
    en="Lists or tables are nested in too many levels.",
)


def typed(
    shape: type[Typed],
    values: dict[str, Any],
    *,
    rule: str,
    path: str,
    line_of: Callable[[Place], int],
) -> tuple[Typed | None, tuple[Finding, ...]]:
    """``values`` as ``shape``, or ``None`` and a finding for each thing that is wrong."""
    if (deep := _too_deep(values)) is not None:
        return None, (
            Finding(
                rule, Severity.ERROR, Location(path, line_of(deep)), TOO_DEEP, _hint(shape, deep)
            ),
        )
    # Strict validation accepts a table for a dataclass only in JSON.
    as_json = json.dumps(_as_names(values), default=str)
    try:
        return _reader_of(shape).validate_json(as_json), ()
    except ValidationError as error:
        findings = tuple(
            Finding(
                rule, Severity.ERROR, Location(path, line_of(place)), message, _hint(shape, place)
            )
            for place, message in _faults(error)
        )
        return None, findings


_readers: dict[object, TypeAdapter[Any]] = {}


def _reader_of(shape: type[Typed]) -> TypeAdapter[Typed]:
    """What reads a ``shape``: to make it takes longer than to read with it."""
    if shape not in _readers:
        _readers[shape] = TypeAdapter(shape)
    return _readers[shape]


def _hint(shape: type, place: Place) -> Text:
    """Name the keys of the table that ``place`` is in."""
    table: Any = shape
    for part in place[:-1]:
        if isinstance(part, str):
            kind = get_type_hints(table).get(part.replace("-", "_"))
            table = next((one for one in (kind, *get_args(kind)) if is_dataclass(one)), table)
    keys = (field.name.replace("_", "-") for field in fields(table))
    return _HINT.filled(keys=", ".join(keys))


def _too_deep(values: dict[str, Any]) -> Place | None:
    """The place of something that is nested too deeply to be checked, if there is any."""
    waiting: list[tuple[Place, object]] = [((), values)]
    while waiting:
        place, value = waiting.pop()
        if len(place) > DEEPEST:
            return place
        if isinstance(value, dict):
            waiting += [((*place, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*place, index), inner) for index, inner in enumerate(value)]
    return None


def _as_names(value: Any) -> Any:
    """``value`` without soft hyphens in any text of it."""
    if isinstance(value, dict):
        return {key: _as_names(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_names(one) for one in value]
    return without_soft_hyphens(value) if isinstance(value, str) else value


def _faults(error: ValidationError) -> Iterator[tuple[Place, Text]]:
    for fault in error.errors():
        place: Place = fault["loc"]
        yield place, _message(fault["type"], written_place(place), fault.get("ctx", {}))


def written_place(place: Place) -> str:
    """A place as an author would write it: ``publication.contributors[1].name``."""
    written = ""
    for part in place:
        written += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return written.removeprefix(".")


def _message(kind: str, key: str, context: dict[str, Any]) -> Text:
    if kind in ("missing", "missing_argument"):
        return Text(nb=f"«{key}» mangler.", en=f"“{key}” is missing.")
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return Text(nb=f"«{key}» er en ukjent nøkkel.", en=f"“{key}” is not a known key.")
    if kind == "literal_error":
        choices = context["expected"].replace("'", "")
        return Text(
            nb=f"«{key}» må være en av disse: {choices.replace(' or ', ' eller ')}.",
            en=f"“{key}” must be one of these: {choices}.",
        )
    expected = _EXPECTED.get(kind, Text(nb="av en annen type", en="of another type"))
    return Text(nb=f"«{key}» må være {expected.nb}.", en=f"“{key}” must be {expected.en}.")


Shape = TypeVar("Shape")

_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class TomlFile(Generic[Shape]):
    """The ``values`` of the file at ``path``, or ``None`` and the ``findings`` that explain it."""

    path: str
    values: Shape | None
    findings: tuple[Finding, ...]
    lines: dict[Place, int]

    def location(self, *place: str | int) -> Location:
        """The location of ``place``, such as ``"publication", "slug"``."""
        return Location(self.path, line_of(self.lines, place))


def read_toml(
    shape: type[Shape], book: Path, path: str, requirement: Requirement
) -> TomlFile[Shape]:
    """Read the file ``path`` of ``book`` as ``shape``, with findings on ``requirement``.

    Raises ``FileNotFoundError`` if there is no such file.
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
    except (RecursionError, ValueError) as error:
        return TomlFile(path, None, (_beyond_toml(requirement, path, error, text),), lines)
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
        Text(nb="Legg en lesbar fil der.", en="Put a readable file there."),
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


_LONG_NUMBER = re.compile(r"[0-9_]{4000}")
_OPENING, _CLOSING = re.compile(r"[\[{]"), re.compile(r"[\]}]")


def _beyond_toml(requirement: Requirement, path: str, error: Exception, text: str) -> Finding:
    """Right TOML that Python cannot hold: brackets in a thousand brackets, a number of a page."""
    rows = text.splitlines()
    if isinstance(error, RecursionError):
        opened = [len(_OPENING.findall(row)) for row in rows]
        closed = [0, *(len(_CLOSING.findall(row)) for row in rows[:-1])]
        levels = list(accumulate(map(operator.sub, opened, closed)))
        return requirement.broken(Location(path, levels.index(max(levels)) + 1), TOO_DEEP, _HINT)
    line = next((row for row, each in enumerate(rows) if _LONG_NUMBER.search(each)), 0)
    message = Text(nb="Et tall er for langt.", en="A number is too long.")
    return requirement.broken(Location(path, line + 1), message, _HINT)
