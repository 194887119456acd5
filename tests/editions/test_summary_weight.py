"""The summary opens on a poor line, or its author is told."""

from pathlib import Path

from bindery.editions.summary import MAKES_SUMMARY
from bindery.editions.summary.self_contained import LIMIT
from tests.shelf import document_of, workshop_for

LONG = ":::: in-summary\n{words}\n::::\n"


def rules_of(folder: Path, letters: int) -> list[str]:
    """What is found in a summary of so many letters."""
    # Long words: pandoc takes a second for as many short ones.
    words = f"{'ord' * 300} " * (letters // 900)
    document = document_of(folder, f"# A\n\n{LONG.format(words=words)}")
    made = MAKES_SUMMARY.make(document, workshop_for(document, folder), {})
    assert (len(made.content) > LIMIT) is bool(made.findings)
    return [finding.rule for finding in made.findings]


def test_a_summary_that_is_too_heavy_is_told(tmp_path: Path) -> None:
    """Text cannot be made smaller; its author is told to mark less."""
    assert rules_of(tmp_path / "a", 1_000) == []
    assert rules_of(tmp_path / "b", LIMIT) == ["summary-is-light"]
