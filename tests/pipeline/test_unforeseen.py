"""What nobody foresaw ends in a sentence, and its traceback in a file."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from invoke.exceptions import Exit

from bindery.pipeline import in_a_task
from bindery.pipeline.in_a_task import COULD_NOT_WORK
from bindery.pipeline.unforeseen import unforeseen

FILE = "build/work/traceback.txt"


def raised(error: Exception) -> Exception:
    """``error`` with a traceback."""
    try:
        raise error
    except type(error) as caught:
        return caught


def told(capsys: pytest.CaptureFixture[str], book: Path | None, work: Callable[[], None]) -> str:
    """What is printed to the user if ``work`` goes wrong."""
    with pytest.raises(Exit) as ended, in_a_task.plain_words("nb", book):
        work()
    assert ended.value.code == COULD_NOT_WORK
    return capsys.readouterr().err


def too_deep() -> None:
    """Run out of Python's stack."""
    too_deep()


@pytest.mark.parametrize("work", [too_deep, lambda: int("å")])
def test_an_error_in_bindery_is_a_sentence_and_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], work: Callable[[], None]
) -> None:
    """Two lines say what happened and where the traceback is, and nothing else is printed."""
    said = told(capsys, tmp_path, work)
    assert said.splitlines() == [
        "Arbeidet stoppet på grunn av en feil i bindery.",
        f"Send {FILE} til dem som installerte bindery.",
    ]
    assert "Traceback" in (tmp_path / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("linked", ["build", "build/work", FILE])
def test_no_link_is_followed_to_write_it(tmp_path: Path, linked: str) -> None:
    """A book with links in ``build/`` cannot have a file elsewhere replaced by a traceback."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "work").mkdir()
    book = tmp_path / "book"
    (book / linked).parent.mkdir(parents=True)
    precious = elsewhere / ("file" if linked == FILE else "traceback.txt")
    for one in (precious, elsewhere / "work/traceback.txt"):
        one.write_text("kept", encoding="utf-8")
    (book / linked).symlink_to(precious if linked == FILE else elsewhere)
    named = unforeseen(raised(ValueError("å")), book).next.en.split()[1]
    assert precious.read_text(encoding="utf-8") == "kept"
    assert (elsewhere / "work/traceback.txt").read_text(encoding="utf-8") == "kept"
    assert "ValueError: å" in (book / named).read_text(encoding="utf-8")


def test_without_a_book_the_file_is_a_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tasks that are about no book leave the traceback where the system keeps such files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    error = unforeseen(raised(ValueError()), None)
    (file,) = tmp_path.iterdir()
    assert str(file) in error.next.nb


def test_a_disk_that_takes_nothing_is_no_second_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no file can be written, the sentence comes without one."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    (tmp_path / "build").write_text("a file", encoding="utf-8")
    assert ".txt" not in unforeseen(raised(ValueError()), tmp_path).next.en


def test_what_runs_beside_other_work_has_its_own_file(tmp_path: Path) -> None:
    """Two checkers that break at the same time do not write over each other's traceback."""
    for name in ("Nu Html Checker", "axe"):
        unforeseen(raised(ValueError(name)), tmp_path, name)
    written = {path.name for path in (tmp_path / "build/work").iterdir()}
    assert written == {"traceback-Nu-Html-Checker.txt", "traceback-axe.txt"}


def test_a_package_that_is_gone_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A module missing from ``.venv`` is told with how to get it back."""

    def work() -> None:
        import_module("pydantic_of_another_day.fields")

    said = told(capsys, None, work)
    assert "«pydantic_of_another_day» mangler" in said
    assert "bootstrap.py" in said


def test_memory_that_is_used_up_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """It is nobody's fault to report."""

    def work() -> None:
        raise MemoryError

    assert "minnet er brukt opp" in told(capsys, None, work)
