"""Tables of text: what they may hold, and that all of them hold it."""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

import pytest

from bindery.tools.run import run
from bindery.vocabulary.tables import TableError, read
from bindery.vocabulary.text import Text
from tests.shelf import HOUSE

FILES = sorted((HOUSE / "bindery").rglob("*.toml"))
LANGUAGES = {"nb", "en"}
PLACEHOLDER = re.compile(r"\{\w+\}")
"""Words of the manuscript's dialect are in braces too, and have signs among them."""


class Verdict(StrEnum):
    """For the rows below."""

    MET = "met"


@dataclass(frozen=True, slots=True)
class Row:
    """A row with every kind of field."""

    name: Text
    verdict: Verdict
    level: Literal["A", "AA"] = "A"
    words: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()
    values: dict[str, int] = field(default_factory=dict)


NAME = 'name = { nb = "Robust", en = "Robust" }\nverdict = "met"\n'


def written(folder: Path, text: str) -> Path:
    """A table that says ``text``."""
    file = folder / "some.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_row_is_read_with_the_kind_of_each_field(tmp_path: Path) -> None:
    """Words may be a list, or one string with spaces and lines between them."""
    lists = 'words = """\none\n two three"""\nnumbers = ["1.1 and 1.2", "1.3"]\nvalues.a = 1\n'
    row = read(Row, written(tmp_path, f'{NAME}level = "AA"\n{lists}'))
    assert row == Row(
        Text(nb="Robust", en="Robust"),
        Verdict.MET,
        "AA",
        frozenset({"one", "two", "three"}),
        ("1.1 and 1.2", "1.3"),
        {"a": 1},
    )


def test_a_table_keeps_its_order_and_the_kind_of_its_keys(tmp_path: Path) -> None:
    """Keys may be members of an enumeration, and rows may be left as short as they are allowed."""
    rows = read(dict[Verdict, tuple[Row, ...]], written(tmp_path, f"[[met]]\n{NAME}" * 2))
    assert list(rows) == [Verdict.MET]
    assert rows[Verdict.MET] == (Row(Text(nb="Robust", en="Robust"), Verdict.MET),) * 2


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('heading.nb = "Robust"', "some.toml: heading: en missing"),
        ('heading.en = "Robust"', "some.toml: heading: nb missing"),
        ('heading = { nb = "a", en = "b", nn = "c" }', "some.toml: heading: nn unknown"),
        ('heading = { nb = "a", en = 2 }', "some.toml: heading: en: 2 is no str"),
        ('heading = "Robust"', "some.toml: heading: 'Robust' is no dict"),
        ("heading = ", "some.toml: Invalid value (at end of document)"),
    ],
)
def test_a_text_is_in_both_languages_and_no_other(tmp_path: Path, text: str, fault: str) -> None:
    """What is wrong is named with its file and key."""
    with pytest.raises(TableError) as raised:
        read(dict[str, Text], written(tmp_path, text))
    assert str(raised.value) == fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "some.toml: name, verdict missing"),
        (f"{NAME}since = 2", "some.toml: since unknown"),
        (f'{NAME}level = "B"', "some.toml: level: 'B' is none of A, AA"),
        (f"{NAME}words = 1", "some.toml: words: 1 is no list"),
        (f'{NAME}numbers = ["1", 2]', "some.toml: numbers: 2: 2 is no str"),
        (NAME.replace("met", "not met"), "some.toml: verdict: 'not met' is none of met"),
    ],
)
def test_a_row_has_the_fields_it_is_to_have(tmp_path: Path, text: str, fault: str) -> None:
    """None unknown, none missing that has no default, and each of its kind."""
    with pytest.raises(TableError) as raised:
        read(Row, written(tmp_path, text))
    assert str(raised.value) == fault


def faults(table: Any, where: str = "") -> Iterator[str]:
    """Texts that lack a language, are empty, or do not have the same placeholders in both."""
    if isinstance(table, list):
        for number, one in enumerate(table, start=1):
            yield from faults(one, f"{where}.{number}")
    if not isinstance(table, dict):
        return
    if not is_text(table):
        for key, one in table.items():
            yield from faults(one, f"{where}.{key}")
    elif set(table) - {"nn"} != LANGUAGES or not all(table.values()):
        yield f"{where}: not in both languages"
    elif len({frozenset(PLACEHOLDER.findall(text)) for text in table.values()}) > 1:
        yield f"{where}: not the same placeholders"


def is_text(table: dict[str, Any]) -> bool:
    """Whether these are words in several languages, and not languages with tables of their own."""
    return bool(LANGUAGES & set(table)) and all(isinstance(one, str) for one in table.values())


def test_the_tables_are_found() -> None:
    """So that the test below goes through them all."""
    names = {file.relative_to(HOUSE / "bindery").as_posix() for file in FILES}
    assert {"vocabulary/wcag.toml", "reports/explained/axe.toml"} <= names


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_a_text_says_as_much_in_both_languages(file: Path) -> None:
    """Both are there, with the same placeholders."""
    assert [*faults(tomllib.loads(file.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('a.b.nb = "En"', ".a.b: not in both languages"),
        ('a.b = { nb = "En", en = "One", se = "Okta" }', ".a.b: not in both languages"),
        ('[[a]]\nb = { nb = "En", en = "" }', ".a.1.b: not in both languages"),
        ('a.nb = "{count} sider"\na.en = "{number} pages"', ".a: not the same placeholders"),
        ('a.nb = "{count} sider"\na.en = "pages"', ".a: not the same placeholders"),
    ],
)
def test_a_text_that_says_less_is_seen(text: str, fault: str) -> None:
    """A language that is missing or empty, one too many, and a placeholder that is another."""
    assert [*faults(tomllib.loads(text))] == [fault]


def test_an_unchanged_book_is_told_so_without_a_table() -> None:
    """Nothing that ``invoke build`` imports for it reads TOML."""
    modules = "bindery.pipeline.build, bindery.reports.terminal, tasks"
    seen = f"import sys, {modules}; print('bindery.vocabulary.tables' in sys.modules)"
    assert run([sys.executable, "-c", seen], cwd=HOUSE).stdout.strip() == "False"
