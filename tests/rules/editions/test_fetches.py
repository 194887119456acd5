"""What a drawing that is a file of its own in an e-book would fetch."""

import pytest

from bindery.finished.epub import FinishedEpub, Resource
from bindery.rules.editions import edition_fetches_nothing


def book_with(drawing: str) -> FinishedEpub:
    """An e-book with nothing in it but a drawing."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'.encode()
    return FinishedEpub(
        subject="a.epub",
        documents={},
        named={},
        sheets={},
        package="",
        language="",
        dublin_core=(),
        properties=(),
        manifest=(),
        spine=(),
        linear=(),
        navigation="",
        resources={"a.svg": Resource("image/svg+xml", (), svg)},
    )


@pytest.mark.parametrize(
    ("drawing", "fetches"),
    [
        (r"<style>rect { fill: u\72l(http://a.no/b#c) }</style>", True),
        (r'<style>@\69mport "//a.no/b";</style>', True),
        ('<rect mask="image-set(&quot;http://a.no/b&quot; 1x)"/>', True),
        ('<image href="http://a.no/b.png"/>', True),
        ('<rect onclick="a()"/>', True),
        ('<rect fill="url(#a)"/><a href="http://a.no"/>', False),
        ('<image href="data:image/png;base64,AA"/>', False),
    ],
)
def test_a_drawing_in_a_file_is_looked_at(drawing: str, fetches: bool) -> None:
    """As the documents are: a reading system opens it like them."""
    assert bool([*edition_fetches_nothing.find(book_with(drawing))]) is fetches
