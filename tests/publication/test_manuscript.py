"""The publication's manuscript."""

from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import RULES
from tests.publication import PUBLICATIONS


@pytest.mark.parametrize("book", PUBLICATIONS)
def test_it_keeps_every_rule(book: Path) -> None:
    """No rule finds anything, not even what only informs."""
    loaded = load(book)
    assert loaded.publication is not None, loaded.findings
    manuscript = read_source(loaded.publication)
    assert [finding for rule in RULES for finding in rule.find(manuscript)] == []


@pytest.mark.parametrize("book", PUBLICATIONS)
def test_its_own_words_are_needed(book: Path) -> None:
    """No word stands on its list that the manuscript does not have."""
    loaded = load(book)
    assert loaded.publication is not None
    text = " ".join(chapter.text for chapter in loaded.publication.chapters)
    assert [word for word in loaded.publication.words if word not in text] == []
