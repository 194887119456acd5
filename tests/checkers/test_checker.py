"""The checkers as a whole, what they say is missing, and when a checker has broken down."""

import dataclasses
import json
import sys
from pathlib import Path

import pytest

from bindery.checkers import CHECKERS, axe_words, running
from bindery.tools import inventory, locate
from bindery.vocabulary.checker import Checker
from bindery.vocabulary.editions import EDITIONS, ONIX_RECORD
from bindery.vocabulary.errors import PipelineError

NEEDS = {
    "veraPDF": {"Java", "veraPDF"},
    "outloud": {"outloud"},
    "EPUBCheck": {"Java", "EPUBCheck"},
    "Ace": {"Node.js", "Ace", "Chromium"},
    "Nu": {"Java", "Nu"},
    "axe": {"axe", "Chromium", "Playwright", "libatomic"},
    "Chromium": {"Chromium", "Playwright", "libatomic"},
    "ONIX schema": {"ONIX schema"},
    "PEF schema": {"Dotify"},
}
BY_NAME = {checker.name: checker for checker in CHECKERS}


class Answer(running.Report):
    """A report of one fact."""

    is_sound: bool


def test_every_edition_has_its_checkers() -> None:
    """The PDFs, the EPUB and the summary are each judged against the standards they claim."""
    claimed = {
        (edition.name, standard)
        for checker in CHECKERS
        for edition in (*EDITIONS, ONIX_RECORD)
        for standard in checker.judged_of(edition)
    }
    assert claimed == {
        ("pdf", "PDF/UA-1"),
        ("pdf", "PDF/A-2a"),
        ("pdf", "Matterhorn Protocol 1.1"),
        ("large-print", "Matterhorn Protocol 1.1"),
        ("large-print", "PDF/UA-1"),
        ("large-print", "PDF/A-2a"),
        ("pdf20", "PDF/UA-2"),
        ("pdf20", "PDF/A-4"),
        ("pdf20", "WTPDF 1.0 Accessibility"),
        ("epub", "EPUB 3.3"),
        ("epub", "EPUB Accessibility 1.1"),
        ("epub", "HTML"),
        ("epub", "WCAG 2.2 AA"),
        ("epub", "WCAG 2.2, 1.4.10"),
        ("epub", "WCAG 2.2, 1.4.12"),
        ("ebraille", "eBraille 1.0"),
        ("pef", "PEF 1.0"),
        ("onix", "ONIX 3.0"),
        ("html", "HTML"),
        ("html", "WCAG 2.2 AA"),
        ("html", "WCAG 2.2, 1.4.10"),
        ("html", "WCAG 2.2, 1.4.12"),
    }


@pytest.mark.parametrize(
    ("name", "tool"), [(name, tool) for name, tools in NEEDS.items() for tool in sorted(tools)]
)
def test_a_missing_tool_is_named_with_the_command_that_gets_it(
    name: str, tool: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever tool is not there, its checker says so, and how to get it."""
    without = [
        dataclasses.replace(each, version=(lambda: "") if each.name == tool else (lambda: "1.0"))
        for each in inventory.INVENTORY
    ]
    monkeypatch.setattr(inventory, "INVENTORY", tuple(without))
    said = BY_NAME[name].missing()
    (command,) = inventory.commands([each for each in without if each.name == tool])
    assert said is not None
    assert tool in said.nb
    assert command in said.en


@pytest.mark.parametrize("checker", CHECKERS, ids=lambda checker: checker.name)
def test_a_checker_with_all_its_tools_is_not_missing(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tools that another checker needs do not matter to this one."""
    needed = NEEDS[checker.name]
    there = [
        dataclasses.replace(tool, version=(lambda: "1.0") if tool.name in needed else (lambda: ""))
        for tool in inventory.INVENTORY
    ]
    monkeypatch.setattr(inventory, "INVENTORY", tuple(there))
    assert checker.missing() is None


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("raise SystemExit(3)", "exit status 3"),
        ("import sys; sys.exit('\\x1b[31mno\\n  memory\\x1b[39m')", "exit status 1. no memory"),
        ("import time; time.sleep(60)", "timed out"),
    ],
)
def test_a_checker_that_stops_has_broken(
    program: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash and a checker that never ends say what happened, in one sentence."""
    monkeypatch.setattr(running, "TIMEOUT", 0.5)
    with pytest.raises(PipelineError) as raised:
        running.started("Kontroll", [sys.executable, "-c", program], statuses=frozenset({0}))
    assert "Kontroll stoppet før kontrollen var ferdig" in raised.value.what.nb
    assert why in raised.value.what.en
    assert "invoke doctor" in raised.value.next.nb


def test_a_program_that_is_not_there_has_broken() -> None:
    """A tool that went away after it was found gives no traceback."""
    with pytest.raises(PipelineError):
        running.started("Kontroll", ["/not/there"], statuses=frozenset({0}))
    with pytest.raises(PipelineError):
        running.installed("Kontroll", "Java", None)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"isSound": "perhaps"}', '{"is_sound": 1}'])
def test_a_report_of_another_shape_is_no_report(tmp_path: Path, text: str) -> None:
    """What cannot be read as the report it should be is never taken for a pass."""
    report = tmp_path / "report.json"
    report.write_text(text, encoding="utf-8")
    with pytest.raises(PipelineError, match=r"report\.json"):
        running.read("Kontroll", Answer, report)


def test_a_report_that_is_there_is_read(tmp_path: Path) -> None:
    """A report is read whatever else is in it, and a missing one is a breakdown."""
    report = tmp_path / "report.json"
    with pytest.raises(PipelineError):
        running.read("Kontroll", Answer, report)
    report.write_text('{"isSound": true, "more": 1}', encoding="utf-8")
    assert running.read("Kontroll", Answer, report).is_sound


def test_an_earlier_report_is_out_of_the_way(tmp_path: Path) -> None:
    """A checker that leaves nothing cannot be mistaken for its earlier self."""
    folder = tmp_path / "reports" / "ace"
    folder.mkdir(parents=True)
    (folder / "report.json").touch()
    report = tmp_path / "reports" / "nu.json"
    report.touch()
    assert not running.fresh(folder).exists()
    assert not running.fresh(report).exists()
    assert report.parent.is_dir()


def test_every_rule_of_axe_has_a_norwegian_name() -> None:
    """No demand of axe is put to a Norwegian author in English only."""
    locales = locate.NODE_MODULES / "axe-core" / "locales"
    template = json.loads((locales / "_template.json").read_bytes())["rules"]
    assert len(template) > 100
    axe_words._locale.cache_clear()
    unnamed = [
        rule
        for rule, words in template.items()
        if axe_words._named(rule, words["help"]).nb == words["help"]
    ]
    assert unnamed == []
