"""How axe's answers become evidence, and what is never taken for a pass.

The reports here are the checker's own, cut down to what a test is about.
"""

import pytest

from bindery.checkers import axe_words
from bindery.checkers.axe import AXE, VIEWS
from bindery.tools.browser import MODES, View
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from bindery.vocabulary.findings import Severity
from tests.checkers.conftest import Json, Judge


def axe_answer(*, violations: int = 0, incomplete: int = 0, passes: int = 10) -> Json:
    """What axe answers in one view."""

    def rule(nodes: int) -> list[Json]:
        node = {"target": ["main > p"], "html": "<p>", "failureSummary": "Fix any:\n  Pale\n  Thin"}
        named = {"id": "color-contrast", "impact": "serious", "help": "Elements must contrast"}
        return [{**named, "nodes": [node] * nodes}] if nodes else []

    return {
        "testEngine": {"name": "axe-core", "version": "4.14.1"},
        "violations": rule(violations),
        "incomplete": rule(incomplete),
        "passes": [{"id": "document-title", "count": passes}] if passes else [],
    }


def test_axe_says_in_which_views(judge: Judge) -> None:
    """The same place in two views is one place, and both views are named."""
    answers = [axe_answer(violations=int(view.mode == "dark")) for view in VIEWS]
    (evidence,) = judge(AXE, answers)
    assert (evidence.outcome, evidence.examined) == (Outcome.FAILED, 10 * len(VIEWS) + 2)
    (finding,) = evidence.findings
    assert (finding.rule, finding.severity) == ("axe-color-contrast", Severity.ERROR)
    assert finding.message.en == "Elements must contrast (in one place)."
    views = "320 px mørk med tekstavstand, 1280 px mørk"
    assert f"bok.epub, main > p <p> ({views})" in finding.hint.nb
    assert finding.hint.nb.endswith("Originalmelding fra axe: Fix any: Pale; Thin")


def test_axe_that_cannot_tell_is_evidence_of_its_own(judge: Judge) -> None:
    """What axe cannot decide neither passes nor fails: it asks for a person."""
    certain, uncertain = judge(AXE, [axe_answer(incomplete=1)] * len(VIEWS))
    assert (certain.outcome, certain.examined) == (Outcome.PASSED, 10 * len(VIEWS))
    assert (uncertain.outcome, uncertain.examined) == (Outcome.CANNOT_TELL, len(VIEWS))
    (finding,) = uncertain.findings
    assert finding.severity is Severity.WARNING
    assert finding.message.nb.startswith("axe kunne ikke avgjøre dette. Kontroller selv:")


@pytest.mark.parametrize(
    "reason", ["shortTextContent", "nonBmp", "elmPartiallyObscured", "bgOverlap"]
)
def test_what_another_rule_measures_is_not_asked_of_a_person(judge: Judge, reason: str) -> None:
    """Contrast that axe gives up on, and text-has-contrast measures, is information."""
    answer = axe_answer(incomplete=1)
    answer["incomplete"][0]["nodes"][0]["any"] = [{"data": {"messageKey": reason}}]
    (evidence,) = judge(AXE, [answer] * len(VIEWS))
    assert evidence.outcome is Outcome.PASSED
    assert [finding.severity for finding in evidence.findings] == [Severity.INFO]
    assert "text-has-contrast" in evidence.findings[0].hint.nb


def test_words_in_a_drawing_are_for_a_person(judge: Judge) -> None:
    """No program knows what is behind them; the evidence says so, and the author is not warned."""
    answer = axe_answer(incomplete=1)
    answer["incomplete"][0]["nodes"][0]["html"] = '<text x="3">1990</text>'
    _, uncertain = judge(AXE, [answer] * len(VIEWS))
    assert uncertain.outcome is Outcome.CANNOT_TELL
    (finding,) = uncertain.findings
    assert finding.severity is Severity.INFO
    said = "Ord i tegninger, som «1990» (ett sted): Kontroller kontrasten."
    assert finding.message.nb == said
    assert "Originalmelding fra axe: Fix any" in finding.hint.nb


def test_axe_that_saw_nothing_has_not_passed(judge: Judge) -> None:
    """A page on which no rule applied is not applicable."""
    (evidence,) = judge(AXE, [axe_answer(passes=0)] * len(VIEWS))
    assert evidence.outcome is Outcome.INAPPLICABLE


@pytest.mark.parametrize("answer", [None, {}, "axe"])
def test_axe_without_an_answer_has_broken(judge: Judge, answer: object) -> None:
    """A view that gave no report stops the check."""
    with pytest.raises(PipelineError, match="axe stopped before the check was done"):
        judge(AXE, [*([axe_answer()] * (len(VIEWS) - 1)), answer])


def test_axe_looks_at_every_wish_narrow_and_spaced() -> None:
    """Every wish is looked at on the narrowest page, and light and dark on a wide one."""
    narrow = {View(320, mode, spaced=True) for mode in MODES}
    assert len(narrow) == 6
    assert set(VIEWS) == narrow | {View(1280, "light"), View(1280, "dark")}


@pytest.mark.parametrize(
    "misspelt", ["tillate ARIA", "overksrift", "aalement", "en tabel,", "complim"]
)
def test_no_misspelt_word_of_axe_s_reaches_an_author(misspelt: str) -> None:
    """Where axe's own Norwegian is misspelt, the author reads ours."""
    wrong = [rule for rule, words in axe_words._locale().items() if misspelt in words]
    assert wrong
    assert [rule for rule in wrong if misspelt in axe_words._named(rule, "").nb] == []
