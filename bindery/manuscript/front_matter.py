"""The front matter of a chapter: the few lines of data above its text."""

import re
from typing import Any

import yaml

from bindery.manuscript.requirements import FRONT_MATTER_IS_VALID
from bindery.manuscript.toml_file import DEEPEST, TOO_DEEP, typed
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import FrontMatter
from bindery.vocabulary.text import Text

_BLOCK = re.compile(
    r"\A---[ \t]*\n(?P<yaml>.*?)^(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL | re.MULTILINE
)

_HINT = Text(
    nb="Skriv «short-title: Kort tittel» mellom to linjer med tre bindestreker.",
    en="Write “short-title: A short title” between two lines of three hyphens.",
)


def split_front_matter(path: str, text: str) -> tuple[FrontMatter, str, tuple[Finding, ...]]:
    """A chapter's front matter, and its text with those lines blanked.

    Blank lines keep the numbers of all lines below them.
    """
    if not re.match(r"---[ \t]*(\n|\Z)", text):
        return FrontMatter(), text, ()
    block = _BLOCK.match(text)
    if block is None:
        return FrontMatter(), text, (_finding(path, 1, _NOT_CLOSED),)
    body = "\n" * block.group(0).count("\n") + text[block.end() :]
    try:
        _require_plain(block["yaml"])
        values, lines = _values(block["yaml"])
    except _UnreadableError as error:
        return FrontMatter(), body, (_finding(path, error.line, error.message),)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return FrontMatter(), body, (_finding(path, _line(mark) if mark else 2, _NOT_YAML),)
    front_matter, findings = typed(
        FrontMatter,
        values,
        rule=FRONT_MATTER_IS_VALID.name,
        path=path,
        line_of=lambda place: lines.get(str(place[0]), 2) if place else 2,
    )
    return front_matter or FrontMatter(), body, findings


class _UnreadableError(Exception):
    """YAML that says nothing about a chapter, and the line in the chapter where it is."""

    def __init__(self, line: int, message: Text) -> None:
        super().__init__(message.en)
        self.line = line
        self.message = message


def _require_plain(source: str) -> None:
    """Refuse what would take a reader of YAML too long: ten lines of aliases are a billion values.

    The events of a parser are as many as the signs in ``source``.
    """
    depth = 0
    for event in yaml.parse(source, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _UnreadableError(_line(event.start_mark), _ALIAS.filled(name=event.anchor))
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _UnreadableError(_line(event.start_mark), TOO_DEEP)


def _values(source: str) -> tuple[dict[str, Any], dict[str, int]]:
    """The values in ``source`` by their keys, and the line of each key."""
    loader = yaml.SafeLoader(source)
    node = loader.get_single_node()
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    if node is None or node.tag == "tag:yaml.org,2002:null":
        return values, lines
    if not isinstance(node, yaml.MappingNode):
        raise _UnreadableError(_line(node.start_mark), _NOT_KEYS)
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _UnreadableError(_line(key.start_mark), _NOT_KEYS)
        if key.value in values:
            raise _UnreadableError(_line(key.start_mark), _TWICE.filled(key=key.value))
        values[key.value] = _value(loader, value)
        lines[key.value] = _line(key.start_mark)
    return values, lines


def _value(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """The value of ``node``; ``None`` for a date or a number that there is not: 2026-02-30."""
    try:
        value: object = loader.construct_object(node, deep=True)
        if isinstance(value, str):
            # An escape can be half of a letter, which no file can hold.
            value.encode()
    except ValueError:
        return None
    return value


def _line(mark: Any) -> int:
    """The line in the chapter, whose first line is above the YAML."""
    return int(mark.line) + 2


_NOT_CLOSED = Text(
    nb="Opplysningene øverst i kapittelet er aldri avsluttet. De begynner ved linjen med tre"
    " bindestreker.",
    en="The chapter's front matter is never closed. It begins at the line of three hyphens.",
)
_NOT_KEYS = Text(
    nb="Opplysningene øverst i kapittelet er ikke nøkler med verdier.",
    en="The chapter's front matter is not made of keys and values.",
)
_NOT_YAML = Text(
    nb="Opplysningene øverst i kapittelet kan ikke leses.",
    en="The chapter's front matter cannot be read.",
)
_ALIAS = Text(
    nb="«*{name}» viser til en annen linje. Det er ikke mulig i opplysningene øverst i et"
    " kapittel.",
    en="“*{name}” refers to another line. That is not possible in a chapter's front matter.",
)
_TWICE = Text(nb="«{key}» står to ganger.", en="Duplicate key: “{key}”.")


def _finding(path: str, line: int, message: Text) -> Finding:
    return FRONT_MATTER_IS_VALID.broken(Location(path, line), message, _HINT)
