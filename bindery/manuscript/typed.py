"""Values against their types, with what is wrong said to an author."""

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

Typed = TypeVar("Typed")
Place = tuple[str | int, ...]

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
    nb="Se docs/manuscript.md for alle nøklene.",
    en="All keys are listed in docs/manuscript.md.",
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
    # Strict types know only instances of a dataclass, except in JSON, where a table is one too.
    as_json = json.dumps(values, default=str)
    try:
        return TypeAdapter(shape).validate_json(as_json), ()
    except ValidationError as error:
        findings = tuple(
            Finding(rule, Severity.ERROR, Location(path, line_of(place)), message, _HINT)
            for place, message in _faults(error)
        )
        return None, findings


def _faults(error: ValidationError) -> Iterator[tuple[Place, Text]]:
    for fault in error.errors():
        place: Place = fault["loc"]
        yield place, _message(fault["type"], _written(place), fault.get("ctx", {}))


def _written(place: Place) -> str:
    """A place as its author would write it: ``publication.contributors[1].name``."""
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
