"""Which lines of the manuscript the summary is made of."""

from pathlib import Path

import pytest

from bindery.document.in_summary import SummaryLines
from bindery.vocabulary.findings import Location
from tests.shelf import document_of

CHAPTER = """\
# Tittel

Et avsnitt som ikke er med,
over to linjer.

::: key-message
Budskapet.
:::

::::: in-summary
## Med

Et avsnitt som er med,
over to linjer.
:::::

Et siste avsnitt.
"""
PATH = "manuscript/chapters/01.md"


@pytest.mark.parametrize(
    ("line", "shown"),
    [(1, True), (3, False), (4, False), (7, True), (11, True), (13, True), (14, True), (17, False)],
)
def test_a_line_is_shown_with_its_block(tmp_path: Path, line: int, shown: bool) -> None:
    """The chapter's title, its message and what is marked; nothing before, between or after."""
    lines = SummaryLines(document_of(tmp_path, CHAPTER))
    assert (Location(PATH, line) in lines) is shown


@pytest.mark.parametrize(
    "place", [Location(PATH), Location("manuscript/publication.toml", 3), Location("build/b.html")]
)
def test_what_is_of_no_block_may_be_shown(tmp_path: Path, place: Location) -> None:
    """A fault is not taken from an edition because nobody knows where it is."""
    assert place in SummaryLines(document_of(tmp_path, CHAPTER))
