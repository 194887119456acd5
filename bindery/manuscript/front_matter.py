"""The front matter of a chapter: the few lines of data above its text."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from bindery.manuscript.toml_file import DEEPEST
from bindery.vocabulary.publication import FrontMatter
from bindery.vocabulary.text import without_soft_hyphens

_BLOCK = re.compile(
    r"\A---[ \t]*\n(?P<yaml>.*?)^(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL | re.MULTILINE
)

_TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)

NAMES: Mapping[str, str] = {
    "title": "title",
    "subtitle": "subtitle",
    "abstract": "abstract",
    "short-title": "short_title",
    "short_title": "short_title",
    "sidebar_label": "short_title",
    "linktitle": "short_title",
    "language": "language",
    "lang": "language",
    "author": "authors",
    "authors": "authors",
    "bibliography": "bibliography",
    "nocite": "nocite",
    "kind": "kind",
    "permalink": "addresses",
    "slug": "addresses",
    "url": "addresses",
    "aliases": "addresses",
    "redirect_from": "addresses",
}
"""The field of :class:`FrontMatter` for each key, in small letters, of the tools that have it."""

TAUGHT = ("title", "subtitle", "abstract", "short-title", "language", "author", "bibliography")
"""The keys that the documentation teaches."""

_SEVERAL = frozenset({"authors", "bibliography", "nocite", "addresses"})
_LIKE = 0.8


@dataclass(frozen=True, slots=True)
class Value:
    """The ``words`` of a value in front matter, and where they are in the chapter.

    ``name`` is a person's, if the words have an affiliation too.
    """

    words: str
    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be read in front matter: its ``kind``, where it is, and the words it is about."""

    kind: str
    at: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """What is above a chapter's text: its ``front_matter``, and the ``values`` of it by field.

    ``end`` is where the text begins. ``unused`` are the keys that no edition uses, with their
    offsets, ``misspelt`` those of them that are nearly one that is taught. ``is_draft`` is where a
    chapter says that it is one.
    """

    front_matter: FrontMatter = field(default_factory=FrontMatter)
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    end: int = 0
    unused: tuple[tuple[str, int], ...] = ()
    misspelt: tuple[tuple[str, int], ...] = ()
    is_draft: int | None = None
    faults: tuple[Fault, ...] = ()


def read_opening(text: str) -> Opening:
    """The front matter of the chapter ``text``, if it begins with some."""
    if toml := _TOML.match(text):
        return _of_toml(text, toml)
    if not re.match(r"---[ \t]*(\n|\Z)", text):
        return Opening()
    block = _BLOCK.match(text)
    if block is None:
        return Opening(faults=(Fault("not-closed", 0),))
    first = block.start("yaml")
    try:
        _require_plain(block["yaml"])
        return _opening(block["yaml"], first, block.end())
    except _UnreadableError as error:
        return Opening(end=block.end(), faults=(Fault(error.kind, first + error.at, error.words),))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = min(mark.index, len(block["yaml"]) - 1) if mark else 0
        return Opening(end=block.end(), faults=(Fault("not-yaml", first + max(at, 0)),))


def _of_toml(text: str, block: re.Match[str]) -> Opening:
    """Front matter in TOML, between two lines of three plus signs."""
    try:
        said = tomllib.loads(block["toml"])
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return Opening(end=block.end(), faults=(Fault("not-yaml", block.start("toml")),))
    values: dict[str, tuple[Value, ...]] = {}
    unused: list[tuple[str, int]] = []
    for key, value in said.items():
        at = re.search(rf"^[ \t]*\"?{re.escape(key)}\b", block["toml"], re.MULTILINE)
        first = block.start("toml") + (at.end() if at else 0)
        end = text.find("\n", first, block.end("toml"))
        words = [value] if isinstance(value, str) else value
        name = NAMES.get(key.lower())
        if name and isinstance(words, list) and all(isinstance(one, str) for one in words):
            values[name] = tuple(Value(one, first, max(end, first)) for one in words)
        elif key != "draft" or value:
            unused.append((key, first))
    return Opening(
        front_matter=FrontMatter(**_fields(values)),  # type: ignore[arg-type]
        values=values,
        end=block.end(),
        unused=tuple(unused),
    )


