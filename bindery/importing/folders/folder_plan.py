"""What a folder of Markdown says of itself: its order, and what is known of the book."""

import posixpath
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bindery.importing.answers import NORWEGIAN
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

LARGEST_SETTINGS = 1024**2
MOST_ITEMS = 5000

_UNREADABLE = Text(
    nb="{file} kan ikke leses: Den er ikke gyldig {kind}.",
    en="{file} cannot be read: it is not valid {kind}.",
)
_FIX = Text(
    nb="Rett filen i kilden, og prøv igjen.", en="Fix the file in the source, and try again."
)
_TOO_LONG = Text(
    nb="{file} er for stor, og leses ikke.",
    en="{file} is too large, and is not read.",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file in the order: its path below the source, its part's title, and where it belongs."""

    path: str
    part: str = ""
    matter: str = "chapters"


@dataclass
class Plan:
    """The order of a folder, and what is known of the book.

    ``unknown`` are entries without files.
    """

    written_for: str
    listed: list[Listed] = field(default_factory=list)
    title: str = ""
    subtitle: str = ""
    language: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    day: date | None = None
    rights: str = ""
    bibliography: tuple[str, ...] = ()
    unknown: list[str] = field(default_factory=list)

    def add(self, root: Path, path: str, part: str = "", matter: str = "chapters") -> None:
        """List the file at ``path``, with or without its ending, if it is in the source."""
        if len(self.listed) + len(self.unknown) >= MOST_ITEMS:
            return
        found = found_file(root, path)
        if found is None:
            self.unknown.append(path)
        elif found not in {one.path for one in self.listed}:
            self.listed.append(Listed(found, part, matter))


ENDINGS = (".md", ".qmd", ".Rmd", ".rmd", ".markdown")


def found_file(root: Path, path: str) -> str | None:
    """The path below ``root`` of a chapter that is named, perhaps without its ending."""
    plain = posixpath.normpath(path.strip().split("#")[0].lstrip("/"))
    if plain.startswith("..") or "\0" in plain or "://" in path:
        return None
    names = (plain, *(plain + ending for ending in ENDINGS))
    for name in (*names, *(f"{plain}/{index}" for index in ("index.md", "README.md", "_index.md"))):
        there = root / name
        if name.endswith(ENDINGS) and there.is_file() and is_inside_source(root, there):
            return name
    return None


def is_inside_source(root: Path, path: Path) -> bool:
    """Whether ``path``, with links followed, is below ``root``."""
    return path.resolve().is_relative_to(root.resolve())


def settings_of(root: Path, name: str) -> dict[str, Any]:
    """The settings in the file ``name``; none if it is not there. Nothing in it is run."""
    path = root / name
    if not path.is_file() or not is_inside_source(root, path):
        return {}
    if path.stat().st_size > LARGEST_SETTINGS:
        raise PipelineError(_TOO_LONG.filled(file=name), _FIX)
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return parsed(text, name)


def parsed(text: str, name: str) -> dict[str, Any]:
    """``text`` as TOML or YAML, by the ending of its file's ``name``."""
    kind = "TOML" if name.endswith(".toml") else "YAML"
    try:
        values = tomllib.loads(text) if kind == "TOML" else yaml.load(text, _Plain)  # noqa: S506
    except (tomllib.TOMLDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        raise PipelineError(_UNREADABLE.filled(file=name, kind=kind), _FIX) from error
    return values if isinstance(values, dict) else {}


class _Plain(yaml.SafeLoader):
    """Plain values only: the tags of a tool's own, such as ``!include``, are left out."""


_Plain.add_constructor(None, lambda *_: None)


def said(values: Any, *names: str) -> str:
    """The first of the keys that has words."""
    for name in names:
        value = values.get(name) if isinstance(values, dict) else None
        if isinstance(value, dict):
            value = value.get("literal") or value.get("name") or value.get("value")
        if isinstance(value, str | int | float | date) and not isinstance(value, bool):
            words = " ".join(str(value).split())
            if words and "`r" not in words and "{{" not in words:
                return words
    return ""


def names_of(value: Any) -> tuple[str, ...]:
    """The names of authors, however the tool writes them."""
    several = value if isinstance(value, list) else [value]
    names = []
    for one in several[:100]:
        name = one if isinstance(one, str) else said(one, "name", "literal")
        if not name and isinstance(one, dict) and isinstance(one.get("name"), dict):
            name = " ".join(filter(None, (said(one["name"], part) for part in ("given", "family"))))
        names += [" ".join(name.split())] if name else []
    return tuple(names)


def day_of(words: str) -> date | None:
    """The date that ``words`` begin with, if it is one."""
    found = re.match(r"\d{4}-\d{2}-\d{2}", words)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def language_of_words(words: str) -> str:
    """A language as its tag, if that is what ``words`` are."""
    tag = words.replace("_", "-")
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag):
        return ""
    return NORWEGIAN.get(tag.partition("-")[0].lower(), tag)


def describe(plan: Plan, values: dict[str, Any]) -> None:
    """Take what is known of the book from the keys that most tools have."""
    plan.title = plan.title or said(values, "title", "site_name")
    plan.subtitle = plan.subtitle or said(values, "subtitle", "tagline")
    plan.description = plan.description or said(
        values, "description", "abstract", "site_description"
    )
    language = said(values, "lang", "language", "locale", "languageCode", "defaultContentLanguage")
    plan.language = plan.language or language_of_words(language)
    plan.rights = plan.rights or said(values, "license", "rights", "copyright")
    plan.day = plan.day or day_of(said(values, "date"))
    for key in ("authors", "author"):
        plan.authors = plan.authors or names_of(values.get(key))
    files = values.get("bibliography", ())
    if not plan.bibliography:
        several = files if isinstance(files, list) else [files]
        plan.bibliography = tuple(one for one in several if isinstance(one, str))


def front_matter(text: str) -> dict[str, Any]:
    """The values between the lines of dashes or plus signs that a chapter begins with."""
    found = re.match(r"(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", text, re.DOTALL)
    if found is None or len(found[2]) > LARGEST_SETTINGS:
        return {}
    try:
        return parsed(found[2], "x.toml" if found[1] == "+++" else "x.yml")
    except PipelineError:
        return {}


def chapters_below(root: Path, folder: str = "") -> Iterator[str]:
    """Every file of Markdown below a folder of the source, without what is hidden or built."""
    start = root / folder
    for path in sorted(start.rglob("*")):
        parts = path.relative_to(root).parts
        if any(part.startswith((".", "_site", "_book", "node_modules")) for part in parts):
            continue
        if path.suffix in ENDINGS and path.is_file() and is_inside_source(root, path):
            yield path.relative_to(root).as_posix()
