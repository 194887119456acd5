"""Findings for other programs: SARIF, JUnit, and annotations of GitHub."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml, TestCase

from bindery import __version__
from bindery.reports.explained import explained
from bindery.reports.for_tools import annotations, below_repository, write_junit, write_sarif
from bindery.reports.for_tools.sarif import FINGERPRINT
from bindery.vocabulary.evidence import Evidence, Exempted
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.text import Text, verbatim
from tests.reports.samples import EVERY_OUTCOME, checked, finding

AT = Location("manuscript/chapters/02 funn.md", 12, 4)

PROPERTIES = {
    "log": {"$schema", "version", "runs"},
    "runs": {"tool", "automationDetails", "columnKind", "invocations", "results"},
    "tool": {"driver"},
    "driver": {"name", "version", "rules"},
    "rules": {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"},
    "defaultConfiguration": {"level"},
    "automationDetails": {"id"},
    "invocations": {"executionSuccessful", "toolExecutionNotifications"},
    "toolExecutionNotifications": {"level", "message"},
    "results": {
        *("ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"),
        *("fixes", "suppressions"),
    },
    "locations": {"physicalLocation"},
    "physicalLocation": {"artifactLocation", "region"},
    "artifactLocation": {"uri"},
    "region": {"startLine", "startColumn"},
    "deletedRegion": {"startLine", "startColumn", "endLine", "endColumn"},
    "fixes": {"description", "artifactChanges"},
    "artifactChanges": {"artifactLocation", "replacements"},
    "replacements": {"deletedRegion", "insertedContent"},
    "suppressions": {"kind", "justification"},
    "message": {"text"},
    "shortDescription": {"text"},
    "fullDescription": {"text"},
    "help": {"text"},
    "description": {"text"},
    "insertedContent": {"text"},
    "partialFingerprints": {FINGERPRINT},
}
"""The properties of SARIF 2.1.0 that we write, by what they are properties of."""


def sarif(
    folder: Path,
    findings: Sequence[Finding] = (),
    evidence: Sequence[Evidence] = (),
    *,
    language: str = "nb",
    below: str = "",
) -> dict[str, Any]:
    """The only run of the log."""
    path = folder / "findings.sarif"
    write_sarif(path, findings=findings, evidence=evidence, language=language, below=below)
    log = json.loads(path.read_bytes())
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    assert set(named(log, "log")) <= {(of, one) for of, all_ in PROPERTIES.items() for one in all_}
    run: dict[str, Any] = log["runs"][0]
    return run


def named(node: object, of: str) -> Iterator[tuple[str, str]]:
    """Every property below ``node``, with what it is a property of."""
    if isinstance(node, list):
        for each in node:
            yield from named(each, of)
    elif isinstance(node, dict):
        for name, value in node.items():
            yield of, name
            yield from named(value, name)


def cases(
    folder: Path, findings: Sequence[Finding] = (), evidence: Sequence[Evidence] = ()
) -> dict[str, TestCase]:
    """The cases of the JUnit report, by suite and name."""
    path = folder / "junit.xml"
    write_junit(path, findings=findings, evidence=evidence, language="nb")
    return {
        f"{suite.name}: {case.name}": case
        for suite in JUnitXml.fromfile(str(path))
        for case in suite
    }


def test_a_finding_is_a_result_at_its_line(tmp_path: Path) -> None:
    """Rule, weight, message with what to do, and the place in the repository, as an address."""
    run = sarif(tmp_path, [replace(finding(), location=AT)], below="bøker/en/")
    assert run["tool"]["driver"]["version"] == __version__
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    assert result.pop("partialFingerprints")[FINGERPRINT].isalnum()
    assert result == {
        "ruleId": "image-has-alt-text",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "Bildet <kart> mangler alternativ tekst. beskriv det mellom klammene"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "b%C3%B8ker/en/manuscript/chapters/02%20funn.md"},
                    "region": {"startLine": 12, "startColumn": 4},
                }
            }
        ],
    }


def test_weights_are_levels(tmp_path: Path) -> None:
    """An error, a warning and a note are told apart; a whole file has no line."""
    whole = Location("build/bok.pdf")
    findings = [replace(finding(one), location=whole) for one in Severity]
    run = sarif(tmp_path, findings)
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    assert places == [{"artifactLocation": {"uri": "build/bok.pdf"}}] * 3


def test_each_rule_says_why_and_how(tmp_path: Path) -> None:
    """A rule is told once, by its explanation, or by the finding itself where it has none."""
    rule = "page-reflows-at-320-px"
    explanation = explained(rule)
    assert explanation is not None
    run = sarif(
        tmp_path, [replace(finding(), rule=rule), finding(), finding(line=30)], language="en"
    )
    rules = {one["id"]: one for one in run["tool"]["driver"]["rules"]}
    assert set(rules) == {rule, "image-has-alt-text"}
    assert rules[rule]["help"]["text"] == (f"{explanation.why.en} {explanation.mend.en}")
    assert rules["image-has-alt-text"]["help"]["text"].endswith("describe it between the brackets")
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_finding_is_known_again(tmp_path: Path) -> None:
    """Its fingerprint is the same at another line and in another language, and no other's."""

    def prints(*findings: Finding, language: str = "nb") -> list[str]:
        run = sarif(tmp_path, findings, language=language)
        return [one["partialFingerprints"][FINGERPRINT] for one in run["results"]]

    twice = prints(finding(line=1), finding(line=2))
    assert len(set(twice)) == 2
    assert twice == prints(finding(line=7), finding(line=9), language="en")
    other = replace(finding(), rule="image-is-there"), replace(finding(), message=verbatim("Nei"))
    moved = replace(finding(), location=AT)
    assert len({*twice, *prints(*other, moved)}) == 5


