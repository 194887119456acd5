"""A typeface's subset is made again when its letters or its file have changed."""

import shutil
from pathlib import Path

import pytest
from lxml.builder import E

from bindery.document import typefaces
from bindery.document.typefaces import embed
from bindery.manuscript.templates import HOUSE
from tests.kept_in_memory import Shelf

FONTS = HOUSE / "fonts"


def _subset(words: str, folders: tuple[Path, ...], shelf: Shelf) -> bytes:
    subset, *_ = embed([E.p(words)], folders, keeper=shelf)
    return subset.data


def test_the_same_letters_are_recalled(monkeypatch: pytest.MonkeyPatch) -> None:
    """In another order they are the same; as many others are not."""
    shelf = Shelf()
    before = _subset("ord", (FONTS,), shelf)
    with monkeypatch.context() as patched:
        patched.setattr(typefaces, "_packed", lambda *_: pytest.fail("made again"))
        assert _subset("dro", (FONTS,), shelf) == before
    assert _subset("set", (FONTS,), shelf) != before


def test_another_file_is_another_subset(tmp_path: Path) -> None:
    """A publication's own typeface under the same name is not the default one."""
    shelf = Shelf()
    before = _subset("ord", (FONTS,), shelf)
    shutil.copy(FONTS / "Andika-Italic.ttf", tmp_path / "Andika-Regular.ttf")
    assert _subset("ord", (tmp_path, FONTS), shelf) != before
    assert len(shelf.kept) == 3  # the default bold one is the same
