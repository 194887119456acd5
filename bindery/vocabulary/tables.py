"""Tables of text: TOML files, each beside the module that reads it.

A module reads its table once, when it is imported. The code that recognises an unchanged book
imports no such module: reading TOML would take longer than the rest of its work.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

Kind = TypeVar("Kind")


class TableError(ValueError):
    """A table does not have the shape that its module expects. The message names file and key."""


def read(kind: type[Kind], file: Path, **fillings: str) -> Kind:
    """Return the contents of ``file`` as a ``kind``: ``dict[str, Text]``, or a dataclass of such.

    A dataclass takes a key for each of its fields and no other; only a field with a default may be
    left out. A list of words may be written as one string, with spaces between. Each of the
    ``fillings`` replaces its name in braces, anywhere in the file.
    """
    text = file.read_text(encoding="utf-8")
    for name, filling in fillings.items():
        text = text.replace(f"{{{name}}}", filling)
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{file.name}: {error}") from error
    value: Kind = _typed(kind, written, file.name)
    return value


def _typed(kind: Any, written: Any, where: str) -> Any:
    """``written`` as a ``kind``; ``where`` is its place, for the error message."""
    origin, parts = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _row(kind, _checked(dict, written, where), where)
    if origin is dict:
        named, of = parts
        table = _checked(dict, written, where).items()
        return {_typed(named, k, where): _typed(of, v, f"{where}: {k}") for k, v in table}
    if origin in (tuple, frozenset):
        items = written.split() if isinstance(written, str) else _checked(list, written, where)
        return origin(_typed(parts[0], one, f"{where}: {i}") for i, one in enumerate(items, 1))
    if origin is Literal:
        return _one_of(parts, written, where)
    if issubclass(kind, Enum):
        return kind(_one_of([one.value for one in kind], written, where))
    return _checked(kind, written, where)


def _row(kind: Any, table: dict[str, Any], where: str) -> Any:
    hints = get_type_hints(kind)
    needed = [one.name for one in fields(kind) if one.default is one.default_factory is MISSING]
    if missing := [name for name in needed if name not in table]:
        raise TableError(f"{where}: {', '.join(missing)} missing")
    if unknown := [name for name in table if name not in hints]:
        raise TableError(f"{where}: {', '.join(unknown)} unknown")
    return kind(**{name: _typed(hints[name], v, f"{where}: {name}") for name, v in table.items()})


def _checked(kind: type, written: Any, where: str) -> Any:
    if not isinstance(written, kind):
        raise TableError(f"{where}: {written!r} is no {kind.__name__}")
    return written


def _one_of(allowed: Iterable[object], written: object, where: str) -> object:
    if written not in allowed:
        raise TableError(f"{where}: {written!r} is none of {', '.join(map(str, allowed))}")
    return written
