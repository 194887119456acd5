"""What every room asks of the Document's elements."""

import pytest
from lxml.builder import E

from bindery.document.model import has_class


@pytest.mark.parametrize(
    ("classes", "has"),
    [("table", True), ("wide table", True), ("tables", False), ("", False), (None, False)],
)
def test_a_class_is_a_whole_word(classes: str | None, has: bool) -> None:
    """A class is one of the words of the attribute, and no part of another."""
    attributes = {} if classes is None else {"class": classes}
    assert has_class(E.div(attributes), "table") is has