def test_an_exception_is_a_suppression(tmp_path: Path) -> None:
    """What its author has put aside is told of, with the reason, and is not open."""
    one = replace(
        checked("Regler", 3), exempted=(Exempted(finding(), verbatim("Det er en logo.")),)
    )
    (result,) = sarif(tmp_path, evidence=[one])["results"]
    assert result["ruleId"] == "image-has-alt-text"
    assert result["suppressions"] == [{"kind": "inSource", "justification": "Det er en logo."}]


@pytest.mark.parametrize(("old", "end"), [("--", (12, 6)), ("en\nto", (13, 3)), ("", (12, 4))])
def test_a_fix_is_a_replacement(tmp_path: Path, old: str, end: tuple[int, int]) -> None:
    """What a machine may mend is from its first character to the one after its last."""
    mended = replace(finding(), location=AT, fix=Fix(AT, old, "–"))
    (result,) = sarif(tmp_path, [mended])["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {
                **{"startLine": 12, "startColumn": 4},
                **{"endLine": end[0], "endColumn": end[1]},
            },
            "insertedContent": {"text": "–"},
        }
    ]


def test_what_was_not_run_is_no_silence(tmp_path: Path) -> None:
    """A checker that is not there makes the run unsuccessful, and is named."""
    (invocation,) = sarif(tmp_path, evidence=EVERY_OUTCOME)["invocations"]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"].startswith(
        "EPUB 3.3 (build/bok.epub): EPUBCheck er ikke installert"
    )
    (invocation,) = sarif(tmp_path, evidence=EVERY_OUTCOME[:3])["invocations"]
    assert invocation == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_only_what_was_shown_passes_in_junit(tmp_path: Path) -> None:
    """A fault fails, what was not run is an error; nothing to check, or a doubt, is skipped."""
    of = cases(tmp_path, evidence=EVERY_OUTCOME)
    assert {name: one.is_passed for name, one in of.items()} == {
        "build/bok.epub: EPUB 3.3 (EPUBCheck)": False,
        "build/bok.html: WCAG 2.2 AA (axe 4.14.1)": False,
        "build/bok.pdf: PDF/A-2a (veraPDF 1.28.2)": False,
        "build/bok.pdf: PDF/UA-1 (veraPDF 1.28.2)": True,
        "build/bok.pdf: PDF/X (veraPDF 1.28.2)": False,
    }
    assert of["build/bok.epub: EPUB 3.3 (EPUBCheck)"].is_error
    assert of["build/bok.html: WCAG 2.2 AA (axe 4.14.1)"].is_skipped
    assert of["build/bok.pdf: PDF/X (veraPDF 1.28.2)"].is_skipped
    failed = of["build/bok.pdf: PDF/A-2a (veraPDF 1.28.2)"]
    assert failed.is_failure
    assert failed.result[0].text.count("feil[image-has-alt-text]") == 2
    assert "advarsel[image" in (of["build/bok.html: WCAG 2.2 AA (axe 4.14.1)"].system_out or "")


