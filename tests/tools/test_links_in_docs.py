"""Links between the pages of documentation lead somewhere, and their samples are what is said."""

import re
from functools import cache
from pathlib import Path

import pytest

from bindery.reports.explained import slug
from bindery.rules.manuscript.image_has_alt_text import HINT, MESSAGE
from tests.shelf import HOUSE

PAGES = [HOUSE / "README.md", HOUSE / "CONTRIBUTING.md", *sorted((HOUSE / "docs").rglob("*.md"))]

_FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def _links(page: Path) -> list[str]:
    """What the page's links and images lead to on this machine; those in code are examples."""
    prose = _CODE.sub("", _FENCED.sub("", page.read_text(encoding="utf-8")))
    escaped = prose.replace(r"\[", "").replace(r"\]", "")
    return [one for one in _LINK.findall(escaped) if ":" not in one]


@cache
def _places(page: Path) -> set[str]:
    """Where links into the page can lead: its headings and its named places."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {*map(slug, headings), *re.findall(r'<a id="([^"]+)">', text)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))
def test_a_link_leads_to_a_file_and_a_place_in_it(page: Path) -> None:
    """Its readers are not sent to nothing when a page or a heading gets another name."""
    for link in _links(page):
        name, _, place = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        if place:
            assert place in _places(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))
def test_a_sample_of_a_message_is_the_message(page: Path) -> None:
    """A page shows how a missing alternative text is reported: in the words that it is."""
    samples = re.findall(r"\[image-has-alt-text\] (.+)\n  (\w+): (.+)\n", page.read_text("utf-8"))
    for message, word, hint in samples:
        language = {"hint": "en", "tips": "nb"}[word]
        assert message == MESSAGE.said_in(language)
        assert hint == HINT.said_in(language)
