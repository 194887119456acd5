"""Templates made of the examples in rules' docstrings: the house's, and a little over them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bindery.manuscript.templates import HOUSE, Templates
from bindery.rules.cascade.styles import Styles

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
        return styles


def styles_of(folder: Path, files: dict[str, str]) -> Styles:
    """The same, in ``folder``."""
    for name, text in files.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(house(name) + text, encoding="utf-8")
    return Styles(Templates(folder))


def house(name: str) -> str:
    """The house's sheet that an example is laid over."""
    return (HOUSE / name).read_text(encoding="utf-8") if name.endswith(".css") else ""


def line_in_book(example: Example) -> int | None:
    """The line of the book's file that the example's own line is."""
    if example.line is None:
        return None
    return house(example.place).count("\n") + example.line
