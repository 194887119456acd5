"""The Matterhorn Protocol: what a machine has shown of each checkpoint, and what it cannot."""

import re
from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

import pikepdf
import pytest
from outloud.registry import all_rules, import_rule_modules  # type: ignore[import-untyped]

from bindery.finished.pdf.names import HIDDEN_TEXT, OWN_TAGS, SEALED
from bindery.readback import messages as read_back
from bindery.reports.matterhorn import Judged, judge
from bindery.reports.matterhorn.absent import ABSENT
from bindery.reports.matterhorn.protocol import CHECKPOINTS, GUIDE, NO_TEST, TESTS, broken_by
from bindery.reports.wcag import Verdict
from bindery.vocabulary.editions import PDF_UA_1
from bindery.vocabulary.evidence import Evidence, judged, untested
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.reports.finished import Finish, finished, found

MACHINE = {one for each in CHECKPOINTS for one in each.machine}
PERSON = {one for each in CHECKPOINTS for one in each.person}
NOBODY_TESTS = {"09-007", "09-008", "28-018", "31-013", "31-015", "31-018"}
PROVED = {"07", "10", "30"}
NOT_THERE = {"03", "05", "08", "15", "20", "21", "22", "23", "25", "26", "27", "29"}
"""Of a PDF with nothing in it."""


def passed(*findings: Finding) -> Evidence:
    """What veraPDF says of the PDF against PDF/UA-1."""
    return judged(
        checker="veraPDF",
        version="1",
        subject="build/bok.pdf",
        standard=PDF_UA_1,
        examined=100,
        unit=verbatim("checks"),
        findings=findings,
    )


def checkpoints(
    folder: Path, evidence: Sequence[Evidence], finish: Finish | None = None
) -> dict[str, Judged]:
    """What is said of each checkpoint for a PDF, by its number."""
    document, (pdf, *_) = finished(folder, finish or Finish())
    return {one.checkpoint.number: one for one in judge(document, file=pdf, evidence=evidence)}


def numbers(of: dict[str, Judged], verdict: Verdict) -> set[str]:
    """The checkpoints that have ``verdict``."""
    return {number for number, one in of.items() if one.verdict is verdict}


def test_the_protocol_is_whole() -> None:
    """31 checkpoints in order; 87 conditions for a machine, 48 for a person, none twice."""
    assert [one.number for one in CHECKPOINTS] == [f"{number:02}" for number in range(1, 32)]
    assert (len(MACHINE), len(PERSON)) == (87, 48)
    assert not MACHINE & PERSON
    assert sum(len(one.machine) + len(one.person) for one in CHECKPOINTS) == 135
    assert all(one.name.nb and one.name.en for one in CHECKPOINTS)


def test_everything_has_its_words() -> None:
    """Each condition for a person has something to look at; each ruled out is in the protocol."""
    assert {one[:2] for one in PERSON} == {number for number in GUIDE if number != "20"}
    assert set(NO_TEST) == {one.number for one in CHECKPOINTS if not (one.machine or one.person)}
    assert {one for each in ABSENT for one in each.conditions} <= MACHINE | PERSON


def test_what_is_ruled_out_is_what_is_looked_for() -> None:
    """A name of PDF, or what has none of its own."""
    nameless = {SEALED, HIDDEN_TEXT, OWN_TAGS}
    names = {name for one in ABSENT for name in one.names}
    assert {name for name in names if not re.fullmatch(r"/\w+", name)} == nameless


def test_what_no_checker_tests_is_known() -> None:
    """Every condition for a machine has a test, but for six."""
    assert MACHINE - set(TESTS) == NOBODY_TESTS
    assert set(TESTS) <= MACHINE


def test_every_condition_is_tested_by_verapdf() -> None:
    """Every pattern names a test in the clause of PDF/UA-1 that its checkpoint is about."""
    clause = re.compile(r"verapdf-ua1-(5|7(-\d+)+)-[\d\[\]]+$|verapdf-ua1-7-2-[\d\[\]-]+$")
    assert all(clause.match(test) for tests in TESTS.values() for test in tests)


def test_nothing_is_shown_where_nothing_was_tested(tmp_path: Path) -> None:
    """Without veraPDF, nothing that only it can show is shown; it says which conditions."""
    for folder, evidence in (
        ("none", ()),
        ("missing", (untested(checker="veraPDF", subject="build/bok.pdf", standard=PDF_UA_1),)),
        ("file", (replace(passed(), subject="build/bok-2.pdf"),)),
        ("standard", (replace(passed(), standard="PDF/A-2a"),)),
    ):
        of = checkpoints(tmp_path / folder, evidence)
        assert numbers(of, Verdict.MET) == set()
        assert "07-001, 07-002" in of["07"].reason.nb
        assert of["07"].verdict is Verdict.NEEDS_PERSON


def test_a_checkpoint_is_proved_when_all_of_it_is(tmp_path: Path) -> None:
    """With veraPDF, those without anything for a person; what is not in the PDF is not asked."""
    of = checkpoints(tmp_path, (passed(),))
    assert numbers(of, Verdict.MET) == PROVED | {"02"}
    assert numbers(of, Verdict.NOT_APPLICABLE) == NOT_THERE
    assert of["02"].shown == ("02-001",)
    assert of["14"].shown == ("14-002", "14-003", "14-006", "14-007")
    assert of["14"].open == ("14-001", "14-004", "14-005")
    assert of["09"].open == ("09-001", "09-002", "09-003")


