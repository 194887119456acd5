"""A page that a browser has seen is not opened again as long as it is as it was."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bindery.checkers import browser_pages
from bindery.checkers.axe import AXE, VIEWS
from bindery.tools import inventory
from bindery.tools.browser import Answers
from bindery.vocabulary.editions import EPUB
from bindery.vocabulary.evidence import Evidence
from tests.checkers.samples import subject, write_epub
from tests.checkers.test_axe_report import axe_answer
from tests.kept_in_memory import Shelf

Opened = list[str]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The names of the pages that the browser opened; it finds nothing wrong with them."""
    names: Opened = []

    def answers(pages: list[Path], *_: Any, **__: Any) -> Answers:
        names.extend(path.name for path in pages)
        return Answers("1.2.3", tuple((axe_answer(),) * len(VIEWS) for _ in pages))

    monkeypatch.setattr(browser_pages, "answers", answers)
    return names


def _checked(output: Path, shelf: Shelf) -> tuple[Evidence, ...]:
    return AXE.check((replace(subject(output, EPUB), keeper=shelf),))


def test_a_page_as_it_was_is_not_opened(tmp_path: Path, opened: Opened) -> None:
    """The evidence is the same as the first time, with the version of the browser that looked."""
    output, shelf = write_epub(tmp_path / "bok.epub"), Shelf()
    first = _checked(output, shelf)
    assert len(opened) == 2
    assert _checked(output, shelf) == first
    assert len(opened) == 2


def _with_words(output: Path) -> None:
    write_epub(output, more="<p>Mer.</p>")


def _with_styles(output: Path) -> None:
    write_epub(output, css="p { color: #bbb }")


@pytest.mark.parametrize(
    ("change", "again"), [(_with_words, 1), (_with_styles, 2)], ids=["words", "styles"]
)
def test_what_has_changed_is_opened(
    tmp_path: Path, opened: Opened, change: Callable[[Path], None], again: int
) -> None:
    """A document with other words is opened, and every document that other styles may change."""
    output, shelf = write_epub(tmp_path / "bok.epub"), Shelf()
    _checked(output, shelf)
    opened.clear()
    change(output)
    _checked(output, shelf)
    assert len(opened) == again


def test_a_document_with_a_frame_depends_on_all(tmp_path: Path, opened: Opened) -> None:
    """What is in the frame may be any other document of the book."""
    output, shelf = tmp_path / "bok.epub", Shelf()
    frame = '<iframe src="nav.xhtml" title="Innhold"></iframe>'
    write_epub(output, more=frame)
    _checked(output, shelf)
    opened.clear()
    write_epub(output, more=f"{frame}<p>Mer.</p>")
    _checked(output, shelf)
    assert len(opened) == 2


def test_another_browser_looks_again(
    tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older one has seen says nothing of the one that is installed."""
    output, shelf = write_epub(tmp_path / "bok.epub"), Shelf()
    _checked(output, shelf)
    monkeypatch.setattr(inventory, "version_of", lambda _: "999")
    _checked(output, shelf)
    assert len(opened) == 4


def test_what_cannot_be_read_is_seen_again(tmp_path: Path, opened: Opened) -> None:
    """A kept answer of another shape is none."""
    output, shelf = write_epub(tmp_path / "bok.epub"), Shelf()
    _checked(output, shelf)
    shelf.kept = dict.fromkeys(shelf.kept, b'{"row": 1}')
    _checked(output, shelf)
    assert len(opened) == 4
