"""The evidence of the rules on templates."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.templates import HOUSE, Templates
from bindery.rules.cascade.pairs import Pair
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.styles import TEMPLATE_RULES
from bindery.rules.styles.judge_templates import judge_templates
from bindery.vocabulary.evidence import Evidence, Outcome
from tests.rules.styles.styles import house, styles_of
from tests.shelf import write_book

pytestmark = pytest.mark.slow

COVER = "exception text-stands-on-a-plain-ground"


def judged(
    folder: Path, files: dict[str, str], instead: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Evidence]:
    """The evidence for a book with ``files`` over the house's, by the name of the rule.

    Other files stand ``instead`` of the house's.
    """
    write_book(folder, "# Kapittel\n\nTekst.\n")
    styles_of(folder, files)
    for name, text in instead.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    publication = load(folder).publication
    assert publication is not None
    return {one.rule: one for one in judge_templates(publication)}


BRAND = "brand-colours-have-contrast"
"""The rule that a publication without a brand gives nothing to look at."""


def test_each_rule_gives_evidence_of_the_templates(tmp_path: Path) -> None:
    """The house's templates pass every rule but one: contrast on the cover is for a person."""
    evidence = judged(tmp_path, {})
    assert {rule.name for rule in TEMPLATE_RULES} < evidence.keys()
    for rule in TEMPLATE_RULES:
        one = evidence[rule.name]
        assert (one.subject, one.standard, one.findings) == ("templates", "bindery rules", ())
        unknown = rule.name == "text-has-contrast"
        expected = Outcome.CANNOT_TELL if unknown else Outcome.PASSED
        assert one.outcome is (Outcome.INAPPLICABLE if rule.name == BRAND else expected), rule.name
    assert evidence["text-has-contrast"].criteria == ("1.4.3",)
    aside = evidence["text-stands-on-a-plain-ground"].exempted
    assert {one.finding.location.path for one in aside} == {
        "templates/print/print.css",
        "templates/print/dialect.css",
    }


@pytest.mark.parametrize(
    ("css", "outcome"),
    [
        ("header { background: linear-gradient(#06343a, #ffffff); }", Outcome.CANNOT_TELL),
        (
            "header { background: linear-gradient(#06343a, #ffffff); }\n"
            ".purpose { color: #dddddd; background: #ffffff; }",
            Outcome.FAILED,
        ),
        (
            f"/* {COVER}: Sett av en person. */\nheader {{ background: url(#x); }}",
            Outcome.CANNOT_TELL,
        ),
        (f"/* {COVER} */\nheader {{ background: url(#x); }}", Outcome.CANNOT_TELL),
        (".purpose { margin: 0; }", Outcome.PASSED),
    ],
)
def test_contrast_that_nobody_can_tell_has_not_passed(
    tmp_path: Path, css: str, outcome: Outcome
) -> None:
    """Text on a gradient is not known to be readable by a machine, also where a person has looked.

    What the house says of its own cover and of long lines of code is put away here, so that each
    case stands alone.
    """
    plain = house("print/print.css").replace(
        "url(cover.svg) no-repeat right bottom / 100% auto", ""
    )
    without_arrow = re.sub(r"background: url\([^)]*\)[^;]*;", "", house("print/dialect.css"))
    others = {"print/print.css": plain, "print/dialect.css": without_arrow}
    evidence = judged(tmp_path, {"summary/summary.css": css}, others)
    assert evidence["text-has-contrast"].outcome is outcome


def test_what_one_sheet_of_paper_has_the_others_have_not(tmp_path: Path) -> None:
    """The ground of a named sheet lies below what stands on it, and below nothing else."""
    css = "@page night-sky, other { background: #06343a; }\n"
    nobody = judged(tmp_path / "a", {"print/print.css": css})["text-has-contrast"]
    assert nobody.findings == ()
    css += ".colophon { page: night-sky; }\n"
    (found,) = judged(tmp_path / "b", {"print/print.css": css})["text-has-contrast"].findings
    assert "“.colophon dt”" in found.message.en


def test_an_exception_without_reason_or_use_is_found(tmp_path: Path) -> None:
    """An exception in a style sheet is held to what one in the manuscript is held to."""
    css = "/* unntak lines-can-be-seen */\n.a { margin: 0; }\n/* unntak lines-can-be-seen: Ja. */\n"
    evidence = judged(tmp_path, {"screen.css": css})
    for rule in ("exception-has-reason", "exception-is-needed"):
        assert [one.location.path for one in evidence[rule].findings] == ["templates/screen.css"]


@pytest.mark.parametrize("template", ["<html>{{ 1 // 0 }}</html>", "{% if %}", "\udcff"])
def test_what_was_judged_on_another_template_has_not_passed(tmp_path: Path, template: str) -> None:
    """Where the house's template stood in, no rule that judges a specimen says that all is well."""
    path = tmp_path / "templates/summary/summary.html.j2"
    path.parent.mkdir(parents=True)
    path.write_text(template, encoding="utf-8", errors="surrogateescape")
    evidence = judged(tmp_path, {})
    assert evidence["template-can-be-judged"].findings
    told = {one.name: evidence[one.name].outcome for one in TEMPLATE_RULES if one.name != BRAND}
    of_sheets = _passing_without_specimens()
    assert len(of_sheets) == 5
    assert told == {
        name: Outcome.PASSED if name in of_sheets else Outcome.CANNOT_TELL for name in told
    }


def _passing_without_specimens() -> set[str]:
    """The rules that look at no specimen: they can be asked where there are none."""
    styles = _Unseen(Templates(HOUSE.parent))
    found = set()
    for rule in TEMPLATE_RULES:
        try:
            list(rule.find(styles))
        except LookupError:
            continue
        found.add(rule.name)
    return found


class _Unseen(Styles):
    """Styles of which no page can be had."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Nothing."""
        raise LookupError

    @property
    def texts(self) -> tuple[Pair, ...]:
        """Nothing."""
        raise LookupError
