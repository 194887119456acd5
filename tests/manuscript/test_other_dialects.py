"""``docs/other-dialects.md`` says what is read, as what, and which rule reports it."""

import re
from pathlib import Path

import pytest

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript import RULES
from bindery.rules.manuscript._told import said_of
from tests.rules.books import manuscript_of
from tests.shelf import DRAWING, HOUSE

PAGE = (HOUSE / "docs" / "other-dialects.md").read_text(encoding="utf-8")
TABLES = re.findall(r"\| written \| read as \| reported \|\n\|.*\n((?:\|.*\n)+)", PAGE)
CODE = re.compile(r"(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")
TOLD = ("read-as", "left-out")
OTHERS = {
    "chapters/02.md": "# Funn\n\nFunnene.\n",
    "figures/kart.svg": DRAWING,
    "deler/del.txt": "Lånt tekst.\n",
    "kilder.bib": "@book{a, title = {Boka}, author = {Berg, Kari}, date = {2020}}\n",
}
SETTINGS = '[citations]\nbibliography = ["kilder.bib"]\n'
FOR_MDBOOK = '[manuscript]\nwritten-for = "mdbook"\n'


def codes_in(cell: str) -> list[str]:
    """What is written as code in ``cell``, with its new lines."""
    return [
        one["code"].strip(" ").replace("\\|", "|").replace("⏎", "\n") for one in CODE.finditer(cell)
    ]


ROWS = [
    (written, read_as, codes_in(reported))
    for table in TABLES
    for row in table.splitlines()
    for cell, read_as, reported in [re.split(r"(?<!\\)\|", row.strip("|"))]
    for written in codes_in(cell)
]


def book_with(folder: Path, text: str, settings: str = SETTINGS) -> Manuscript:
    """A book whose first chapter is ``text``, below a title if it has none."""
    own = text.startswith(("---", "# ", "## Start"))
    chapter = text if own else f"# T\n\n{text}"
    files = {"publication.toml": settings, "chapters/01.md": f"{chapter}\n", **OTHERS}
    return manuscript_of(folder, files)


def plain(text: str) -> str:
    """``text`` without empty lines."""
    return re.sub(r"\n\s*\n", "\n", text).strip()


def found_of(manuscript: Manuscript) -> dict[str, list[str]]:
    """The messages of each rule, in English."""
    return {
        rule.name: [one.message.en for one in found]
        for rule in RULES
        if (found := [*rule.find(manuscript)])
    }


def kinds_of(found: dict[str, list[str]]) -> set[str]:
    """The kinds of what is read as something else, or left out, by what is said of them."""
    return {
        f"{rule} {kind}"
        for rule in TOLD
        for kind, said in said_of(f"{rule.replace('-', '_')}.toml").items()
        for message in found.get(rule, ())
        if re.match(re.sub(r"\\\{\w+\\\}", ".*", re.escape(said.message.en)), message, re.DOTALL)
    }


@pytest.mark.parametrize(
    ("written", "read_as", "reported"), ROWS, ids=[written for written, _, _ in ROWS]
)
def test_a_mark_is_read_as_the_page_says(
    written: str, read_as: str, reported: list[str], tmp_path: Path
) -> None:
    """It becomes what the row's mark becomes, and its rule reports it."""
    manuscript = book_with(tmp_path / "one", written)
    found = found_of(manuscript)
    assert set(reported) <= found.keys()
    if not reported:
        assert not {*TOLD, "marks-left-in-text", "signs-in-text-are-no-marks"} & found.keys()
    if CODE.fullmatch(read_as.strip()):
        (taught,) = codes_in(read_as)
        other = book_with(tmp_path / "two", taught)
        first, second = (plain(one.chapters[0].chapter.text) for one in (manuscript, other))
        assert first == second


def test_every_kind_is_on_the_page(tmp_path: Path) -> None:
    """A kind of mark that is read or left out, and that no row shows, is one that nobody knows."""
    shown = {
        kind
        for number, (written, _, reported) in enumerate(ROWS)
        if {*TOLD} & {*reported}
        for kind in kinds_of(found_of(book_with(tmp_path / f"{number}", written)))
    }
    rust = "```rust\n# use a;\nx\n```"
    shown |= kinds_of(found_of(book_with(tmp_path / "mdbook", rust, FOR_MDBOOK)))
    every = {
        f"{rule} {kind}" for rule in TOLD for kind in said_of(f"{rule.replace('-', '_')}.toml")
    }
    assert shown == every


def test_the_page_is_found() -> None:
    """The page that teaches leads to it, and so does the first page."""
    assert "(other-dialects.md)" in (HOUSE / "docs" / "manuscript.md").read_text(encoding="utf-8")
    assert "(docs/other-dialects.md)" in (HOUSE / "README.md").read_text(encoding="utf-8")
    assert len(TABLES) == PAGE.count("| written | read as |")
    assert ROWS
