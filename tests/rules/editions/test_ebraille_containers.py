"""Faults of an eBraille that are not a change to the words of one file; the others are examples."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from bindery.rules.editions import EDITION_RULES, OF_EBRAILLE
from bindery.rules.editions.judge_editions import judge_edition
from bindery.vocabulary.editions import EBRAILLE, EBRAILLE_1, EBRAILLE_TYPE
from bindery.vocabulary.evidence import Outcome
from tests.editions.braille.made import made
from tests.once import Once
from tests.rules.editions.changes import make_sound_editions, subject_of

pytestmark = pytest.mark.slow

Files = dict[str, bytes]
CHAPTER = "ebraille/kapittel-1.xhtml"


def without(files: Files, name: str) -> Files:
    """All files but one."""
    return {one: content for one, content in files.items() if one != name}


FAULTS: dict[str, tuple[str, Callable[[Files], Files]]] = {
    "the type last": (
        "ebraille-is-a-container",
        lambda files: without(files, "mimetype") | {"mimetype": files["mimetype"]},
    ),
    "no type": ("ebraille-is-a-container", lambda files: without(files, "mimetype")),
    "all in a folder": (
        "ebraille-package-is-in-the-root",
        lambda files: (
            {
                (name if name in ("mimetype", "META-INF/container.xml") else f"bok/{name}"): content
                for name, content in files.items()
            }
            | {
                "META-INF/container.xml": files["META-INF/container.xml"].replace(
                    b'"package.opf"', b'"bok/package.opf"'
                )
            }
        ),
    ),
    "no navigation": (
        "ebraille-navigation-is-in-the-root",
        lambda files: without(files, "index.html"),
    ),
    "a chapter in UTF-16": (
        "ebraille-is-plain-epub",
        lambda files: {
            **files,
            CHAPTER: files[CHAPTER].decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16"),
        },
    ),
}


@pytest.fixture(scope="session")
def sound(once: Once) -> Path:
    """The finished editions of a book in which everything is in its place."""
    return once("sound", make_sound_editions)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_container_is_found_by_its_rule_alone(
    sound: Path, tmp_path: Path, fault: str
) -> None:
    """Files that are late, elsewhere, gone or in another encoding."""
    rule, change = FAULTS[fault]
    subject = subject_of(tmp_path, EBRAILLE.name)
    with ZipFile(subject_of(sound, EBRAILLE.name).output) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(subject.output, "w") as archive:
        for name, content in change(files).items():
            archive.writestr(name, content)
    found = [finding for one in judge_edition(subject) for finding in one.findings]
    assert {one.rule for one in found} == {rule}


def test_a_book_with_every_construct_keeps_the_standard(tmp_path: Path) -> None:
    """Each rule of eBraille 1.0 has looked, found nothing, and is evidence of the standard."""
    subject = subject_of(tmp_path, EBRAILLE.name)
    subject.output.write_bytes(made()[1][EBRAILLE.name].content)
    evidence = judge_edition(subject)
    assert [finding for one in evidence for finding in one.findings] == []
    shown = [one for one in evidence if one.standard == EBRAILLE_1]
    assert [one.rule for one in shown] == [rule.name for rule in OF_EBRAILLE]
    assert {one.outcome for one in shown} == {Outcome.PASSED}


def test_each_clause_is_a_rule() -> None:
    """Fifteen that eBraille 1.0 requires, and three that it advises."""
    rules = [rule for rule in EDITION_RULES[EBRAILLE_TYPE] if rule.standard == EBRAILLE_1]
    assert [str(rule.severity) for rule in rules] == ["error"] * 15 + ["warning"] * 3
