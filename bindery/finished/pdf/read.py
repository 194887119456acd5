"""A finished PDF, read from its bytes as assistive technology reads it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from bindery.finished.pdf.catalogue import bookmarks, page_labels
from bindery.finished.pdf.content import Content, read_content
from bindery.finished.pdf.objects import words
from bindery.finished.pdf.structure import Structure
from bindery.finished.pdf.tagged import HeardPdf, Page, UnreadablePdfError, Untagged, spaced


def read_pdf(file: Path | bytes) -> HeardPdf:
    """All that can be heard in ``file``: a path, or the bytes themselves.

    Raises ``UnreadablePdfError`` where no reader could open it.
    """
    try:
        with pikepdf.open(BytesIO(file) if isinstance(file, bytes) else file) as pdf:
            return _heard(pdf)
    except (pikepdf.PdfError, OSError, KeyError, ValueError, TypeError, AttributeError) as error:
        # pikepdf says in all these ways that an object is not what the standard has it be.
        raise UnreadablePdfError(str(error) or type(error).__name__) from error


def _heard(pdf: pikepdf.Pdf) -> HeardPdf:
    content = read_content(pdf)
    structure = Structure(pdf, content)
    roots = structure.read()
    catalogue: Any = pdf.Root
    return HeardPdf(
        version=str(catalogue.get("/Version", pdf.pdf_version)).removeprefix("/"),
        title=_title(pdf),
        language=words(catalogue.get("/Lang")),
        is_marked=bool(catalogue.get("/MarkInfo", {}).get("/Marked", False)),
        shows_title=bool(catalogue.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        roots=roots,
        pages=tuple(_pages(pdf, content)),
        bookmarks=tuple(bookmarks(pdf, structure.destinations, structure.number_of)),
        untagged=tuple(_untagged(content, structure)),
        xmp=catalogue.Metadata.read_bytes() if "/Metadata" in catalogue else b"",
        elements=tuple(structure.elements[number] for number in range(len(structure.elements))),
    )


def _title(pdf: pikepdf.Pdf) -> str:
    """The title in the XMP, which weighs more than the one in ``Info`` (ISO 32000-2, 14.3.3)."""
    trailer: Any = pdf.trailer
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        return str(xmp.get("dc:title") or "") or words(trailer.get("/Info", {}).get("/Title"))


def _pages(pdf: pikepdf.Pdf, content: Content) -> Iterator[Page]:
    for number, (page, label) in enumerate(zip(pdf.pages, page_labels(pdf), strict=True), start=1):
        texts = (spaced(text) for text in content.furniture.get(number, ()))
        yield Page(label, tuple(text for text in texts if text), words(page.obj.get("/Tabs")))


def _untagged(content: Content, structure: Structure) -> Iterator[Untagged]:
    """What stands loose on the pages, and what is marked but hangs from no element."""
    lost = {page: list(texts) for page, texts in content.loose.items()}
    for key, said in content.tagged.items():
        if key not in structure.reached:
            for one in said:
                lost.setdefault(one.page, []).append(one.text)
    for page in sorted(lost):
        if text := spaced("".join(lost[page])):
            yield Untagged(page, text)
    for page in content.images:
        yield Untagged(page, "")
