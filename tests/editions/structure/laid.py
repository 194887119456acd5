"""Small pages for tests: XHTML and CSS in, what is heard of the PDF out."""

from pathlib import Path

from bindery.editions.making import Made
from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.layout import lay_out
from bindery.editions.pdf.structure.standards import PDF_17, Standards
from bindery.finished.pdf.read import read_pdf
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.manuscript.templates import Templates
from bindery.readback.pdf.listing import listing

PAPER = """
@page { size: 300pt 200pt; margin: 20pt }
html { font: 12pt/18pt Andika }
p, h1, h2, ul, ol, dl, table, figure { margin: 0 }
"""

LOREM = "Kommunene i studien har næringsutvikling som en del av arbeidet for gode lokalsamfunn. "


def printed(
    folder: Path,
    body: str,
    css: str = "",
    images: dict[str, bytes] | None = None,
    standards: tuple[Standards, ...] = (PDF_17,),
) -> Made:
    """The PDF of ``body``, on small pages. ``images`` are by name."""
    page = (
        '<html lang="nb"><head><title>Prøve</title>'
        '<meta name="dcterms.created" content="2026-11-23T00:00:00Z"/></head>'
        f"<body>{body}</body></html>"
    )
    files = BookFiles(images or {}, Templates(folder))
    return lay_out(page.encode(), PAPER + css, files, folder / "fonts", standards)


def heard(
    folder: Path, body: str, css: str = "", images: dict[str, bytes] | None = None
) -> FinishedPdf:
    """What is heard of ``body``."""
    return read_pdf(printed(folder, body, css, images).content)


def tree(folder: Path, body: str, css: str = "", images: dict[str, bytes] | None = None) -> str:
    """The structure tree below Document, as indented text."""
    lines = listing(heard(folder, body, css, images)).splitlines()
    assert lines[1] == "Document"
    return "\n".join(line.removeprefix("  ") for line in lines[2:])
