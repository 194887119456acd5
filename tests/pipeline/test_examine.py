"""Checkers run side by side, except those that would wait for each other."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from bindery.pipeline.examine import examine
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import PDF, READ_BACK
from bindery.vocabulary.evidence import Evidence, untested
from bindery.vocabulary.text import Text

PATIENCE = 20.0


def checker(name: str, work: Callable[[], None], *, computes_here: bool) -> Checker:
    """A checker that does some ``work``, and judges nothing."""

    def look(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
        work()
        return tuple(
            untested(checker=name, subject=one.name, standard=READ_BACK) for one in subjects
        )

    return Checker(name, (READ_BACK,), _never_missing, look, computes_here=computes_here)


def _never_missing() -> Text | None:
    return None


def test_those_that_compute_here_run_one_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside them the others run, on the processor that is left."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    inside: list[str] = []
    most: list[int] = []
    other_runs = Event()

    def compute() -> None:
        inside.append("one")
        most.append(len(inside))
        assert other_runs.wait(PATIENCE)
        inside.pop()

    (tmp_path / "bok.pdf").write_bytes(b"x")
    subject = Subject(PDF, tmp_path, tmp_path / "bok.pdf", tmp_path)
    checkers = (
        checker("first", compute, computes_here=True),
        checker("other", other_runs.set, computes_here=False),
        checker("second", compute, computes_here=True),
    )
    examined = examine((subject,), checkers, lambda _: None)
    assert not examined.broken
    assert most == [1, 1]
    assert [one.checker for one in examined.evidence] == ["first", "second", "other"]
