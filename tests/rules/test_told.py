"""What is said of marks that were read as something else can be said of any words."""

import pytest

from bindery.rules.manuscript._told import said_of


@pytest.mark.parametrize("table", ["read_as.toml", "left_out.toml"])
def test_every_sentence_can_be_filled(table: str) -> None:
    """Braces that a hint teaches are doubled, and the author's own may be anything."""
    for said in said_of(table).values():
        for text in (said.message, said.hint):
            filled = text.filled(words="{a}, {", first="{a}")
            assert "{{" not in filled.nb + filled.en