class _UnreadableError(Exception):
    """YAML that says nothing about a chapter, and where."""

    def __init__(self, kind: str, at: int, words: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.at = at
        self.words = words


def _require_plain(source: str) -> None:
    """Refuse what would take a reader of YAML too long: ten lines of aliases are a billion values.

    The events of a parser are as many as the signs in ``source``.
    """
    depth = 0
    for event in yaml.parse(source, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise _UnreadableError("alias", _index(event), event.anchor or "")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _UnreadableError("too-deep", _index(event))


def _index(found: yaml.Event | yaml.Node) -> int:
    """Where an event or a node begins."""
    assert found.start_mark is not None
    return found.start_mark.index


def _opening(source: str, first: int, end: int) -> Opening:
    values: dict[str, tuple[Value, ...]] = {}
    unused: list[tuple[str, int]] = []
    misspelt: list[tuple[str, int]] = []
    is_draft = None
    for key, node, at in _pairs(source):
        name = NAMES.get(key.lower())
        if key == "draft":
            is_draft = first + at if node.value == "true" else None
        elif name is not None:
            found = tuple(_values(node, first))
            values[name] = (*values.get(name, ()), *found) if name in _SEVERAL else found
        elif difflib.get_close_matches(key.lower(), TAUGHT, 1, _LIKE):
            misspelt.append((key, first + at))
        else:
            unused.append((key, first + at))
    return Opening(
        front_matter=FrontMatter(**_fields(values)),  # type: ignore[arg-type]
        values=values,
        end=end,
        unused=tuple(unused),
        misspelt=tuple(misspelt),
        is_draft=is_draft,
    )


def nearest(key: str) -> str:
    """The key that is taught and most like ``key``."""
    return difflib.get_close_matches(key.lower(), TAUGHT, 1, _LIKE)[0]


def _fields(values: Mapping[str, tuple[Value, ...]]) -> dict[str, str | tuple[str, ...]]:
    """The values of front matter's fields. Those that keep their lines are not set on one."""
    fields: dict[str, str | tuple[str, ...]] = {}
    for name, found in values.items():
        words = tuple(without_soft_hyphens(" ".join(one.words.split())) for one in found)
        if name == "authors":
            fields["author_names"] = tuple(
                " ".join((one.name or one.words).split()) for one in found if one.words
            )
        if name in _SEVERAL:
            fields[name] = tuple(one for one in words if one)
        else:
            fields[name] = " ".join(words)
    return fields


def _pairs(source: str) -> Iterator[tuple[str, yaml.Node, int]]:
    """Each key in ``source``, its value and its offset."""
    node = yaml.SafeLoader(source).get_single_node()
    if node is None or node.tag == "tag:yaml.org,2002:null":
        return
    if not isinstance(node, yaml.MappingNode):
        raise _UnreadableError("not-keys", _index(node))
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _UnreadableError("not-keys", _index(key))
        if key.value in seen:
            raise _UnreadableError("twice", _index(key), key.value)
        seen.add(key.value)
        yield key.value, value, _index(key)


def _values(node: yaml.Node, first: int) -> Iterator[Value]:
    """The words of a value, of each in a list, or of a person with a name and an affiliation."""
    start, end = first + _index(node), first + node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        if node.tag != "tag:yaml.org,2002:null":
            try:
                # An escape can be half of a letter, which no file can hold.
                node.value.encode()
            except UnicodeEncodeError:
                raise _UnreadableError("not-text", _index(node)) from None
            yield Value(node.value, start, end)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _values(item, first)
    else:
        said = {str(key.value): value for key, value in node.value}
        people = [said[key] for key in ("name", "affiliation", "affiliations") if key in said]
        if not people:
            raise _UnreadableError("not-text", _index(node))
        words = [one.words for part in people for one in _values(part, first)]
        yield Value(", ".join(words), start, end, words[0] if words else "")
