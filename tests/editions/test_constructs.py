"""Each construct of the dialect alone on its pages, so that a failure names what broke.

The books are in ``tests/books/constructs``: a chapter each, on pages of A5. In one that is called
``…-over-sider`` the construct is so long that a page breaks it.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from bindery.checkers.verapdf import VERAPDF
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions.epub import EPUB
from bindery.editions.making import Made
from bindery.editions.pdf import PDF, PDF20
from bindery.finished.pdf.read import read_pdf
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.readback.read_back import compared
from bindery.rules.manuscript import RULES
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.findings import any_errors
from tests.editions.outside_readers import spans
from tests.editions.pages_of import astray, marked_pages, printed_pages
from tests.once import Once
from tests.shelf import HOUSE, SETTINGS, workshop_for, write_book

CONSTRUCTS = HOUSE / "tests/books/constructs"
NAMES = sorted(path.stem for path in CONSTRUCTS.glob("*.md"))
OVER_PAGES = {
    "avsnitt-over-sider": "P",
    "definisjonsliste-over-sider": "L",
    "kode-over-sider": "P",
    "lenke-over-sider": "Link",
    "liste-over-sider": "L",
    "listepunkt-over-sider": "LI",
    "note-over-sider": "FENote",
    "redaksjonell-merknad-over-sider": "Aside",
    "sitat-over-sider": "BlockQuote",
    "tabell-med-lange-celler-over-sider": "Table",
    "tabell-over-sider": "Table",
}
"""What a page breaks in each book made for that."""

ON_A5 = f"""{SETTINGS}
[editions.pdf]
page-size = "A5"

[editions.pdf20]
enabled = true
"""

VERDICTS = "verdicts.json"

PDFS = (PDF, PDF20)
CLAIMS = [
    (edition.name, standard) for edition in PDFS for standard in VERAPDF.standards[edition.name]
]


def book_of(folder: Path, name: str) -> Path:
    """A book of the one construct called ``name``."""
    figures = {f"figures/{path.name}": path for path in (CONSTRUCTS / "figures").iterdir()}
    return write_book(
        folder,
        (CONSTRUCTS / f"{name}.md").read_text(encoding="utf-8"),
        settings=ON_A5,
        files={place: path.read_bytes() for place, path in figures.items()},
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


@pytest.fixture(scope="session")
def printed(once: Once) -> Path:
    """A folder with the PDFs and EPUBs of all constructs, and what veraPDF says of them."""
    return once("constructs", _print_all)


def _print_all(folder: Path) -> None:
    outputs = [output for name in NAMES for output in _print(name, folder)]
    (folder / VERDICTS).write_text(_verdicts(outputs), encoding="utf-8")


def _print(name: str, folder: Path) -> Iterator[Subject]:
    """The PDFs of the construct called ``name``, each a file in ``folder``, beside its e-book."""
    book = folder / name
    document = document_of(book, name)
    made: dict[str, Made] = {}
    for edition in PDFS:
        made[edition.name] = edition.make(document, workshop_for(document, book), made)
        output = folder / f"{name}{edition.suffix}"
        output.write_bytes(made[edition.name].content)
        yield Subject(edition.name, folder, output, folder / "reports")
    e_book = EPUB.make(document, workshop_for(document, book), made)
    (folder / f"{name}.epub").write_bytes(e_book.content)


def _verdicts(outputs: list[Subject]) -> str:
    """What is wrong in each PDF by each standard, as veraPDF sees it."""
    assert VERAPDF.missing() is None
    evidence = VERAPDF.validate(tuple(outputs))
    assert all(one.examined for one in evidence)
    wrong = {
        f"{one.subject} {one.standard}": [finding.message.en for finding in one.findings]
        for one in evidence
    }
    assert len(wrong) == len(NAMES) * len(CLAIMS)
    return json.dumps(wrong)


@pytest.mark.slow
@pytest.mark.parametrize(("edition", "standard"), CLAIMS)
@pytest.mark.parametrize("name", NAMES)
def test_it_keeps_its_standards(name: str, edition: str, standard: str, printed: Path) -> None:
    """A PDF that holds this and nothing else has nothing that veraPDF finds wrong."""
    suffix = next(each.suffix for each in PDFS if each.name == edition)
    verdicts = json.loads((printed / VERDICTS).read_text(encoding="utf-8"))
    assert verdicts[f"{name}{suffix} {standard}"] == []


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [edition.suffix for edition in PDFS])
@pytest.mark.parametrize("name", NAMES)
def test_it_reads_back_as_written(name: str, suffix: str, printed: Path, tmp_path: Path) -> None:
    """What assistive technology gets from its PDF is what its manuscript says."""
    output = printed / f"{name}{suffix}"
    _, findings = compared(read_pdf(output), document_of(tmp_path, name), output.name)
    assert [f"{one.rule} {one.location}: {one.message.en}" for one in findings] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_its_e_book_has_the_printed_pages(name: str, printed: Path) -> None:
    """What stands between two markers of the e-book is printed on that page."""
    _, *pages = marked_pages((printed / f"{name}.epub").read_bytes())
    assert astray(pages, printed_pages((printed / f"{name}.pdf").read_bytes())) == []


def test_every_book_over_pages_is_known() -> None:
    """No book is made for a page to break, and then not looked at."""
    assert [name for name in NAMES if name.endswith("over-sider")] == list(OVER_PAGES)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [edition.suffix for edition in PDFS])
@pytest.mark.parametrize(("name", "role"), OVER_PAGES.items())
def test_what_pages_break_is_one(name: str, role: str, suffix: str, printed: Path) -> None:
    """A listener hears it once and whole: one structure element, its content on several pages."""
    with pikepdf.open(printed / f"{name}{suffix}") as pdf:
        lie_on = [pages for own, pages in spans(pdf.Root.StructTreeRoot) if own == f"/{role}"]
    assert len([pages for pages in lie_on if len(pages) > 1]) == 1
