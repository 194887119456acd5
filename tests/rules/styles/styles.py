"""Templates made of the examples in rules' docstrings: the house's, and a little over them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bindery.manuscript.brand.sheets import BrandLook
from bindery.manuscript.settings import read_settings
from bindery.manuscript.templates import HOUSE, Templates
from bindery.rules.cascade.styles import Styles
from tests.shelf import SETTINGS

SETTINGS_FILE = "publication.toml"

_EXAMPLE = re.compile(
    r"(?:^(?:Line (?P<line>\d+) of|In) `(?P<place>[^`]+)`:\n\n)?"
    r"(?P<files>(?:^```\w+ \S+\n(?:(?!```).*\n)*```\n*)+)",
    re.MULTILINE,
)
_FILE = re.compile(r"^```\w+ (?P<path>\S+)\n(?P<text>(?:(?!```).*\n)*)```", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """What is laid over the house's templates, by file, and the place where it fails."""

    files: dict[str, str]
    place: str = ""
    line: int | None = None


def examples(section: str) -> tuple[Example, ...]:
    """The examples of a page's section, in order. Blocks with nothing between are of one book."""
    return tuple(
        Example(
            {file["path"]: file["text"] for file in _FILE.finditer(found["files"])},
            found["place"] or "",
            int(found["line"]) if found["line"] else None,
        )
        for found in _EXAMPLE.finditer(f"{section}\n")
    )


def laid_over(files: dict[str, str]) -> Styles:
    """The styles of a book with templates of its own: the house's style sheets, and then ``files``.

    Another template than a style sheet is only what is given.
    """
    return _laid_over(tuple(files.items()))


@cache
def _laid_over(files: tuple[tuple[str, str], ...]) -> Styles:
    with TemporaryDirectory() as folder:
        styles = styles_of(Path(folder), dict(files))
        assert styles.pages
        if SETTINGS_FILE in dict(files):
            # Its lines are read before the folder is gone.
            assert styles.setting_place(("colours", "heading")).line
        return styles


def styles_of(folder: Path, files: dict[str, str]) -> Styles:
    """The same, in ``folder``."""
    if SETTINGS_FILE in files:
        return _styles_of_brand(folder, files[SETTINGS_FILE])
    for name, text in files.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(house(name) + text, encoding="utf-8")
    return Styles(Templates(folder))


def _styles_of_brand(folder: Path, text: str) -> Styles:
    """The house's templates in the look of a brand, with ``text`` at the end of the settings."""
    path = folder / "manuscript" / SETTINGS_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(house(SETTINGS_FILE) + text, encoding="utf-8")
    settings, findings = read_settings(folder)
    assert settings is not None, findings
    return Styles(Templates(folder, BrandLook(settings.brand)))


def house(name: str) -> str:
    """The house's sheet, or the settings, that an example is laid over."""
    if name == SETTINGS_FILE:
        return SETTINGS
    return (HOUSE / name).read_text(encoding="utf-8") if name.endswith(".css") else ""


def path_in_book(example: Example) -> str:
    """The file of the book that the example fails in."""
    folder = "manuscript" if example.place == SETTINGS_FILE else "templates"
    return f"{folder}/{example.place}"


def line_in_book(example: Example) -> int | None:
    """The line of the book's file that the example's own line is."""
    if example.line is None:
        return None
    return house(example.place).count("\n") + example.line
