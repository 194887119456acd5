"""What a check remembers, and what has it look again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bindery.pipeline import memory as memory_module
from bindery.pipeline.examine import examine
from bindery.pipeline.freshness import fingerprint
from bindery.pipeline.memory import NOTE, Memory
from bindery.tools.inventory import INVENTORY, Need
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import EPUB, PDF, READ_BACK
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, Outcome, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, verbatim
from tests.shelf import write_book

EDITIONS = (PDF, EPUB)
ASKED = [PDF.name, EPUB.name]


class _Looker:
    """A checker that counts what it is asked of, and finds a fault in what says so."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.missing: Text | None = None
        self.broken = False
        self.meanwhile: Callable[[], None] = lambda: None

    def __call__(self, subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
        if self.broken:
            raise PipelineError(verbatim("stanset"), verbatim("…"))
        self.asked += [subject.edition.name for subject in subjects]
        looked = tuple(map(_looked, subjects))
        self.meanwhile()
        return looked


def _looked(subject: Subject) -> Evidence:
    wrong = Finding("x", Severity.ERROR, Location(subject.name), verbatim("galt"), verbatim("rett"))
    return judged(
        checker="ser",
        version="1",
        subject=subject.name,
        standard=READ_BACK,
        examined=1,
        unit=verbatim("ting"),
        findings=(wrong,) if "galt" in subject.output.read_text(encoding="utf-8") else (),
    )


class _Bench:
    """A book with two outputs, and a checker of both."""

    def __init__(self, book: Path) -> None:
        self.book = write_book(book, "# Tittel\n\nTekst.\n")
        self.looker = _Looker()
        self.checker = Checker("ser", (READ_BACK,), lambda: self.looker.missing, self.looker)
        for name in ASKED:
            self.write(name, "som det skal være")

    def write(self, edition: str, text: str) -> None:
        output = self._output(edition)
        output.parent.mkdir(exist_ok=True)
        output.write_text(text, encoding="utf-8")

    def _output(self, edition: str) -> Path:
        return self.book / "build" / f"bok.{edition}"

    def checked(self, *, afresh: bool = False) -> tuple[list[str], tuple[Evidence, ...]]:
        """What the checker is asked of in one more check, and all the evidence of that check."""
        before = len(self.looker.asked)
        reports = self.book / "build/reports"
        subjects = tuple(
            Subject(edition, self.book, self._output(edition.name), reports) for edition in EDITIONS
        )
        memory = Memory(self.book, fingerprint(self.book), afresh=afresh)
        self.examined = examine(subjects, (self.checker,), lambda _: None, memory)
        memory.save()
        return self.looker.asked[before:], self.examined.evidence


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Bench:
    """The checkers' versions are made up: to ask the real ones takes a quarter of a second."""
    monkeypatch.setattr(memory_module, "_versions", lambda: "ser=1")
    return _Bench(tmp_path)


def test_an_unchanged_output_is_not_checked_twice(bench: _Bench) -> None:
    """The second check tells what the first one saw, and when that was."""
    asked, first = bench.checked()
    assert asked == ASKED
    assert [one.when for one in first] == [None, None]
    asked, second = bench.checked()
    assert asked == []
    assert tuple(replace(one, when=None) for one in second) == first
    assert all(one.when and one.when <= datetime.now(UTC) for one in second)


def test_a_fault_is_told_until_it_is_mended(bench: _Bench) -> None:
    """Remembering an output that failed does not let it pass."""
    bench.write("pdf", "galt")
    bench.checked()
    asked, evidence = bench.checked()
    assert asked == []
    assert [one.outcome for one in evidence] == [Outcome.FAILED, Outcome.PASSED]
    assert [finding.rule for one in evidence for finding in one.findings] == ["x"]


def test_the_date_stays_that_of_the_look(bench: _Bench) -> None:
    """However often it is told, evidence is as old as what was seen."""
    bench.checked()
    _, second = bench.checked()
    _, third = bench.checked()
    assert third == second


def _changed(bench: _Bench) -> None:
    bench.write("pdf", "noe annet")


def _without_reports(bench: _Bench) -> None:
    (bench.book / NOTE).unlink()


def _unreadable(bench: _Bench) -> None:
    (bench.book / NOTE).write_text('{"x": [{}]}', encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "asked_again"),
    [(_changed, ["pdf"]), (_without_reports, ASKED), (_unreadable, ASKED)],
)
def test_what_has_changed_is_checked_again(
    bench: _Bench, change: Callable[[_Bench], None], asked_again: list[str]
) -> None:
    """Only that, if only that; and all of it when the reports are gone."""
    bench.checked()
    change(bench)
    assert bench.checked()[0] == asked_again


