"""All editions of a small book, made and read back."""

from pathlib import Path

from bindery.document.model import Document
from bindery.editions.making import Made
from bindery.finished.documents import read_page
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.readback.html.compare_html import compared_e_book, compared_summary
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.vocabulary.editions import EPUB, LARGE_PRINT, PDF, PDF20, SUMMARY, Edition
from tests.shelf import SETTINGS, maker_of, workshop_for

EDITIONS = (PDF, PDF20, LARGE_PRINT, EPUB, SUMMARY)
ALL = f"{SETTINGS}\n[editions.pdf20]\nenabled = true\n[editions.large-print]\nenabled = true\n"
"""The settings of a book that asks for all of them."""


def make_all(document: Document, folder: Path) -> None:
    """Write every edition of ``document`` to ``folder``."""
    done: dict[str, Made] = {}
    for edition in EDITIONS:
        workshop = workshop_for(document, folder)
        done[edition.name] = maker_of(edition).make(document, workshop, done)
        (folder / f"bok{edition.suffix}").write_bytes(done[edition.name].content)


def differences(edition: Edition, folder: Path, document: Document) -> list[str]:
    """What the ``edition`` in ``folder`` says otherwise than ``document``."""
    output = folder / f"bok{edition.suffix}"
    if edition is EPUB:
        told = compared_e_book(read_epub(output, output.name), document)[1]
    elif edition is SUMMARY:
        told = compared_summary(read_page(output, output.name), document)[1]
    else:
        told = compared_pdf(read_pdf(output), document, output.name)[1]
    return [f"{one.rule} {one.location}: {one.message.en}" for one in told]
