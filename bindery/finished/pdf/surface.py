"""A finished PDF, as far as it is seen without its structure: labels, folios, metadata."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from bindery.finished.documents import UnreadableError

_FOOT = 0.09
"""How much of a page's height is its foot."""


@dataclass(frozen=True, slots=True)
class FinishedPdf:
    """A PDF. ``labels`` are what its pages are called, ``feet`` what is printed below their text.

    ``titles`` and ``languages`` are by where they are said: ``Info``, ``XMP``, ``Lang``.
    ``identified`` is the part of PDF/UA it says it keeps, empty where it says nothing.
    """

    subject: str
    version: str
    labels: tuple[str, ...]
    feet: tuple[str, ...]
    titles: dict[str, str]
    languages: dict[str, str]
    identified: str


def read_pdf(file: Path | bytes, subject: str = "") -> FinishedPdf:
    """The PDF in ``file``: a path, or the bytes themselves.

    Raises ``UnreadableError`` where no reader could open it.
    """
    try:
        content = file if isinstance(file, bytes) else file.read_bytes()
        with pikepdf.open(BytesIO(content)) as pdf:
            titles, languages, identified = _metadata(pdf)
            version = str(pdf.Root.get("/Version", pdf.pdf_version)).removeprefix("/")
        labels, feet = _pages(content)
    except (OSError, pikepdf.PdfError, pypdfium2.PdfiumError, ValueError) as error:
        raise UnreadableError(str(error) or type(error).__name__) from error
    return FinishedPdf(subject, version, labels, feet, titles, languages, identified)


def _metadata(pdf: pikepdf.Pdf) -> tuple[dict[str, str], dict[str, str], str]:
    catalogue: Any = pdf.Root
    trailer: Any = pdf.trailer
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        titles = {"XMP": str(xmp.get("dc:title") or "")}
        languages = {"XMP": ", ".join(sorted(xmp.get("dc:language") or ()))}
        identified = str(xmp.get("pdfuaid:part") or "")
    languages["Lang"] = str(catalogue.get("/Lang", ""))
    if "/Info" in trailer:
        titles["Info"] = str(trailer.Info.get("/Title", ""))
    return titles, languages, identified


def _pages(content: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pdf = pypdfium2.PdfDocument(content)
    try:
        labels, feet = [], []
        for number, page in enumerate(pdf):
            width, height = page.get_size()
            text = page.get_textpage().get_text_bounded(0, 0, width, height * _FOOT)
            labels.append(pdf.get_page_label(number))
            feet.append(" ".join(text.split()))
        return tuple(labels), tuple(feet)
    finally:
        pdf.close()