def test_all_is_checked_again_when_asked_for(bench: _Bench) -> None:
    """``--afresh`` recalls nothing, and is remembered itself."""
    bench.checked()
    assert bench.checked(afresh=True)[0] == ASKED
    assert bench.checked()[0] == []


def test_a_checker_of_another_version_is_asked_again(
    bench: _Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A newer checker may see what the older one did not."""
    bench.checked()
    monkeypatch.setattr(memory_module, "_versions", lambda: "ser=2")
    assert bench.checked()[0] == ASKED


def test_every_checker_says_its_version() -> None:
    """What evidence rests on names each checker, those that are missing, too."""
    checkers = [tool.name for tool in INVENTORY if tool.need is Need.CHECK]
    said = memory_module._versions()
    assert checkers
    assert [name for name in checkers if f"{name}=" not in said] == []


def test_newer_code_asks_again(bench: _Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads a checker's answer may have changed."""
    bench.checked()
    monkeypatch.setattr(memory_module, "code_digest", lambda: "annet")
    assert bench.checked()[0] == ASKED


def test_the_manuscript_has_those_asked_again_who_know_it(bench: _Bench) -> None:
    """An output can be the same, and yet no longer be what the manuscript says."""
    bench.checked()
    chapter = next((bench.book / "manuscript").glob("**/*.md"))
    chapter.write_text("# Tittel\n\nEn annen tekst.\n", encoding="utf-8")
    assert bench.checked()[0] == []
    bench.checker = replace(bench.checker, of_book=True)
    assert bench.checked()[0] == ASKED
    assert bench.checked()[0] == []
    chapter.write_text("# Tittel\n\nTekst.\n", encoding="utf-8")
    assert bench.checked()[0] == ASKED


def test_what_was_not_tested_is_not_remembered(bench: _Bench) -> None:
    """A checker that is installed later, or starts later, is asked as soon as it can answer."""
    bench.looker.missing = verbatim("borte")
    assert [one.outcome for one in bench.checked()[1]] == [Outcome.UNTESTED] * 2
    bench.looker.missing, bench.looker.broken = None, True
    assert [one.outcome for one in bench.checked()[1]] == [Outcome.UNTESTED] * 2
    bench.looker.broken = False
    assert bench.checked()[0] == ASKED


def test_what_was_replaced_while_it_was_checked_is_not_remembered(bench: _Bench) -> None:
    """The checker has seen the file that was there, and not the one that came in its place."""
    bench.looker.meanwhile = lambda: bench.write("pdf", "galt")
    _, evidence = bench.checked()
    assert [one.outcome for one in evidence] == [Outcome.UNTESTED, Outcome.PASSED]
    (told,) = bench.examined.broken
    assert "build/bok.pdf was changed" in told.what.en
    bench.looker.meanwhile = lambda: None
    asked, evidence = bench.checked()
    assert asked == ["pdf"]
    assert evidence[0].outcome is Outcome.FAILED


def test_a_disk_that_is_full_breaks_one_checker(bench: _Bench) -> None:
    """It has proved nothing, and says so in a sentence; nothing is remembered of it."""

    def full() -> None:
        raise OSError(28, "No space left on device")

    bench.looker.meanwhile = full
    assert [one.outcome for one in bench.checked()[1]] == [Outcome.UNTESTED] * 2
    bench.looker.meanwhile = lambda: None
    assert bench.checked()[0] == ASKED


def test_what_is_gone_is_forgotten(bench: _Bench) -> None:
    """The note does not grow with every version of an output."""
    bench.checked()
    size = (bench.book / NOTE).stat().st_size
    for text in ("en", "to", "tre"):
        bench.write("pdf", text)
        bench.checked()
    assert (bench.book / NOTE).stat().st_size == size
