"""``docs/manuscript.md`` has every key of the two settings files, and no other."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from bindery.vocabulary.judgements import Judgements
from bindery.vocabulary.publication import Evaluation, Settings
from tests.shelf import HOUSE

PAGE = (HOUSE / "docs" / "manuscript.md").read_text(encoding="utf-8")
BLOCKS = [tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)]


def keys_of(kind: Any) -> Iterator[str]:
    """Every key of a settings class and of those inside it: ``publication.source.url``."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        name = field.name.replace("_", "-")
        inside = [each for each in _parts(hints[field.name]) if is_dataclass(each)]
        yield from (f"{name}.{key}" for each in inside for key in keys_of(each))
        if not inside:
            yield name


def _parts(hint: Any) -> Iterator[Any]:
    """The classes in a type: those of a tuple or of a union."""
    if get_origin(hint) is None:
        yield hint
    for part in get_args(hint):
        if part not in (NoneType, ...):
            yield from _parts(part)


def keys_in(table: dict[str, Any]) -> Iterator[str]:
    """Every key that an example has."""
    for name, value in table.items():
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            if isinstance(row, dict):
                yield from (f"{name}.{key}" for key in keys_in(row))
            else:
                yield name


@pytest.mark.parametrize(
    ("kind", "known_by"), [(Settings, "publication"), (Evaluation, "evaluator")]
)
def test_every_key_is_in_the_example(kind: type, known_by: str) -> None:
    """A key that the page leaves out is one that nobody uses; another one is a mistake."""
    (example,) = (block for block in BLOCKS if known_by in block)
    assert sorted(set(keys_in(example))) == sorted(set(keys_of(kind)))


def test_every_key_of_the_judgements_is_in_an_example() -> None:
    """The page shows each of them; units have names that the publication gives them."""
    tables = {field.name.replace("_", "-") for field in fields(Judgements)}
    examples = [block for block in BLOCKS if tables & block.keys()]
    keys = {key for block in examples for key in keys_in(block)}
    units = {key for key in keys if key.startswith("judgement.units.")}
    assert units
    assert (keys - units) | {"judgement.units"} == set(keys_of(Judgements))
