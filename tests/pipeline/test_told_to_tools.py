"""What a check tells other programs, whether anything could be built or not."""

import json
from pathlib import Path

import pytest
from invoke.exceptions import Exit
from junitparser import JUnitXml

from bindery import tasks
from bindery.pipeline.check import Checked, check
from bindery.reports.terminal import lines
from bindery.vocabulary.findings import Severity
from tests.reports.samples import EVERY_OUTCOME, finding
from tests.shelf import write_book


@pytest.mark.slow
def test_what_stops_a_build_is_told_in_a_pull_request(tmp_path: Path) -> None:
    """A manuscript that no edition can be made of still gives findings at their lines."""
    (tmp_path / ".git").touch()
    wrong = {"chapters/01.md": "# En\n\nRød\n".encode("latin-1")}
    book = write_book(tmp_path / "bok", "", files=wrong)
    checked = check(book)
    assert checked.publication is None
    reports = book / "build/reports"
    (run,) = json.loads((reports / "findings.sarif").read_bytes())["runs"]
    rules = [one.rule for one in checked.findings]
    assert "chapter-is-utf8" in rules
    assert [one["ruleId"] for one in run["results"]] == rules
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "bok/manuscript/chapters/01.md"
    assert place["region"]["startLine"] == 3
    suites = JUnitXml.fromfile(str(reports / "junit.xml"))
    failed = [case.name for suite in suites for case in suite if case.is_failure]
    assert set(failed) == {one.rule for one in checked.findings if one.severity is Severity.ERROR}


@pytest.mark.parametrize("github", [True, False])
def test_findings_are_annotated_where_github_reads(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    github: bool,
) -> None:
    """On GitHub every finding is an annotation as well, what only informs too; nowhere else."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true" if github else "")
    found = (finding(), finding(Severity.INFO))
    with pytest.raises(Exit):
        tasks._judge(Checked(None, found, EVERY_OUTCOME), tmp_path, "nb", all_required=False)
    said = capsys.readouterr().out.splitlines()
    annotated = [line.partition(" ")[0] for line in said if line.startswith("::")]
    assert annotated == (["::error", "::notice"] if github else [])
    assert "Til opplysning: 1 (image-has-alt-text: 1)." in said[2]


def test_all_is_told_at_a_terminal_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With --verbose, what only informs is told like the rest."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    found = (finding(Severity.WARNING), finding(Severity.INFO))
    checked = Checked(None, found, ())
    tasks._judge(checked, tmp_path, "nb", all_required=False, verbose=True)
    assert capsys.readouterr().out.splitlines() == [*lines(found, "nb")]
