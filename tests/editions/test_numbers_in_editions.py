"""Numbers and references in each edition: what is printed, what is heard, where it leads."""

import zipfile
from functools import partial
from io import BytesIO
from pathlib import Path

import pymupdf
import pytest

from bindery.document.read import read_document
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.pipeline.build import build
from bindery.readback.html.compare_html import compared_e_book
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.rules.manuscript import RULES
from tests.once import Once
from tests.shelf import SETTINGS, SHOWN, write_book

ALL_EDITIONS = """
[editions.large-print]
enabled = true

[editions.pdf20]
enabled = true

[lists]
figures = true
tables = true
"""
FILL = "\n\n".join(f"Avsnitt {n} fyller siden." for n in range(90))
FIRST = f"""# En

Se @fig-a, @fig-b og @tbl-k. Skriv til @kommune på nett, a@b.no.

::: in-summary
Kart: @fig-a.
:::

{FILL}

| A | B |
|---|---|
| 1 | 2 |

: Kommuner. {{#tbl-k}}

Se @tbl-k.
"""
SECOND = f"""# To

::: {{#fig-a}}
![Norge]({SHOWN})

Leia.
:::
"""
PDFS = ("pdf", "pdf20", "large-print")


@pytest.fixture(scope="module")
def folder(once: Once) -> Path:
    """A book with a figure that is referred to from the chapter before it, in every edition."""
    return once("numbers-in-editions", partial(_make))


def _make(folder: Path) -> None:
    assert build(write_book(folder, FIRST, SECOND, settings=SETTINGS + ALL_EDITIONS)).outputs


def printed(folder: Path, edition: str) -> list[str]:
    """The words of each page."""
    suffix = "" if edition == "pdf" else f"-{edition}"
    with pymupdf.open(folder / f"build/proevebok{suffix}.pdf") as opened:  # type: ignore[no-untyped-call]
        return [" ".join(page.get_text().split()) for page in opened]


def e_book(folder: Path) -> str:
    """All chapters of the e-book, as they are marked up."""
    with zipfile.ZipFile(folder / "build/proevebok.epub") as archive:
        names = [name for name in archive.namelist() if "kapittel" in name]
        return "\n".join(archive.read(name).decode() for name in names)


@pytest.mark.slow
@pytest.mark.parametrize("edition", PDFS)
def test_rows_24_and_25_in_print(edition: str, folder: Path) -> None:
    """A reference says the page that its target is on; not if that is the block beside it."""
    pages = printed(folder, edition)
    with_figure = max(n for n, page in enumerate(pages, 1) if "Figur 1. Leia." in page)
    with_table = max(n for n, page in enumerate(pages, 1) if "Tabell 1. Kommuner." in page)
    text = " ".join(pages)
    assert f"Se figur 1 på side {with_figure}, @fig-b og tabell 1 på side {with_table}." in text
    assert "Se tabell 1." in text
    assert "Figurer Figur 1. Leia." in text
    assert "Tabeller Tabell 1. Kommuner." in text


@pytest.mark.slow
def test_rows_24_and_25_in_the_e_book(folder: Path) -> None:
    """A link of word and number, without a page; the caption begins with the number."""
    text = e_book(folder)
    words = '<span class="set-number">figur\u00a01</span>'
    assert f'Se <a href="kapittel-2.xhtml#fig-a" class="ref">{words}</a>' in text
    assert "på side" not in text
    label = '<strong class="set-number">{0}\u00a01.</strong> {1}</{2}>'
    assert f"<figcaption>{label.format('Figur', 'Leia.', 'figcaption')}" in text
    assert label.format("Tabell", "Kommuner.", "caption") in text


@pytest.mark.slow
def test_row_26_a_reference_to_nothing(folder: Path) -> None:
    """It is printed as it is written, in every edition, and told with the nearest name."""
    assert "@fig-b" in e_book(folder)
    for edition in PDFS:
        assert any("@fig-b" in page for page in printed(folder, edition))
    publication = load(folder).publication
    assert publication is not None
    source = read_source(publication)
    (told,) = (
        one
        for rule in RULES
        for one in rule.find(source)
        if one.rule == "reference-leads-somewhere"
    )
    assert told.location.line == 3
    assert "@fig-a" in (told.hint.en if told.hint else "")


@pytest.mark.slow
def test_row_27_an_account_is_text(folder: Path) -> None:
    """So it is in every edition."""
    assert "@kommune på nett, " in e_book(folder).replace("\u00a0", " ")
    for edition in PDFS:
        assert any("@kommune på nett, a@b.no" in page for page in printed(folder, edition))


@pytest.mark.slow
def test_the_summary_says_the_words_alone(folder: Path) -> None:
    """What the reference leads to is not in the summary."""
    summary = (folder / "build/proevebok.html").read_text(encoding="utf-8")
    assert "Kart: " in summary
    assert "figur\u00a01" in summary or "figur 1" in summary
    assert "#fig-a" not in summary
    assert "på side" not in summary


@pytest.mark.slow
@pytest.mark.parametrize("edition", PDFS)
def test_it_reads_back(edition: str, folder: Path) -> None:
    """A listener hears the page; a wrong page, or none, is found."""
    publication = load(folder).publication
    assert publication is not None
    document = read_document(publication)
    suffix = "" if edition == "pdf" else f"-{edition}"
    content = folder / f"build/proevebok{suffix}.pdf"
    assert list(compared_pdf(read_pdf(content), document, "x")[1]) == []
    heard = read_epub((folder / "build/proevebok.epub").read_bytes(), "x")
    assert list(compared_e_book(heard, document)[1]) == []


TWINS = {
    "says another page": ("content: target-counter(attr(data-target), page)", 'content: "7"'),
    "says no page": ("content: target-counter(attr(data-target), page)", "content: none"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("right", "wrong"), TWINS.values(), ids=TWINS)
def test_a_wrong_page_is_found(right: str, wrong: str, tmp_path: Path) -> None:
    """An edition that says another page than the one it leads to, or none, does not pass."""
    book = write_book(tmp_path, f"# En\n\nSe @fig-a.\n\nMellom.\n\n{SECOND[5:]}")
    house = Path(__file__).parents[2] / "templates/print/dialect.css"
    own = tmp_path / "templates/print/dialect.css"
    own.parent.mkdir(parents=True)
    sheet = house.read_text(encoding="utf-8")
    assert right in sheet
    own.write_text(sheet.replace(right, wrong), encoding="utf-8")
    assert build(book).outputs
    publication = load(book).publication
    assert publication is not None
    output = read_pdf(BytesIO((book / "build/proevebok.pdf").read_bytes()).getvalue())
    found = compared_pdf(output, read_document(publication), "x")[1]
    assert {one.rule for one in found} >= {"edition-says-what-the-manuscript-says"}
