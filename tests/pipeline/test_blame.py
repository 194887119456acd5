"""An author is told of a cause once, and bindery takes the blame only for what it has done."""

from pathlib import Path

import pytest

from bindery.manuscript.templates import HOUSE, Templates
from bindery.pipeline.blame import Blame
from bindery.pipeline.check import check_own
from bindery.readback.messages import STRUCTURE
from bindery.reports.terminal import told_lines
from bindery.tools.makers import report_it
from bindery.vocabulary.checker import CHANGED_BY_HAND
from bindery.vocabulary.editions import READ_BACK
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.seeded.defect import sown
from tests.seeded.in_manuscript import IN_MANUSCRIPT

CHAPTER = "manuscript/chapters/01.md"
OURS = "bindery made the PDF wrong"


def found(line: int, severity: Severity = Severity.ERROR, rule: str = "list-is-whole") -> Finding:
    """What a rule finds on a line of the chapter."""
    return Finding(rule, severity, Location(CHAPTER, line), verbatim("Wrong."), verbatim("Fix it."))


def read_back(line: int) -> Evidence:
    """A difference that the read-back has found in the PDF."""
    finding = found(line, rule=STRUCTURE.name)
    return judged(
        checker="bindery",
        version="1",
        subject="build/bok.pdf",
        standard=READ_BACK,
        examined=3,
        unit=verbatim("passages"),
        findings=(finding,),
    )


def hint(blame: Blame, line: int = 10) -> str:
    """What the author is told to do about a difference at ``line``."""
    (finding,) = blame.laid(read_back(line)).findings
    return finding.hint.en


def own_sheet(book: Path, text: str) -> Templates:
    """A book whose own sheet is the default one, and ``text``."""
    sheet = book / "templates/print/print.css"
    sheet.parent.mkdir(parents=True)
    default = (HOUSE / "print/print.css").read_text(encoding="utf-8")
    sheet.write_text(default + text, encoding="utf-8")
    return Templates(book)


def test_bindery_is_to_blame_if_nothing_else_can_be(tmp_path: Path) -> None:
    """With default templates and a manuscript without findings there is nobody else."""
    assert hint(Blame(Templates(tmp_path), ())).endswith(f"{OURS}. {report_it().en}")


def test_what_follows_from_an_error_names_it(tmp_path: Path) -> None:
    """The nearest error comes first, whatever the read-back makes of it."""
    blame = Blame(Templates(tmp_path), (found(2), found(9), found(11, Severity.WARNING)))
    assert hint(blame).endswith(f"from {CHAPTER}:9 [list-is-whole]. Fix that first.")


def test_a_warning_is_a_cause_where_it_stands_alone(tmp_path: Path) -> None:
    """A warning lines away has nothing to do with it."""
    blame = Blame(Templates(tmp_path), (found(9, Severity.WARNING),))
    assert f"{CHAPTER}:9" in hint(blame, 10)
    assert OURS in hint(blame, 40)


def test_a_sheet_of_the_book_is_named_with_its_line(tmp_path: Path) -> None:
    """The line that may hide text, not one that only colours it, and none of the default sheet."""
    templates = own_sheet(tmp_path, "p { color: red }\nli { display: none }\n")
    line = templates.text("print/print.css").count("\n")
    assert f"templates/print/print.css:{line}:" in hint(Blame(templates, ()))
    assert OURS not in hint(Blame(templates, ()))


def test_a_file_that_a_hand_has_changed_is_not_binderys_work(tmp_path: Path) -> None:
    """Then nobody knows who is to blame, and the message says so."""
    blame = Blame(Templates(tmp_path), (), frozenset({"build/bok.pdf"}))
    assert CHANGED_BY_HAND.en in hint(blame)
    assert OURS not in hint(blame)


def test_what_others_find_is_left_as_it_is(tmp_path: Path) -> None:
    """Only the read-back compares with the manuscript; of a changed file it is said that it is."""
    evidence = judged(
        checker="veraPDF",
        version="1",
        subject="build/bok.pdf",
        standard="PDF/UA-1",
        examined=3,
        unit=verbatim("checks"),
        findings=(found(10),),
    )
    assert Blame(Templates(tmp_path), ()).laid(evidence) == evidence
    changed = Blame(Templates(tmp_path), (), {evidence.subject}).laid(evidence)
    assert [one.hint for one in changed.findings] == [CHANGED_BY_HAND]


WITH_CONSEQUENCES = (
    "A photo without a text",
    "Two titles in a chapter",
    "Words before the chapter’s title",
    "A heading that says nothing",
    "A note written twice",
)
"""The seeded defects of which the read-back finds consequences in the editions."""


@pytest.mark.slow
@pytest.mark.parametrize("name", WITH_CONSEQUENCES)
def test_a_cause_is_told_once_and_nothing_contradicts_it(name: str, tmp_path: Path) -> None:
    """On the terminal is the line to fix, and of the editions only how much follows from it."""
    (defect,) = [one for one in IN_MANUSCRIPT if one.name == name]
    checked = check_own(sown(defect, tmp_path / "bok"))
    told = list(told_lines(checked.findings, "en"))
    assert [line for line in told if f"error[{defect.rule}]" in line] == told[:1]
    assert [line for line in told[1:] if "error[" in line] == []
    assert [one for one in checked.findings if OURS in one.hint.en] == []
