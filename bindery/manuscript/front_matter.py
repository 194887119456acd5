"""The front matter of a chapter: the few lines of data above its text."""

import re
from typing import Any

import yaml

from bindery.manuscript.requirements import FRONT_MATTER_IS_VALID
from bindery.manuscript.toml_file import typed
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
        values = yaml.safe_load(block["yaml"])
    except yaml.YAMLError as error:
        return FrontMatter(), body, (_not_yaml(path, error),)
    if values is None:
        return FrontMatter(), body, ()
    if not isinstance(values, dict):
        return FrontMatter(), body, (_finding(path, 2, _NOT_KEYS),)
    return _checked(path, block["yaml"], {str(key): values[key] for key in values}, body)


_NOT_CLOSED = Text(
    nb="Linjen med tre bindestreker åpner opplysninger om kapittelet som aldri lukkes.",
    en="The line of three hyphens opens the chapter's front matter, and nothing closes it.",
)
_NOT_KEYS = Text(
    nb="Opplysningene øverst i kapittelet er ikke nøkler med verdier.",
    en="The chapter's front matter is not made of keys and values.",
)


def _checked(
    path: str, source: str, values: dict[str, Any], body: str
) -> tuple[FrontMatter, str, tuple[Finding, ...]]:
    lines = {
        line.split(":", 1)[0].strip(" \"'"): number
        for number, line in enumerate(source.splitlines(), start=2)
    }
    front_matter, findings = typed(
        FrontMatter,
        values,
        rule=FRONT_MATTER_IS_VALID.name,
        path=path,
        line_of=lambda place: lines.get(str(place[0]), 2) if place else 2,
    )
    return front_matter or FrontMatter(), body, findings


def _not_yaml(path: str, error: yaml.YAMLError) -> Finding:
    mark = getattr(error, "problem_mark", None)
    return _finding(
        path,
        mark.line + 2 if mark else 2,
        Text(
            nb="Opplysningene øverst i kapittelet kan ikke leses.",
            en="The chapter's front matter cannot be read.",
        ),
    )


def _finding(path: str, line: int, message: Text) -> Finding:
    return FRONT_MATTER_IS_VALID.broken(Location(path, line), message, _HINT)
