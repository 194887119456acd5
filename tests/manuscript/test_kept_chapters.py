"""A chapter that has been let in once is recalled as it was, and only while nothing has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.marks import door
from bindery.vocabulary.publication import Chapter
from tests.kept_in_memory import Shelf
from tests.shelf import HOUSE, SETTINGS, write_book

BOOKS = HOUSE / "tests/books"
MARKED = "# En\n\n> [!NOTE]\n> Kort.\n\n![[kart.svg]]\n\nSom @kilde sier.\n"


def chapters_of(book: Path, shelf: Shelf) -> tuple[Chapter, ...]:
    """The chapters of a book as they are let in."""
    loaded = load(book, shelf)
    assert loaded.publication is not None, loaded.findings
    return loaded.publication.chapters


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The chapters that readers of marks are asked about."""
    paths: list[str] = []
    whole = door._Door.read

    def read(reader: door._Door) -> None:
        paths.append(Path(reader._path).name)
        whole(reader)

    monkeypatch.setattr(door._Door, "read", read)
    return paths


@pytest.mark.parametrize("name", ["torture-dialect", "arabic", "sami", "english-handbook"])
def test_it_is_recalled_as_it_was(name: str, asked: list[str]) -> None:
    """Text, marks, and where each letter was written."""
    shelf = Shelf()
    first = chapters_of(BOOKS / name, shelf)
    asked.clear()
    again = chapters_of(BOOKS / name, shelf)
    assert asked == []
    assert repr(again) == repr(first)
    for one, other in zip(first, again, strict=True):
        lines = range(1, one.text.count("\n") + 2)
        assert [one.at(line) for line in lines] == [other.at(line) for line in lines]


def _text(book: Path) -> None:
    path = book / "manuscript/chapters/01.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMer.\n", encoding="utf-8")


def _image(book: Path) -> None:
    (book / "manuscript/figures").mkdir()
    (book / "manuscript/figures/nytt.svg").write_text("<svg/>", encoding="utf-8")


def _tool(book: Path) -> None:
    path = book / "manuscript/publication.toml"
    settings = path.read_text(encoding="utf-8")
    path.write_text(f'{settings}\n[manuscript]\nwritten-for = "myst"\n', encoding="utf-8")


def _sources(book: Path) -> None:
    (book / "manuscript/kilder.bib").write_text("@book{kilde, title={A}}", encoding="utf-8")
    path = book / "manuscript/publication.toml"
    settings = path.read_text(encoding="utf-8")
    path.write_text(f'{settings}\n[citations]\nbibliography = ["kilder.bib"]\n', encoding="utf-8")


def _chapter(book: Path) -> None:
    (book / "manuscript/chapters/03.md").write_text("# Tre\n", encoding="utf-8")
    path = book / "manuscript/publication.toml"
    settings = path.read_text(encoding="utf-8")
    path.write_text(settings.replace('02.md"', '02.md", "chapters/03.md"'), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (_text, ["01.md"]),
        (_image, ["01.md", "02.md"]),
        (_tool, ["01.md", "02.md"]),
        (_sources, ["01.md", "02.md"]),
        (_chapter, ["01.md", "02.md", "03.md"]),
    ],
)
def test_what_it_depends_on_is_seen(
    change: Callable[[Path], None], again: list[str], asked: list[str], tmp_path: Path
) -> None:
    """Its text, the names of images, sources and chapters, and the tool that it is written for."""
    shelf = Shelf()
    write_book(tmp_path, MARKED, "# To\n", settings=SETTINGS)
    chapters_of(tmp_path, shelf)
    change(tmp_path)
    asked.clear()
    seen = chapters_of(tmp_path, shelf)
    assert asked == again
    assert repr(seen) == repr(chapters_of(tmp_path, Shelf()))


def test_what_cannot_be_read_is_read_from_the_chapter(asked: list[str], tmp_path: Path) -> None:
    """A file that holds something else counts as none."""
    shelf = Shelf()
    write_book(tmp_path, MARKED)
    first = chapters_of(tmp_path, shelf)
    shelf.kept = dict.fromkeys(shelf.kept, b'{"text": "Noe annet."}')
    asked.clear()
    assert repr(chapters_of(tmp_path, shelf)) == repr(first)
    assert asked == ["01.md"]
