"""How Ace's report becomes evidence, and what is never taken for a pass.

The reports here are the checker's own, cut down to what a test is about.
"""

import pytest

from bindery.checkers.ace import ACE, FAIL, PASS
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from tests.checkers.conftest import Json, Judge


def ace_report(*urls: str, outcome: str = "pass", assertions: tuple[Json, ...] = ()) -> Json:
    """A report of Ace that names the documents ``urls``; the first of them has ``assertions``."""
    documents = [
        {"earl:testSubject": {"url": url}, "earl:result": {"earl:outcome": "pass"}} for url in urls
    ]
    return {
        "earl:assertedBy": {"doap:release": {"doap:revision": "1.4.6"}},
        "earl:result": {"earl:outcome": outcome},
        "assertions": [
            {**document, "assertions": list(assertions) if number == 0 else []}
            for number, document in enumerate(documents)
        ],
    }


ALL_DOCUMENTS = ("kapittel.xhtml", "nav.xhtml", "EPUB/package.opf")
ACE_FAILURE = {
    "earl:result": {
        "earl:outcome": "fail",
        "dct:description": "Element has no alt\nElement has no title",
        "earl:pointer": {"cfi": ["/4/2"], "css": ["#kart > img"]},
    },
    "earl:test": {
        "earl:impact": "critical",
        "dct:title": "image-alt",
        "help": {"dct:description": "Images must have alternative text"},
    },
}


def test_ace_names_the_document_and_the_place(judge: Judge) -> None:
    """A barrier that occurs twice in a chapter is one finding, in the words of both languages."""
    report = ace_report(*ALL_DOCUMENTS, outcome="fail", assertions=(ACE_FAILURE, ACE_FAILURE))
    (evidence,) = judge(ACE, report, FAIL)
    assert (evidence.outcome, evidence.examined, evidence.version) == (Outcome.FAILED, 2, "1.4.6")
    (finding,) = evidence.findings
    assert finding.rule == "ace-image-alt"
    assert finding.message.nb == "Bilder skal ha en alternativ tekst (2 steder)."
    assert finding.message.en == "Images must have alternative text (in 2 places)."
    assert finding.hint.nb.startswith("Dette stenger noen lesere helt ute.")
    assert "kapittel.xhtml, #kart > img" in finding.hint.nb
    assert finding.hint.en.endswith("Ace says: Element has no alt; Element has no title")


@pytest.mark.parametrize(
    ("report", "status"),
    [
        pytest.param("", PASS, id="nothing"),
        pytest.param(ace_report("nav.xhtml"), PASS, id="a chapter left out"),
        pytest.param(ace_report(*ALL_DOCUMENTS), FAIL, id="failed without a reason"),
        pytest.param(
            ace_report(*ALL_DOCUMENTS, assertions=(ACE_FAILURE,)), PASS, id="passed and failed"
        ),
    ],
)
def test_ace_without_an_answer_has_broken(judge: Judge, report: object, status: int) -> None:
    """A document that Ace does not name has not been looked at, and stops the check."""
    with pytest.raises(PipelineError, match="Ace stopped before the check was done"):
        judge(ACE, report, status)
