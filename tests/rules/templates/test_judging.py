"""The evidence of the rules on templates."""

from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.rules.templates import TEMPLATE_RULES
from bindery.rules.templates.judging import judge_templates
from bindery.vocabulary.evidence import Evidence, Outcome
from tests.rules.templates.styles import styles_of
from tests.shelf import write_book

COVER = "exception text-stands-on-a-plain-ground"


def judged(folder: Path, files: dict[str, str]) -> dict[str, Evidence]:
    """The evidence for a book with ``files`` over the house's, by the name of the rule."""
    write_book(folder, "# Kapittel\n\nTekst.\n")
    styles_of(folder, files)
    publication = load(folder).publication
    assert publication is not None
    return {one.rule: one for one in judge_templates(publication)}


def test_each_rule_gives_evidence_of_the_templates(tmp_path: Path) -> None:
    """A book with the house's templates passes every rule, and the cover stands as put aside."""
    evidence = judged(tmp_path, {})
    assert {rule.name for rule in TEMPLATE_RULES} < evidence.keys()
    for rule in TEMPLATE_RULES:
        one = evidence[rule.name]
        assert (one.subject, one.standard) == ("templates", "bindery rules")
        assert (one.outcome, one.findings) == (Outcome.PASSED, ()), rule.name
    assert evidence["text-has-contrast"].criteria == ("1.4.3",)
    aside = evidence["text-stands-on-a-plain-ground"].exempted
    assert [one.finding.location.path for one in aside] == ["templates/print/print.css"]


@pytest.mark.parametrize(
    ("css", "outcome"),
    [
        ("header { background: linear-gradient(#06343a, #ffffff); }", Outcome.CANNOT_TELL),
        (
            "header { background: linear-gradient(#06343a, #ffffff); }\n"
            ".kept { color: #dddddd; background: #ffffff; }",
            Outcome.FAILED,
        ),
        (f"/* {COVER}: Sett av en person. */\nheader {{ background: url(#x); }}", Outcome.PASSED),
        (f"/* {COVER} */\nheader {{ background: url(#x); }}", Outcome.CANNOT_TELL),
    ],
)
def test_contrast_that_nobody_can_tell_has_not_passed(
    tmp_path: Path, css: str, outcome: Outcome
) -> None:
    """Text on a gradient is not known to be readable, unless a person has looked and says why."""
    evidence = judged(tmp_path, {"summary/summary.css": css})
    assert evidence["text-has-contrast"].outcome is outcome


def test_an_exception_without_reason_or_use_is_found(tmp_path: Path) -> None:
    """An exception in a style sheet is held to what one in the manuscript is held to."""
    css = "/* unntak lines-can-be-seen */\n.a { margin: 0; }\n/* unntak lines-can-be-seen: Ja. */\n"
    evidence = judged(tmp_path, {"screen.css": css})
    for rule in ("exception-has-reason", "exception-is-needed"):
        assert [one.location.path for one in evidence[rule].findings] == ["templates/screen.css"]
