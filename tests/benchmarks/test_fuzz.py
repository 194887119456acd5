"""A fixed sample of chapters as nobody writes them, and the command that makes many more."""

import pytest

from benchmarks import fuzz as fuzz_module
from benchmarks.fuzz import fault_of, fuzz
from benchmarks.fuzzed import chapter
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import verbatim


def test_the_sample_is_read_and_judged() -> None:
    """Fifteen generated chapters end in findings or in nothing, never in a traceback."""
    told = [one.en for one in fuzz(15, 0, 0, 1)]
    assert told[0].startswith("15 chapters read and judged by the rules: 0 ")


@pytest.mark.slow
def test_the_sample_is_built() -> None:
    """Some of them go through pandoc, and a few through a whole build."""
    told = [one.en for one in fuzz(0, 4, 1, 1)]
    assert [line.partition(":")[2].split()[0] for line in told] == ["0", "0", "0"]


def test_a_chapter_is_the_same_each_time() -> None:
    """A finding of the command can be looked at again, by its number."""
    assert chapter(1, 7) == chapter(1, 7)
    assert len({chapter(1, number) for number in range(300)}) > 280


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (ValueError("x"), "ValueError: x"),
        (PipelineError(verbatim("Full."), verbatim("Empty it.")), "no finding: Full."),
        (RecursionError("deep"), "RecursionError: deep"),
    ],
)
def test_a_fault_is_told(error: Exception, says: str) -> None:
    """Whatever ends the work but a finding is told by its kind."""

    def work(_: str) -> None:
        raise error

    assert fault_of(work, "") == says


def test_work_without_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is stopped, and told as such."""
    monkeypatch.setattr(fuzz_module, "LONGEST", 0.05)

    def work(text: str) -> None:
        while text:
            pass

    assert fault_of(work, "x").startswith("no end")
