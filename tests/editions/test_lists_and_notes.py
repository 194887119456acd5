"""Lists with letters, tasks and notes that are referred to twice, as every edition has them."""

import re
from pathlib import Path

import pytest
from lxml import etree

from bindery.document.model import Document
from bindery.editions.making import Made
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.readback.pdf.listing import listing
from bindery.vocabulary.editions import EPUB, LARGE_PRINT, PDF, PDF20, SUMMARY
from tests.shelf import SETTINGS, document_of, maker_of, workshop_for

CHAPTER = """\
# Alt

::: {.in-summary}
Krav:
a) x
b) y

I) en
II) to

- [x] fe
- [ ] ku
:::

En påstand.[^n] Og igjen.[^n]

[^n]: Noten.
"""
ALL = f"{SETTINGS}\n[editions.pdf20]\nenabled = true\n[editions.large-print]\nenabled = true\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Every edition of a book with these marks."""
    folder = tmp_path_factory.mktemp("lists")
    document = document_of(folder, CHAPTER, settings=ALL)
    done: dict[str, Made] = {}
    for edition in (PDF, LARGE_PRINT, PDF20, EPUB, SUMMARY):
        done[edition.name] = maker_of(edition).make(document, workshop_for(document, folder), done)
    return done


@pytest.mark.parametrize("name", [PDF.name, LARGE_PRINT.name, PDF20.name])
def test_print_has_the_labels_and_the_words(
    name: str, made: dict[str, Made], tmp_path: Path
) -> None:
    """A label is heard as written, a box by its words, and a note is one with two ways back."""
    file = tmp_path / "bok.pdf"
    file.write_bytes(made[name].content)
    told = listing(read_pdf(file))
    assert all(f"Lbl “{label}”" in told for label in ("a)", "b)", "I)", "II)"))
    assert re.findall("Figure alt=“(.*)”", told) == ["gjort", "ikke gjort"]
    assert "[x]" not in told
    assert told.count("“Noten. ”") == 1
    assert "“Tilbake til henvisning 2 til note 1”" in told


def test_the_e_book_has_one_note_with_two_ways_back(made: dict[str, Made]) -> None:
    """Both marks have the number 1, and each has a way back of its own."""
    e_book = read_epub(made[EPUB.name].content, "bok.epub")
    page = next(one for name, one in e_book.resources.items() if name.endswith("kapittel-1.xhtml"))
    chapter = etree.fromstring(page.content)
    numbers = [one.text for one in chapter.iterfind(".//{*}a[@role='doc-noteref']")]
    back = [one.get("href") for one in chapter.iterfind(".//{*}a[@role='doc-backlink']")]
    assert (numbers, back) == (["1", "1"], ["#noteref-1-1", "#noteref-1-1-2"])
    kinds = [(one.get("type"), one.get("class")) for one in chapter.iterfind(".//{*}ol[@class]")]
    assert kinds == [("a", "lower-alpha-paren"), ("I", "upper-roman-paren")]
    heard = [one.get("aria-label") for one in chapter.iterfind(".//{*}svg")]
    assert heard == ["gjort", "ikke gjort"]


def test_the_summary_has_the_same_lists(made: dict[str, Made]) -> None:
    """It has the labels' style, and the boxes with their words; no control."""
    page = made[SUMMARY.name].content.decode()
    assert '<ol type="a" class="lower-alpha-paren">' in page
    assert "@counter-style lower-alpha-paren" in page
    assert 'aria-label="gjort"' in page
    assert "<input" not in page


def test_examples_are_numbered_through_the_book(tmp_path: Path) -> None:
    """The second chapter goes on where the first ended, and its text names its own."""
    chapters = "# A\n\n(@) en\n(@x) to\n", "# B\n\n(@) tre\n(@x) fire, se (@x)\n"
    document: Document = document_of(tmp_path, *chapters)
    first, second = document.body.iter("ol")
    assert (first.get("start"), second.get("start")) == (None, "3")
    (link,) = document.body[1].iter("a")
    assert (link.text, link.get("href")) == ("(4)", f"#{second[1].get('id')}")


def test_a_mark_on_another_page_names_the_page(tmp_path: Path) -> None:
    """On paper the note is at the foot of the first mark's page, and the second says where."""
    pages = "\n\n".join(["En linje med ord som fyller siden. " * 12] * 14)
    text = f"# A\n\nFørst.[^n] Og her.[^n]\n\n{pages}\n\nSist.[^n]\n\n[^n]: Noten.\n"
    document = document_of(tmp_path, text)
    file = tmp_path / "bok.pdf"
    file.write_bytes(maker_of(PDF).make(document, workshop_for(document, tmp_path), {}).content)
    marks = re.findall("Link → Note .* on page 3 “(.*)”", listing(read_pdf(file)))
    assert marks == ["1", "1", "1, side 3"]
