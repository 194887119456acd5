"""Every rule of finished editions finds what its page says, in that file, and nothing else is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bindery.rules.editions
from bindery.rules.documentation import page_of
from bindery.rules.editions import ALL, EDITION_RULES
from bindery.rules.editions.judge_editions import FINISHED_EDITIONS, READABLE, judge_edition
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import edition_named
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from tests.once import Once
from tests.rules.editions.changes import Change, changed, changes, make_sound_editions, subject_of
from tests.rules.lines import cut_short

pytestmark = pytest.mark.slow

FAILING = [
    pytest.param(rule, change, id=f"{rule.name}-{number}")
    for rule in ALL
    for number, change in enumerate(changes(page_of(rule).sections["Fails"]), start=1)
]
PASSING = [
    pytest.param(change, id=f"{rule.name}-{number}")
    for rule in ALL
    for number, change in enumerate(changes(page_of(rule).sections["Passes"]), start=1)
]
ONLY_WARN = {
    "pdf-letters-are-large-enough",
    *("ebraille-text-is-cells", "ebraille-leaves-looks-to-the-display"),
    "ebraille-says-where-it-is-from",
}
"""The others find errors."""

NAMES_A_LIST = {"summary-data-agree-with-the-page"}
"""The messages of the others have room on two lines of a terminal."""

_FILE = re.compile(r"I (\S+): ")


@pytest.fixture(scope="session")
def sound(once: Once) -> Path:
    """The finished editions of a book in which everything is in its place."""
    return once("sound", make_sound_editions)


def _findings(evidence: tuple[Evidence, ...]) -> Iterator[Finding]:
    return (finding for one in evidence for finding in one.findings)


def _place(finding: Finding, subject: Subject) -> str:
    named = _FILE.match(finding.message.nb)
    return named[1] if named else subject.output.name


@pytest.mark.parametrize("edition", ["epub", "html", "pdf", "ebraille"])
def test_the_sound_editions_are_sound(sound: Path, edition: str) -> None:
    """No rule finds anything, each has looked, and all but one have found something to look at."""
    evidence = judge_edition(subject_of(sound, edition))
    assert list(_findings(evidence)) == []
    assert [one.rule for one in evidence] == [
        READABLE,
        *(rule.name for rule in EDITION_RULES[edition_named(edition).media_type]),
    ]
    idle = {one.rule for one in evidence if one.outcome is Outcome.INAPPLICABLE}
    assert idle <= {"epub-conformance-has-a-certifier", "edition-notes-lead-both-ways"}


@pytest.mark.parametrize(("rule", "change"), FAILING)
def test_a_change_for_the_worse_is_found_by_its_rule_and_no_other(
    sound: Path, tmp_path: Path, rule: Rule[Any], change: Change
) -> None:
    """The rule whose page shows it finds it, in the file the page names, in both languages."""
    subject = changed(sound, tmp_path, change)
    evidence = judge_edition(subject)
    found = list(_findings(evidence))
    assert {(one.rule, _place(one, subject)) for one in found} == {(rule.name, change.place)}
    (told,) = (one for one in evidence if one.rule == rule.name)
    assert told.examined > 0
    for one in found:
        cut = [line for line in cut_short(one) if rule.name in line]
        assert cut == [] or rule.name in NAMES_A_LIST, "the message is cut"
        assert one.severity is (Severity.WARNING if rule.name in ONLY_WARN else Severity.ERROR)
        assert one.location.path == subject.name
        for text in (one.message, one.hint):
            assert text.nb != text.en
            for sentence in (text.nb, text.en):
                assert sentence.endswith((".", "»", "”")), sentence


@pytest.mark.parametrize("change", PASSING)
def test_a_change_that_harms_nobody_is_not_told_of(
    sound: Path, tmp_path: Path, change: Change
) -> None:
    """What a page shows as right is right by every rule."""
    assert list(_findings(judge_edition(changed(sound, tmp_path, change)))) == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_a_page_has_everything(rule: Rule[Any]) -> None:
    """Each page says why in both languages, shows a failure and a pass, and names its clauses."""
    page = page_of(rule)
    assert list(page.sections) == ["Why", "Hvorfor", "Fails", "Passes", "Clauses"]
    assert page.property.endswith(".")
    assert all(change.place for change in changes(page.sections["Fails"]))
    assert changes(page.sections["Fails"])
    assert changes(page.sections["Passes"])


def test_every_rule_is_registered_once_under_the_name_of_its_file() -> None:
    """A file in bindery/rules/editions is a rule, but for what they share and who runs them."""
    folder = Path(bindery.rules.editions.__file__).parent
    files = {file.stem.replace("_", "-") for file in folder.glob("[!_]*.py")} - {"judge-editions"}
    assert sorted(rule.name for rule in ALL) == sorted(files)
    assert {rule.name for rules in EDITION_RULES.values() for rule in rules} == files


@pytest.mark.parametrize("edition", ["epub", "pdf", "ebraille"])
def test_what_nobody_can_open_has_failed(tmp_path: Path, edition: str) -> None:
    """A file that is not what its name says is an error, not a traceback and not silence."""
    subject = subject_of(tmp_path, edition)
    subject.output.write_bytes(b"Not what it says.")
    (evidence,) = FINISHED_EDITIONS.check((subject,))
    assert (evidence.rule, evidence.outcome) == (READABLE, Outcome.FAILED)
