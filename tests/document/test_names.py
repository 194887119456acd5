"""What a heading is called where only its name stands."""

from pathlib import Path

import pytest

from bindery.document.contents import name_headings
from tests.shelf import document_of

NOTE = "\n\n[^n]: Noten.\n"


@pytest.mark.parametrize(
    ("heading", "name", "labelled"),
    [
        ("Havn", "Havn", False),
        ("Havn *i* byen", "Havn i byen", False),
        ("Havn[^n]", "Havn", True),
        ("Om $x^2$ her", "Om x i andre her", True),
        ("[Havn](https://example.org)", "Havn", False),
    ],
)
def test_a_heading_is_called_what_it_says(
    tmp_path: Path, heading: str, name: str, labelled: bool
) -> None:
    """No number of a note is in its name, and a formula is there in words."""
    document = document_of(tmp_path, f"# {heading}{NOTE if '[^n]' in heading else ''}")
    assert document.chapters[0].title == name
    name_headings(document.body)
    (h1,) = document.body.iter("h1")
    assert h1.get("aria-label") == (name if labelled else None)
