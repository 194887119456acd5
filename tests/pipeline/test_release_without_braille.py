"""A release of a publication that asks for braille, where braille cannot be made."""

from pathlib import Path

import pytest

from bindery.pipeline.build import build
from bindery.pipeline.release import release
from bindery.pipeline.tally import Tally, tally
from bindery.tools import locate
from bindery.vocabulary.findings import Severity
from tests.built import SMALL
from tests.shelf import SETTINGS, write_book

pytestmark = pytest.mark.slow

BRAILLE = "\n[editions.braille]\nenabled = true\n"


def test_a_build_warns_and_a_release_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other editions are there, and what goes out is all that was asked for."""
    monkeypatch.setattr(locate, "TOOLS", tmp_path / "nothing")
    book = write_book(tmp_path / "book", SMALL, settings=SETTINGS + BRAILLE)
    built = build(book)
    assert [one.edition.name for one in built.outputs] == ["pdf", "epub", "html"]
    assert [(one.rule, one.severity) for one in built.findings] == [
        ("braille-is-made", Severity.WARNING)
    ]
    assert tally(built) == Tally(0, 1)
    released = release(book)
    assert released.files == ()
    assert [(one.rule, one.severity) for one in released.checked.findings] == [
        ("braille-is-made", Severity.ERROR)
    ]


def test_what_is_installed_later_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that went without braille does not count as up to date when the tools are there."""
    book = write_book(tmp_path / "book", SMALL, settings=SETTINGS + BRAILLE)
    with monkeypatch.context() as lacking:
        lacking.setattr(locate, "TOOLS", tmp_path / "nothing")
        assert len(build(book).outputs) == 3
    names = [one.edition.name for one in build(book).outputs]
    assert names == ["pdf", "epub", "ebraille", "pef", "brf", "html"]
    assert build(book).unchanged
