"""Messages to authors have the words and the voice that ``style.toml`` asks for."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bindery.tools.makers import report_it
from bindery.vocabulary.help_texts import HELP
from bindery.vocabulary.tables import read
from tests.shelf import HOUSE

COLUMNS, LINES = 100, 3
"""How much room a message may take."""

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
CODE = re.compile(
    r"`[^`]*`|<!--.*?-->|/\*.*?\*/|\[[^\]]*\]\([^)]*\)|\S*[/_=]\S*|--\w+|\w+\.(?:toml|md|txt)"
)
SENTENCES = re.compile(r"(?<=[.!?:]) (?=[A-ZÆØÅ«“])")


@dataclass(frozen=True, slots=True)
class Never:
    """Words that messages do not have, what is written instead, and a text that has them."""

    pattern: str
    write: str
    example: str
    unless: str = "(?!)"

    def found_in(self, text: str) -> bool:
        """Whether ``text`` has the words, in one of its sentences."""
        plain = CODE.sub("X", PLACEHOLDER.sub("X", text))
        sentences = SENTENCES.split(plain)
        found = any(re.search(self.pattern, one) for one in sentences)
        return found and not re.search(self.unless, plain)


@dataclass(frozen=True, slots=True)
class Style:
    """What is never said in each language."""

    nb: tuple[Never, ...]
    en: tuple[Never, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text for authors, and where it is written."""

    place: str
    language: str
    text: str


STYLE = read(Style, Path(__file__).with_name("style.toml"))
NEVER = [
    pytest.param(language, never, id=f"{language}-{never.write}")
    for language, several in (("nb", STYLE.nb), ("en", STYLE.en))
    for never in several
]


def _in_module(path: Path) -> Iterator[Written]:
    """Every ``nb=`` and ``en=`` of a module, and the reasons in the docstring of a rule."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in ("nb", "en"):
            for text in _texts(node.value):
                yield Written(f"{path.name}:{node.value.lineno}", node.arg, text)
    docstring = ast.get_docstring(tree) or ""
    for language, title in (("nb", "Hvorfor"), ("en", "Why")):
        for section in re.findall(rf"(?s)\n## {title}\n(.*?)(?=\n## )", docstring):
            yield Written(f"{path.name}: {title}", language, " ".join(section.split()))


def _texts(node: ast.expr) -> Iterator[str]:
    """The text of an expression, or the texts of a tuple; none if it is computed."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join("".join(_texts(part)) or "{}" for part in parts)
        case ast.Tuple(elts=several):
            yield from (text for one in several for text in _texts(one))


def _in_table(path: Path) -> Iterator[Written]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for key, language, text in _leaves(table, ""):
        yield Written(f"{path.name}{key}", language, text)


def _leaves(value: Any, key: str) -> Iterator[tuple[str, str, str]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in items:
        here = f"{key}.{name}"
        if isinstance(inner, dict | list):
            yield from _leaves(inner, here)
        elif name in ("nb", "en"):
            yield here, name, inner
        elif key == ".norwegian":
            yield here, "nb", inner
        elif name in ("heading", "about", "title"):
            yield here, "en", inner


def _every() -> Iterator[Written]:
    for path in sorted((HOUSE / "bindery").rglob("*")):
        if path.suffix == ".py":
            yield from _in_module(path)
        elif path.suffix == ".toml":
            yield from _in_table(path)
    yield from (Written("the help", "en", text.en) for text in HELP)


@cache
def every() -> tuple[Written, ...]:
    """All that is written, read when the first test asks: not by a process that asks for none."""
    return tuple(_every())


@pytest.mark.parametrize(("language", "never"), NEVER)
def test_no_message_says_it(language: str, never: Never) -> None:
    """Another word, or another sentence, is written instead."""
    told = [f"{one.place}: {one.text}" for one in every() if one.language == language]
    assert [text for text in told if never.found_in(text.partition(": ")[2])] == []


@pytest.mark.parametrize(("language", "never"), NEVER)
def test_a_message_that_says_it_is_found(language: str, never: Never) -> None:
    """The example is a message as it must not be, and no other pattern is needed to find it."""
    assert never.found_in(never.example), language


def test_every_kind_of_text_is_read() -> None:
    """Of rules and their reasons, of tables, of f-strings and units, and of the command's help."""
    assert len(every()) > 3000
    kinds = {
        "the language of a rule's reason": ("image_has_alt_text.py: Hvorfor", "Hvert bilde har"),
        "an explanation": ("readback.toml.explanation.0.why.nb", "Lesere med skjermleser"),
        "axe's rules": ("axe_words.toml.norwegian.target-size", "Lenker og knapper"),
        "a heading": ("readback.toml.heading", "Whether an edition"),
    }
    for place, beginning in kinds.values():
        assert [one for one in every() if one.place == place and one.text.startswith(beginning)]
    texts = {one.text for one in every()}
    assert {"linje", "linjer", "overskrift på nivå {}", HELP[0].en, HELP[0].nb} <= texts


def _filled(text: str) -> str:
    """``text`` with names, numbers and places of a usual length in it."""
    reported = re.sub(r"\{(?:REPORT|report)\}", lambda _: report_it().en, text)
    return PLACEHOLDER.sub("x" * 12, reported)


def test_a_message_takes_three_lines_at_most() -> None:
    """Messages and explanations; what introduces a page or gives a rule's reasons is longer."""
    messages = [one for one in every() if not re.search(r": (?:Why|Hvorfor)$|\.about$", one.place)]
    longest = max(messages, key=lambda one: len(_filled(one.text)))
    assert len(_filled(longest.text)) <= COLUMNS * LINES, longest.place
