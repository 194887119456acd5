"""Raised, lowered and deleted words that an edition has as plain text are reported."""

import pytest
from lxml import etree

from bindery.readback.html.raised_and_lowered import raised_and_lowered
from bindery.readback.messages import Near
from bindery.vocabulary.editions import EPUB
from bindery.vocabulary.findings import Location

SAID = (
    '<div><p data-source="chapters/01.md:3">H<sub>2</sub>O, 40 m<sup>2</sup> og <del>alt</del></p>'
    "</div>"
)


def found(page: str) -> list[str]:
    """What is said of ``page``, made of ``SAID``."""
    heard = etree.fromstring(page)
    findings = raised_and_lowered(
        [etree.fromstring(SAID)], [heard], Near(Location("a"), EPUB.called)
    )
    return [finding.message.en for finding in findings]


@pytest.mark.parametrize(
    ("mark", "plain", "kind"),
    [
        ("<sub>2</sub>O", "2O", "lowered"),
        ("<sup>2</sup>", "2", "raised"),
        ("<del>alt</del>", "alt", "deleted"),
    ],
)
def test_a_mark_that_is_gone_is_reported(mark: str, plain: str, kind: str) -> None:
    """The words are the same, so nothing else sees it."""
    assert found(SAID) == []
    (message,) = found(SAID.replace(mark, plain))
    assert message.endswith(f"In the manuscript it is {kind}.")
