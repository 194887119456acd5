"""How what Chromium lays out becomes evidence, and what is never taken for a pass."""

import pytest

from bindery.checkers.layout import LAYOUT, VIEWS
from bindery.tools.browser import MODES
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from tests.checkers.conftest import Json, Judge

PLACE = {"target": "main > p", "html": "<p>"}


def answer(*, wide: int = 0, lost: int = 0, lines: int = 5) -> Json:
    """What a page answers in one view."""
    return {"wide": [PLACE] * wide, "lost": [PLACE] * lost, "lines": lines}


def test_reflow_and_spacing_are_told_apart(judge: Judge) -> None:
    """A page that is too wide fails one criterion and keeps the other, and the views are named."""
    reflow, spacing = judge(LAYOUT, [answer(wide=int(view.mode == "print")) for view in VIEWS])
    assert (reflow.outcome, spacing.outcome) == (Outcome.FAILED, Outcome.PASSED)
    assert (reflow.examined, spacing.examined) == (7, 5 * 7)
    (finding,) = reflow.findings
    assert finding.rule == "page-reflows-at-320-px"
    assert "main > p <p> (320 px utskrift med tekstavstand)" in finding.hint.nb


def test_words_that_are_lost_fail_text_spacing(judge: Judge) -> None:
    """The same words lost in many views are one place."""
    reflow, spacing = judge(LAYOUT, [answer(lost=1)] * len(VIEWS))
    assert (reflow.outcome, spacing.outcome) == (Outcome.PASSED, Outcome.FAILED)
    (finding,) = spacing.findings
    assert finding.rule == "text-spacing-loses-nothing"
    assert "(in one place)" in finding.message.en


def test_a_page_without_words_has_not_kept_them(judge: Judge) -> None:
    """Where there are no lines, there is nothing to lose."""
    _, spacing = judge(LAYOUT, [answer(lines=0)] * len(VIEWS))
    assert spacing.outcome is Outcome.INAPPLICABLE


@pytest.mark.parametrize("given", [None, {}, "layout"])
def test_a_view_without_an_answer_has_broken(judge: Judge, given: object) -> None:
    """A view that was not seen stops the check."""
    with pytest.raises(PipelineError, match="Chromium stopped before the check was done"):
        judge(LAYOUT, [*([answer()] * (len(VIEWS) - 1)), given])


def test_every_wish_is_laid_out_narrow_and_spaced() -> None:
    """No wish is left out on the narrowest page with the widest spacing."""
    assert {view.mode for view in VIEWS if view.width == 320 and view.spaced} == set(MODES)