@pytest.mark.parametrize(
    ("pdf", "opened"),
    [
        ({"/S": pikepdf.Name.Table}, {"15"}),
        ({"/RoleMap": pikepdf.Dictionary(A=pikepdf.Name.P)}, {"02"}),
        (
            {"/K": pikepdf.Array([pikepdf.Dictionary(S=pikepdf.Name.JavaScript)])},
            {"03", "05", "29"},
        ),
        ({"/Subtype": pikepdf.Name.Movie}, {"03", "05"}),
        ({"/Threads": pikepdf.Array([])}, {"22"}),
    ],
)
def test_what_is_in_the_pdf_is_for_a_person(
    tmp_path: Path, pdf: dict[str, object], opened: set[str]
) -> None:
    """A table, a script or a film is for a person, though it be inside another object."""
    of = checkpoints(tmp_path, (passed(),), Finish(pdf=pdf))
    assert numbers(of, Verdict.NOT_APPLICABLE) == NOT_THERE - opened
    assert numbers(of, Verdict.NEEDS_PERSON) >= opened
    assert numbers(of, Verdict.MET) == (PROVED | {"02"}) - opened


def test_what_is_in_the_pdf_for_a_machine_alone_is_proved(tmp_path: Path) -> None:
    """Layers and files are shown by veraPDF, where they are."""
    of = checkpoints(tmp_path, (passed(),), Finish(pdf={"/OCProperties": 1, "/EF": 1}))
    assert numbers(of, Verdict.MET) == PROVED | {"02", "20", "21"}


def test_what_no_machine_tests_is_said(tmp_path: Path) -> None:
    """Ruby is tested by none of the checkers, and so a person is told the condition."""
    of = checkpoints(tmp_path, (passed(),), Finish(pdf={"/S": pikepdf.Name.Ruby}))
    assert of["09"].reason.nb.startswith("Ingen kontroll har bekreftet vilkår 09-007. ")
    assert "09-007" in of["09"].open


def test_invisible_text_is_recognised_text(tmp_path: Path) -> None:
    """A page with text that is not shown may be scanned."""
    document, (pdf, *_) = finished(tmp_path, Finish())
    for content, verdict in (
        (b"BT 3 Tr (A) Tj ET", Verdict.NEEDS_PERSON),
        (b"BT 13 Tr (A) Tj ET", Verdict.NOT_APPLICABLE),
    ):
        with pikepdf.open(pdf, allow_overwriting_input=True) as opened:
            opened.pages[0].Contents = opened.make_stream(content)
            opened.save(pdf)
        assert judge(document, file=pdf, evidence=())[7].verdict is verdict


def test_an_unreadable_pdf_may_hold_anything(tmp_path: Path) -> None:
    """Nothing is ruled out for a file that cannot be opened."""
    document, (pdf, *_) = finished(tmp_path, Finish())
    pdf.write_bytes(b"not a PDF")
    of = judge(document, file=pdf, evidence=())
    told = {one.checkpoint.number for one in of if one.verdict is not Verdict.NEEDS_PERSON}
    assert told == set(NO_TEST)


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        ("verapdf-ua1-7-1-1", {"01"}),
        ("verapdf-ua1-7-1-10", {"07"}),
        ("verapdf-ua1-7-2-10", {"09"}),
        ("verapdf-ua1-7-2-2", {"11"}),
        ("verapdf-ua1-7-2-20", {"09"}),
        ("verapdf-ua1-7-21-7-1", {"10", "17", "31"}),
        ("verapdf-ua1-6-2-1", {"01"}),
        ("verapdf-ua1-7-1-9", {"06"}),
        ("verapdf-ua1-7-3-1", {"13"}),
        ("verapdf-ua1-7-4-2-1", {"14"}),
        ("verapdf-ua1-7-5-1", {"15"}),
        ("verapdf-ua1-7-7-1", {"17"}),
        ("verapdf-ua1-7-9-1", {"19"}),
        ("verapdf-ua1-7-18-5-1", {"28"}),
        ("verapdf-ua1-7-20-1", {"30"}),
        ("verapdf-ua1-7-21-8-1", {"31"}),
        ("outloud-tbl-002", {"15"}),
        ("edition-speaks-the-language", {"11"}),
        ("edition-headings-can-be-found", {"27"}),
    ],
)
def test_what_a_check_found_is_not_met(tmp_path: Path, rule: str, broken: set[str]) -> None:
    """An error breaks its checkpoints and no others, and the rest of the run still counts."""
    error = replace(found(rule), location=Location("build/bok.pdf"))
    of = checkpoints(tmp_path, (passed(error),))
    assert numbers(of, Verdict.NOT_MET) == broken
    assert numbers(of, Verdict.MET) == (PROVED | {"02"}) - broken
    assert all(of[number].findings == (error,) for number in broken)


def test_a_doubt_is_for_a_person(tmp_path: Path) -> None:
    """A warning opens what was proved; what only informs does not."""
    for severity, met in ((Severity.WARNING, {"02", "10", "30"}), (Severity.INFO, PROVED | {"02"})):
        doubt = found("outloud-doc-011", severity)
        of = checkpoints(tmp_path / severity, (passed(doubt),))
        assert numbers(of, Verdict.MET) == met


def test_rules_of_outloud_are_where_its_catalogue_says() -> None:
    """outloud’s own mapping to the protocol is the one that is used."""
    import_rule_modules()
    for rule in all_rules():
        expected = {rule.matterhorn} if rule.matterhorn else set()
        assert broken_by(f"outloud-{rule.id.lower()}") == expected, rule.id


def test_rules_of_reading_back_belong_somewhere() -> None:
    """Whatever a PDF says wrongly is about a checkpoint; two are about none by themselves."""
    rules = [one for one in vars(read_back).values() if isinstance(one, read_back.ReadBackRule)]
    names = [one.name for one in rules if fnmatchcase(one.name, "edition-*")]
    homeless = {name for name in names if not broken_by(name)}
    assert homeless == {"edition-expands-abbreviations", "edition-can-be-read"}
