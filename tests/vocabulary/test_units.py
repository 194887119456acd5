"""One of something is said as one, and several as several."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bindery.checkers.running import CHECKS, DOCUMENTS, FILES
from bindery.reports import words
from bindery.reports.terminal import output_lines
from bindery.rules.editions import ALL as RULES_OF_EDITIONS
from bindery.rules.manuscript import RULES
from bindery.rules.styles import TEMPLATE_RULES
from bindery.vocabulary.editions import EDITIONS, PDF, Output
from bindery.vocabulary.evidence import judged
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, Unit


def _units() -> Iterator[Unit]:
    yield from (CHECKS, DOCUMENTS, FILES)
    yield from (edition.unit for edition in EDITIONS)
    rules: tuple[Rule[Any], ...] = (*RULES, *RULES_OF_EDITIONS, *TEMPLATE_RULES)
    yield from (rule.extent.unit for rule in rules)


UNITS = sorted(set(_units()), key=lambda unit: unit.en)


def _examined(count: int) -> Text:
    evidence = judged(
        checker="C",
        version="1",
        subject="s",
        standard="S",
        examined=count,
        unit=FILES,
        findings=(),
    )
    return words.extent(evidence)


@pytest.mark.parametrize(
    ("count", "nb", "en"),
    [
        (0, "0 filer undersøkt", "0 files examined"),
        (1, "1 fil undersøkt", "1 file examined"),
        (2, "2 filer undersøkt", "2 files examined"),
    ],
)
def test_evidence_says_one_file_and_two_files(count: int, nb: str, en: str) -> None:
    """In Norwegian and in English; none are several."""
    assert (_examined(count).nb, _examined(count).en) == (nb, en)


def test_an_output_has_one_page_or_several(tmp_path: Path) -> None:
    """The line that a build ends with says the same."""
    outputs = tuple(
        Output(PDF, tmp_path / "bok.pdf", 1000, count, PDF.unit.of(count), 0.1) for count in (1, 2)
    )
    one, two = output_lines(outputs, tmp_path, False, "nb")
    assert "1 side " in one
    assert "2 sider " in two


@pytest.mark.parametrize("unit", UNITS)
def test_no_unit_says_one_as_if_it_were_several(unit: Unit) -> None:
    """English has a plural of every unit; Norwegian has the same form of a few."""
    same_in_norwegian = (
        *("avsnitt", "sidetall", "sideskift", "datasett", "stilark"),
        "tekst-/bakgrunnspar",
    )
    assert unit.of(1).en != unit.of(2).en
    assert unit.of(1).nb != unit.of(2).nb or unit.of(1).nb in same_in_norwegian