def test_a_rule_is_a_case_of_its_own(tmp_path: Path) -> None:
    """Each rule of a set is a case, by its name; the suite counts them."""
    rules = [replace(checked("Regler", 3), rule=name) for name in ("b-is-so", "a-is-so")]
    assert list(cases(tmp_path, evidence=rules)) == [
        "build/bok.pdf: a-is-so",
        "build/bok.pdf: b-is-so",
    ]
    report = JUnitXml.fromfile(str(tmp_path / "junit.xml"))
    assert [suite.tests for suite in report] == [2]


def test_what_stopped_the_build_fails_in_junit(tmp_path: Path) -> None:
    """A finding that no check owns has a case of its own; a warning is only told."""
    soft = replace(finding(Severity.WARNING), rule="page-is-as-styled")
    of = cases(tmp_path, [finding(), soft])
    assert {name: one.is_passed for name, one in of.items()} == {
        "Bygging: image-has-alt-text": False,
        "Bygging: page-is-as-styled": True,
    }
    assert of["Bygging: image-has-alt-text"].is_failure
    evidence = [checked("PDF/A-2a", 828, finding())]
    assert "Bygging: image-has-alt-text" not in cases(tmp_path, [finding()], evidence)


def test_what_xml_cannot_hold_is_marked(tmp_path: Path) -> None:
    """A control character that a message quotes does not keep the report from being read."""
    bell = replace(finding(), message=verbatim("Her: «\a\x00»"))
    of = cases(tmp_path, [bell])
    assert of["Bygging: image-has-alt-text"].result[0].message == "Her: «\ufffd\ufffd»"


def test_an_annotation_is_one_line(tmp_path: Path) -> None:
    """Signs that GitHub gives a meaning are escaped, in the message and in what is told of it."""
    odd = replace(
        finding(Severity.WARNING),
        location=Location("a:b,c%.md", 3, 9),
        message=Text(nb="50 % er:\r\nfeil, ja", en="-"),
    )
    assert list(annotations([odd], "nb", below="en/")) == [
        "::warning file=en/a%3Ab%2Cc%25.md,line=3,col=9,title=image-has-alt-text"
        "::50 %25 er:%0D%0Afeil, ja%0Abeskriv det mellom klammene"
    ]


def test_the_heaviest_are_annotated_first() -> None:
    """GitHub shows ten of each, so errors come first; a whole file has no line."""
    soft = replace(finding(Severity.INFO), location=Location("build/bok.pdf", None, 3))
    assert list(annotations([soft, finding()], "en")) == [
        "::error file=manuscript/chapters/02-funn.md,line=12,title=image-has-alt-text"
        "::This image has no alternative text.%0Adescribe it between the brackets",
        "::notice file=build/bok.pdf,title=image-has-alt-text"
        "::This image has no alternative text.%0Adescribe it between the brackets",
    ]


def test_paths_begin_at_the_root_of_the_repository(tmp_path: Path) -> None:
    """A book in a folder of a repository is named by it; one that is in none is not."""
    book = tmp_path / "bøker" / "en"
    book.mkdir(parents=True)
    assert below_repository(book) == ""
    (tmp_path / ".git").touch()
    assert below_repository(book) == "bøker/en/"
    assert below_repository(tmp_path) == ""


def test_reports_do_not_vary(tmp_path: Path) -> None:
    """The same findings give the same bytes, in whichever order the checkers finish."""
    ruled = replace(checked("Regler", 3, finding()), rule="image-has-alt-text")
    seen = set()
    for evidence in ([*EVERY_OUTCOME, ruled], [ruled, *EVERY_OUTCOME[::-1]]):
        sarif(tmp_path, [finding()], evidence)
        cases(tmp_path, [finding()], evidence)
        written = (tmp_path / "findings.sarif", tmp_path / "junit.xml")
        seen.add(tuple(path.read_bytes() for path in written))
    assert len(seen) == 1
