"""The book that costs are measured on is the same each time, sound, and has all that costs."""

from pathlib import Path

import pytest

from benchmarks.long_book import write_long_book
from bindery.document.model import MATHML, Document
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import RULES
from bindery.vocabulary.findings import Severity

pytestmark = pytest.mark.slow

FIFTY = 50
"""Pages: two chapters."""


def written(folder: Path, pages: int = FIFTY, seed: int = 1) -> dict[str, bytes]:
    """The files of a long book, by name."""
    write_long_book(folder, pages, seed)
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The Document of a long book of two chapters."""
    folder = tmp_path_factory.mktemp("bok")
    write_long_book(folder, FIFTY)
    publication = load(folder).publication
    assert publication is not None
    return read_document(publication)


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    """Two books from one seed are alike to the byte, and another seed gives another book."""
    first = written(tmp_path / "1")
    assert first == written(tmp_path / "2")
    other = written(tmp_path / "3", seed=2)
    assert other.keys() == first.keys()
    assert other["manuscript/chapters/001.md"] != first["manuscript/chapters/001.md"]


def test_it_is_as_long_as_it_is_asked_to_be(tmp_path: Path) -> None:
    """Twice the pages are twice the chapters, and those it has in common are of one length."""
    short, long = written(tmp_path / "1"), written(tmp_path / "2", pages=2 * FIFTY)
    assert sum(name.endswith(".md") for name in short) == 2
    assert sum(name.endswith(".md") for name in long) == 4


def test_it_keeps_every_rule(tmp_path: Path) -> None:
    """No rule finds more than what informs, so that it can be built and checked like any book."""
    write_long_book(tmp_path, FIFTY)
    loaded = load(tmp_path)
    assert loaded.publication is not None
    source = read_source(loaded.publication)
    found = [finding for rule in RULES for finding in rule.find(source)]
    assert [finding for finding in found if finding.severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("h1", 1),
        ("h2", 12),
        ("h3", 12),
        ("p[em or strong]", 10),
        ("ul[not(li/p)]", 5),
        ("ul[li/p[2]]", 1),
        ("ul/li/ul", 4),
        ("ol", 5),
        ("dl[count(dt) = 5]", 1),
        ("table[caption and thead/tr/th and tbody/tr/th]", 2),
        ("table[count(tbody/tr) >= 60]", 1),
        ("figure[img[@alt != ''] and figcaption]", 1),
        ("*[contains(@class, 'long-description')]", 1),
        ("blockquote[count(p) = 2]", 1),
        ("div[@lang = 'en']", 1),
        ("span[@lang = 'en']", 3),
        ("abbr[@title]", 3),
        ("a[@role = 'doc-noteref']", 3),
        ("a[contains(@href, '://')]", 3),
        ("a[contains(@href, 'del-')]", 3),
        ("p/code", 1),
        ("pre", 1),
        ("sub", 1),
        ("sup", 1),
        ("*[contains(@class, 'key-message')]", 1),
        ("*[contains(@class, 'editor-note')]", 1),
        ("*[contains(@class, 'link-block')]", 1),
    ],
)
def test_every_chapter_has_all_that_costs(document: Document, path: str, least: int) -> None:
    """What a structure tree is made of is there in each chapter, many times where it is common."""
    for chapter in document.body:
        assert len(chapter.xpath(f".//{path}")) >= least


def test_every_chapter_has_a_formula(document: Document) -> None:
    """One on a line of its own."""
    for chapter in document.body:
        assert any(one.get("display") == "block" for one in chapter.iter(f"{MATHML}math"))
