"""calibre reads the whole book, as it does into its library and onto every kind of e-reader."""

import shutil
from pathlib import Path

import pytest

from bindery.tools import inventory
from bindery.tools.run import Finished, run
from tests.built import Built
from tests.checkers.samples import write_epub

pytestmark = pytest.mark.slow

CONVERT = Path(__file__).with_name("calibre_reads.py")
PATIENCE = 300.0


def converted(epub: Path, folder: Path) -> Finished:
    """What calibre has to say when it reads ``epub`` and makes web pages of it."""
    assert not (missing := inventory.missing("calibre")), missing
    program = shutil.which("calibre-debug")
    assert program
    return run([program, CONVERT, "--", epub, folder / "igjen.htmlz"], timeout=PATIENCE)


def test_calibre_reads_the_book_without_a_warning(built: Built, tmp_path: Path) -> None:
    """Nothing in the book is unknown to calibre but the styles of labels, which it leaves out."""
    ended = converted(built.editions["epub"], tmp_path)
    said = [line for line in ended.stdout.splitlines() if "@counter-style" not in line]
    assert (said, ended.stderr, ended.status) == ([], "", 0)
    assert (tmp_path / "igjen.htmlz").stat().st_size > 10_000


def test_calibre_says_nothing_of_a_sound_book(tmp_path: Path) -> None:
    """A small sound book is read in silence."""
    ended = converted(write_epub(tmp_path / "bok.epub"), tmp_path)
    assert (ended.stdout, ended.stderr, ended.status) == ("", "", 0)


def test_calibre_warns_of_style_it_does_not_know(tmp_path: Path) -> None:
    """A custom property, which many e-readers do not know either, is warned of."""
    css = "p { color: var(--ink) }"
    ended = converted(write_epub(tmp_path / "bok.epub", css=css), tmp_path)
    assert "Syntax Error in Property: color: var(--ink)" in ended.stdout


def test_calibre_gives_up_what_is_no_epub(tmp_path: Path) -> None:
    """A file that is no EPUB is given up."""
    (tmp_path / "bok.epub").write_text("ikke en bok", encoding="utf-8")
    ended = converted(tmp_path / "bok.epub", tmp_path)
    assert ended.status != 0
