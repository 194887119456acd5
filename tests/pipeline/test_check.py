"""What a check says when checkers are missing, break, or find something."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.checkers.axe import AXE
from bindery.pipeline import examine as examine_module
from bindery.pipeline.check import check
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import PDF_UA_1
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, Outcome, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, verbatim
from tests.shelf import SETTINGS, write_book

pytestmark = pytest.mark.slow

BASIS = "grunnlag-for-tilgjengelighetserklaering.html"
GOOD = "# Tittel\n\n::: key-message\nTekst.\n:::\n"
NO_ALT = f"{GOOD}\n![](../figures/kart.svg)\n"


def _passes(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    return tuple(_judged(subject, ()) for subject in subjects)


def _fails(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    (subject,) = subjects
    wrong = Finding("x", Severity.ERROR, Location(subject.name), verbatim("galt"), verbatim("rett"))
    return (_judged(subject, (wrong,)),)


def _breaks(_subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    raise PipelineError(Text(nb="Den stanset.", en="It stopped."), verbatim("…"))


def _judged(subject: Subject, findings: tuple[Finding, ...]) -> Evidence:
    return judged(
        checker="prøve",
        version="1",
        subject=subject.name,
        standard=PDF_UA_1,
        examined=1,
        unit=verbatim("ting"),
        findings=findings,
    )


def _checker(name: str, check: object, missing: Text | None = None) -> Checker:
    return Checker(name, (PDF_UA_1,), lambda: missing, check)  # type: ignore[arg-type]


SILENT = Checker("stille", (), lambda: None, lambda _subjects: ())
"""A checker of no edition, in the place of the one that reads PDFs back."""


def _with(monkeypatch: pytest.MonkeyPatch, *checkers: Checker) -> None:
    monkeypatch.setattr(examine_module, "CHECKERS", checkers)
    monkeypatch.setattr(examine_module, "read_back", lambda _document, _manuscript: SILENT)


def test_a_missing_checker_has_proved_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is untested, never passed, and does not fail the check by itself."""
    _with(monkeypatch, _checker("borte", _passes, verbatim("borte")))
    checked = check(write_book(tmp_path, GOOD))
    assert [one.outcome for one in checked.evidence if not one.rule] == [Outcome.UNTESTED]
    assert [one.checker for one in checked.not_proved] == ["borte"]
    assert not checked.failed


def test_a_checker_that_breaks_does_not_silence_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the others found is still told, and the broken one has proved nothing."""
    _with(monkeypatch, _checker("brutt", _breaks), _checker("hel", _fails))
    checked = check(write_book(tmp_path, GOOD))
    assert [error.what.en for error in checked.broken] == ["It stopped."]
    assert [finding.rule for finding in checked.findings] == ["x"]
    assert checked.failed
    assert Outcome.UNTESTED in [one.outcome for one in checked.evidence]


def test_a_checker_with_an_error_in_it_does_not_silence_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that nobody foresaw is told, its traceback is kept, and the others go on."""
    _with(monkeypatch, _checker("feil i", lambda _: 1 / 0), _checker("hel", _fails))
    checked = check(write_book(tmp_path, GOOD))
    assert ["build/work/traceback-feil-i.txt" in one.next.nb for one in checked.broken] == [True]
    kept = (tmp_path / "build/work/traceback-feil-i.txt").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert [finding.rule for finding in checked.findings] == ["x"]


def test_the_reports_hold_what_was_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence for machines and for people is written, failures and all."""
    _with(monkeypatch, _checker("hel", _fails))
    check(write_book(tmp_path, GOOD))
    reports = tmp_path / "build/reports"
    graph = json.loads((reports / "evidence.json").read_text(encoding="utf-8"))["@graph"][:-1]
    outcomes = {one["earl:result"]["earl:outcome"]["@id"] for one in graph}
    assert outcomes == {"earl:passed", "earl:failed", "earl:inapplicable", "earl:cantTell"}
    rules = {
        one["earl:test"]["dcterms:title"]: one["earl:result"]["earl:outcome"]["@id"]
        for one in graph
        if one["earl:test"]["@type"] == "earl:TestCase"
    }
    assert rules["heading-has-text"] == "earl:passed"
    assert rules["table-has-caption"] == "earl:inapplicable"
    assert "galt" in (reports / "evidence.html").read_text(encoding="utf-8")
    assert "galt" in (reports / BASIS).read_text(encoding="utf-8")


def test_a_rules_finding_fails_the_check_but_not_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft without an alternative text can be looked at, and does not pass."""
    _with(monkeypatch)
    checked = check(write_book(tmp_path, NO_ALT))
    assert checked.publication is not None
    assert (tmp_path / "build/proevebok.pdf").is_file()
    assert {finding.rule for finding in checked.findings} == {
        "image-has-alt-text",
        "edition-images-are-described",
    }
    assert checked.failed


@pytest.mark.parametrize(
    ("file", "wrong"),
    [
        ("publication.toml", SETTINGS.replace("chapters/01.md", "chapters/99.md")),
        ("publication.toml", "title ="),
    ],
    ids=["no chapter", "no settings"],
)
def test_a_stopped_check_leaves_no_earlier_evidence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, wrong: str
) -> None:
    """What was shown of the last editions is not read as shown of a book that was not built."""
    _with(monkeypatch, _checker("hel", _passes))
    reports = tmp_path / "build/reports"
    check(write_book(tmp_path, GOOD))
    assert {path.name for path in reports.glob("evidence.*")} == {"evidence.html", "evidence.json"}
    assert (reports / BASIS).is_file()
    (tmp_path / "manuscript" / file).write_text(wrong, encoding="utf-8")
    checked = check(tmp_path)
    assert checked.stopped_by
    assert not list(reports.glob("evidence.*"))
    assert not (reports / BASIS).exists()
    told = (reports / "findings.sarif").read_text(encoding="utf-8")
    assert all(f'"{finding.rule}"' in told for finding in checked.stopped_by)


def _only_of_the_summary(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    return AXE.check(tuple(one for one in subjects if one.edition.is_summary))


def _status(book: Path, *, require_all: bool) -> int:
    """How ``invoke check`` ends."""
    try:
        tasks.check.body(Context(), book=str(book), lang="en", require_all=require_all)
    except Exit as ended:
        return ended.code or 0
    return 0


@pytest.mark.slow
def test_require_all_makes_a_missing_checker_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without Chromium a check ends with 0 and says what did not run; required, it ends with 2."""
    of_the_summary = replace(AXE, check=_only_of_the_summary)
    _with(monkeypatch, of_the_summary, _checker("hel", _passes))
    monkeypatch.setenv("BINDERY_CHROMIUM", "/nei/chromium")
    book = write_book(tmp_path, GOOD)
    assert _status(book, require_all=False) == 0
    assert "NOT RUN" in capsys.readouterr().out
    assert _status(book, require_all=True) == 2
    assert "Every check is required" in capsys.readouterr().err
    monkeypatch.delenv("BINDERY_CHROMIUM")
    assert _status(book, require_all=True) == 0
