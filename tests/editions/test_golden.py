"""The editions' skeletons, as a person has read them."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from bindery.editions.epub import MAKES_EPUB
from bindery.editions.pdf import MAKES_PDF
from bindery.finished.pdf.read import read_pdf
from bindery.readback.pdf.listing import listing
from tests.conftest import Golden
from tests.shelf import document_of, workshop_for

CHAPTERS = (
    "---\nshort-title: Først\n---\n# Det første *kapittelet*\n\nEn setning med en note.[^1]\n\n"
    "- ett\n- to\n\n[^1]: Noten.\n",
    "# Det andre\n\n:::: {.figure #kart}\n![Kart](../figures/kart.svg)\n\nTromsø.\n::::\n\n"
    ":::: {.table .row-headers}\n| By | Fylke |\n|---|---|\n| Bodø | Nordland |\n\nByer\n::::\n",
)


@pytest.mark.slow
def test_the_epubs_skeleton(tmp_path: Path, golden: Golden) -> None:
    """Package document, navigation and the list of files are what a person has read."""
    document = document_of(tmp_path, *CHAPTERS)
    workshop = workshop_for(document, tmp_path)
    made = MAKES_EPUB.make(document, workshop, {"pdf": MAKES_PDF.make(document, workshop, {})})
    with zipfile.ZipFile(BytesIO(made.content)) as epub:
        golden("epub-files.txt", "\n".join(epub.namelist()) + "\n")
        golden("package.opf", epub.read("EPUB/content.opf").decode())
        golden("nav.xhtml", epub.read("EPUB/navigasjon.xhtml").decode())
        golden("contents.xhtml", epub.read("EPUB/innhold.xhtml").decode())
        golden("chapter.xhtml", epub.read("EPUB/kapittel-2.xhtml").decode())


@pytest.mark.slow
def test_the_pdfs_structure_tree(tmp_path: Path, golden: Golden) -> None:
    """The structure tree as it is heard: roles, words, alternatives, headers, where links lead."""
    document = document_of(tmp_path, *CHAPTERS)
    made = MAKES_PDF.make(document, workshop_for(document, tmp_path), {})
    golden("structure.txt", listing(read_pdf(made.content)))
