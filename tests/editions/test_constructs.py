"""Each construct of the dialect alone on its pages, so that a failure names what broke.

The books are in ``tests/books/constructs``: a chapter each, on pages of A5. In one that is called
``…-over-sider`` the construct is so long that a page breaks it.
"""

from functools import partial
from pathlib import Path

import pikepdf
import pytest

from bindery.document import typefaces
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions import pdf
from bindery.editions.making import Made
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.readback.document.lost_words import lost_words
from bindery.readback.html.compare_html import compared_e_book
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.rules.manuscript import RULES
from bindery.vocabulary.editions import EPUB, PDF, PDF20
from bindery.vocabulary.findings import any_errors
from tests.editions.outside_readers import spans
from tests.editions.pages_of import astray, marked_pages, printed_pages
from tests.once import Once
from tests.shelf import HOUSE, SETTINGS, maker_of, workshop_for, write_book

CONSTRUCTS = HOUSE / "tests/books/constructs"
NAMES = sorted(path.stem for path in CONSTRUCTS.glob("*.md"))
OVER_PAGES = {
    "advarsel-over-sider": "Aside",
    "avsnitt-over-sider": "P",
    "definisjonsliste-over-sider": "L",
    "henvisning-over-sider": "Link",
    "kode-over-sider": "P",
    "lenke-over-sider": "Link",
    "liste-med-bokstaver-over-sider": "L",
    "liste-over-sider": "L",
    "listepunkt-over-sider": "LI",
    "note-over-sider": "FENote",
    "redaksjonell-merknad-over-sider": "Aside",
    "sitat-over-sider": "BlockQuote",
    "tabell-med-lange-celler-over-sider": "Table",
    "tabell-med-sammenslaatte-celler-over-sider": "Table",
    "tabell-over-sider": "Table",
}
"""What a page breaks in each book made for that."""

ON_A5 = f"""{SETTINGS}
[editions.pdf]
page-size = "A5"

[editions.pdf20]
enabled = true

[citations]
bibliography = ["figures/kilder.bib"]
"""

PDFS = (PDF, PDF20)


def book_of(folder: Path, name: str) -> Path:
    """A book of the one construct called ``name``."""
    figures = {f"figures/{path.name}": path for path in (CONSTRUCTS / "figures").iterdir()}
    return write_book(
        folder,
        (CONSTRUCTS / f"{name}.md").read_text(encoding="utf-8"),
        settings=ON_A5,
        files={place: path.read_bytes() for place, path in figures.items()},
    )


def book_of_all(folder: Path) -> Path:
    """A book with a chapter for each construct, and Roman numbers in front."""
    return write_book(
        folder,
        *((CONSTRUCTS / f"{name}.md").read_text(encoding="utf-8") for name in NAMES),
        settings=ON_A5.replace('"A5"\n', '"A5"\nroman-front-matter = true\n'),
        files={f"figures/{path.name}": path.read_bytes() for path in CONSTRUCTS.glob("figures/*")},
    )


def document_of(folder: Path, name: str) -> Document:
    """The Document of the construct called ``name``."""
    publication = load(book_of(folder, name)).publication
    assert publication is not None
    return read_document(publication)


@pytest.mark.parametrize("name", NAMES)
def test_it_keeps_the_rules_of_manuscripts(name: str, tmp_path: Path) -> None:
    """What fails in an edition of it is never the author's fault."""
    publication = load(book_of(tmp_path, name)).publication
    assert publication is not None
    source = read_source(publication)
    assert not any_errors(tuple(finding for rule in RULES for finding in rule.find(source)))


Printed = dict[str, Path]
"""The folder of each construct, with its PDFs and its e-book."""


@pytest.fixture(scope="session")
def printed(once: Once) -> Printed:
    """The editions of all constructs, made by all processes of the test run."""
    folders = once.each({f"construct-{name}": partial(_print, name) for name in NAMES})
    return dict(zip(NAMES, folders.values(), strict=True))


def _print(name: str, folder: Path) -> None:
    document = document_of(folder, name)
    made: dict[str, Made] = {}
    with pytest.MonkeyPatch.context() as patched:
        # Letters as WOFF2 and a picture of the cover cost half of it, and nobody here sees them.
        patched.setattr(typefaces, "_subset", lambda *_: b"")
        patched.setattr(pdf, "cover_picture", lambda _: b"")
        for edition in (*PDFS, EPUB):
            workshop = workshop_for(document, folder)
            made[edition.name] = maker_of(edition).make(document, workshop, made)
            (folder / f"bok{edition.suffix}").write_bytes(made[edition.name].content)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_it_reads_back_as_written(name: str, printed: Printed, tmp_path: Path) -> None:
    """What assistive technology gets from each edition is what its manuscript says."""
    document = document_of(tmp_path, name)
    told = list(lost_words(document, read_source(document.publication)))
    for edition in PDFS:
        output = printed[name] / f"bok{edition.suffix}"
        told += compared_pdf(read_pdf(output), document, output.name)[1]
    e_book = read_epub((printed[name] / "bok.epub").read_bytes(), "bok.epub")
    told += compared_e_book(e_book, document)[1]
    assert [f"{one.rule} {one.location}: {one.message.en}" for one in told] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_its_e_book_has_the_printed_pages(name: str, printed: Printed) -> None:
    """What stands between two markers of the e-book is printed on that page."""
    _, *pages = marked_pages((printed[name] / "bok.epub").read_bytes())
    assert astray(pages, printed_pages((printed[name] / "bok.pdf").read_bytes())) == []


def test_every_book_over_pages_is_known() -> None:
    """No book is made for a page to break, and then not looked at."""
    assert [name for name in NAMES if name.endswith("over-sider")] == list(OVER_PAGES)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [edition.suffix for edition in PDFS])
@pytest.mark.parametrize(("name", "role"), OVER_PAGES.items())
def test_what_pages_break_is_one(name: str, role: str, suffix: str, printed: Printed) -> None:
    """A listener hears it once and whole: one structure element, its content on several pages."""
    with pikepdf.open(printed[name] / f"bok{suffix}") as file:
        lie_on = [pages for own, pages in spans(file.Root.StructTreeRoot) if own == f"/{role}"]
    assert len([pages for pages in lie_on if len(pages) > 1]) == 1
