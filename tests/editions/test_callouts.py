"""What readers hear of callouts, in every edition."""

import subprocess
from pathlib import Path

import pytest
from lxml import etree

from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.manuscript.load import load
from bindery.readback.pdf.listing import listing
from bindery.vocabulary.editions import EPUB, LARGE_PRINT, PDF, PDF20, SUMMARY
from tests.shelf import SETTINGS, maker_of, workshop_for, write_book

WARNING = "> [!WARNING] Glatt vei\n> Kjør sakte.\n>\n> - Særlig her\n"
NOTE = ":::note[Husk *nå*]\nx\n:::\n"
DETAILS = "::: {.callout kind=details}\n::: callout-title\nS\n:::\n*x*\n:::\n"
BOOK = f"# A\n\n:::: in-summary\n{WARNING}\n{NOTE}\n{DETAILS}\n::::\n"
ALL = f"""{SETTINGS}
[editions.large-print]
enabled = true

[editions.pdf20]
enabled = true
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """The editions of a book with a warning, a note and details."""
    folder = tmp_path_factory.mktemp("callouts")
    publication = load(write_book(folder, BOOK, settings=ALL)).publication
    assert publication is not None
    document = read_document(publication)
    editions: dict[str, Made] = {}
    for edition in (PDF, PDF20, LARGE_PRINT, EPUB, SUMMARY):
        workshop = workshop_for(document, folder)
        editions[edition.name] = maker_of(edition).make(document, workshop, editions)
    return editions


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edition", "box"), [(PDF, "Sect (Aside)"), (LARGE_PRINT, "Sect (Aside)"), (PDF20, "Aside")]
)
def test_the_tree_of_a_pdf(
    edition: object, box: str, made: dict[str, Made], tmp_path: Path
) -> None:
    """A box begins with its kind in words, and its end is the alternative of a line."""
    file = tmp_path / "a.pdf"
    file.write_bytes(made[edition.name].content)  # type: ignore[attr-defined]
    tree = "\n".join(line.strip() for line in listing(read_pdf(file)).split("\n"))
    assert (
        f"{box}\nP “Advarsel: Glatt vei”\nP “Kjør sakte.”\nL numbering=Disc\nLI\nLbl “•”\n"
        "LBody “Særlig her”\nFigure alt=“Slutt på advarsel.”\n"
        f"{box}\nP\n“Merk: ”\n“Husk ”\n"
    ) in tree
    assert "“nå”\nP “x”\nDiv\nP “S”\nP\n" in tree
    assert tree.count("Figure") == 1


@pytest.mark.slow
def test_what_is_copied_from_a_pdf(made: dict[str, Made], tmp_path: Path) -> None:
    """Words that are not seen are in nobody's copy."""
    file = tmp_path / "a.pdf"
    file.write_bytes(made[PDF.name].content)
    text = subprocess.run(
        ["pdftotext", str(file), "-"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert "Glatt vei" in text
    assert "Slutt på" not in text


def page_of(made: dict[str, Made], name: str) -> str:
    """The e-book's first chapter, or the summary."""
    if name == SUMMARY.name:
        return made[name].content.decode()
    e_book = read_epub(made[name].content, "a.epub")
    return etree.tostring(e_book.documents["kapittel-1.xhtml"], encoding="unicode")


@pytest.mark.slow
@pytest.mark.parametrize("name", [EPUB.name, SUMMARY.name])
def test_the_markup_on_screens(name: str, made: dict[str, Made]) -> None:
    """Each has its role and its name, the sign is hidden from listeners, and the end is text."""
    page = page_of(made, name)
    assert 'class="callout warning" role="doc-notice" aria-labelledby="merke.1"' in page
    assert '<span class="kind">Advarsel: </span>Glatt vei</p>' in page
    assert '<p class="heard">Slutt på advarsel.</p>' in page
    assert 'class="callout note" role="note" aria-labelledby="merke.2"' in page
    assert '<span class="kind">Merk: </span>Husk <em>nå</em></p>' in page
    assert 'class="callout details" role="group" aria-labelledby="merke.3"' in page
    assert '<p class="callout-title" id="merke.3">S</p><p><em>x</em></p>' in page.replace("\n", "")
    assert page.count('class="sign"') == page.count('aria-hidden="true"') == 2
    assert page.count('class="heard"') == 1


@pytest.mark.slow
def test_the_title_is_in_no_list(made: dict[str, Made]) -> None:
    """It is no heading: it is neither in the contents nor among the bookmarks."""
    e_book = read_epub(made[EPUB.name].content, "a.epub")
    listed = etree.tostring(e_book.documents[e_book.navigation], encoding="unicode")
    assert "Glatt vei" not in listed
