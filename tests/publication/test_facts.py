"""The publication has every fact of its source: the book all of them, the summary the main ones.

``manuscript/facts.toml`` is the list: each person, municipality, experience and expectation, and
the words of the manuscript that say it.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree, html

from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import PdfElement, Words
from tests.built import built_book
from tests.once import Once
from tests.publication import LISTED, PUBLICATIONS

FACTS = LISTED.get("fact", [])
IN_SUMMARY = [fact for fact in FACTS if "summary" in fact]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def texts(once: Once) -> dict[str, str]:
    """The words of each edition, with white space as single spaces."""
    outputs = built_book(once, "ours").editions
    pdf = "".join(text for root in read_pdf(outputs["pdf"]).roots for text in _heard(root))
    return {
        "pdf": spaced(pdf),
        "epub": spaced(_epub(outputs["epub"].read_bytes())),
        "html": spaced("".join(html.fromstring(outputs["html"].read_bytes()).itertext())),
    }


IN_A_LINE = ("Span", "Link", "Reference", "Code", "Quote")


def _heard(element: PdfElement) -> Iterator[str]:
    """The words of a structure element; a paragraph, cell or item begins anew."""
    if element.role not in IN_A_LINE:
        yield "\n"
    for part in element.content:
        if isinstance(part, Words):
            yield part.text
        else:
            yield from _heard(part)
    if element.role not in IN_A_LINE:
        yield "\n"


def _epub(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as epub:
        return "\n".join(
            "".join(etree.fromstring(epub.read(name)).itertext())
            for name in epub.namelist()
            if name.endswith(".xhtml")
        )


def spaced(text: str) -> str:
    """One space where there were several, or a line break."""
    return " ".join(text.split())


@pytest.mark.parametrize("edition", ["pdf", "epub"])
@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["what"])
def test_the_whole_book_says_it(
    texts: dict[str, str], fact: dict[str, list[str]], edition: str
) -> None:
    """A fact of the source can be read in the edition."""
    for words in fact["says"]:
        assert spaced(words) in texts[edition]


@pytest.mark.parametrize("fact", IN_SUMMARY, ids=lambda fact: fact["what"])
def test_the_summary_says_it(texts: dict[str, str], fact: dict[str, list[str]]) -> None:
    """The summary has the fact in fewer words, and these are the book's too."""
    for words in fact["summary"]:
        assert spaced(words) in texts["html"]
        assert spaced(words) in texts["pdf"]


@pytest.mark.parametrize("kind", ["Experience", "Expectation"])
def test_the_summary_has_every_point(kind: str) -> None:
    """No experience and no expectation is left out of the summary."""
    numbers = {fact["what"].split(":")[0].split(",")[0] for fact in FACTS if _is(kind, fact)}
    assert numbers
    assert numbers == {
        fact["what"].split(":")[0].split(",")[0] for fact in IN_SUMMARY if _is(kind, fact)
    }


def _is(kind: str, fact: dict[str, str]) -> bool:
    return fact["what"].startswith(f"{kind} ")


@pytest.mark.parametrize("name", LISTED.get("names", []))
def test_the_list_is_whole(name: str) -> None:
    """Everybody and everything that must be named is named in a fact."""
    assert any(name in words for fact in FACTS for words in fact["says"])


@pytest.mark.parametrize("book", PUBLICATIONS)
def test_a_fact_that_is_missing_is_missed(book: Path, texts: dict[str, str]) -> None:
    """The test can fail: what no edition says is not found in any."""
    assert not any("Oslo er en av de 17" in text for text in texts.values()), book
