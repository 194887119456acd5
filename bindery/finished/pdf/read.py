"""Read a finished PDF from its bytes, as assistive technology does."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

import pikepdf
import pypdfium2

from bindery.finished.documents import UnreadableError
from bindery.finished.pdf.catalogue import bookmarks, page_labels
from bindery.finished.pdf.names import fonts_in, keys_in, names_in, types_in
from bindery.finished.pdf.objects import is_dictionary, several, words
from bindery.finished.pdf.page_content import Content, read_content
from bindery.finished.pdf.structure import Structure
from bindery.finished.pdf.tagged import FinishedPdf, Page, Untagged, spaced

_FOOT = 0.09
"""How much of a page's height is its foot."""

_ONE_AT_A_TIME = Lock()
"""PDFium works for one thread at a time."""


def read_pdf(file: Path | bytes, subject: str = "") -> FinishedPdf:
    """Read the PDF in ``file``: a path, or the bytes themselves.

    Raises ``UnreadableError`` if it is not a PDF that can be parsed.
    """
    try:
        content = file if isinstance(file, bytes) else file.read_bytes()
        with pikepdf.open(BytesIO(content)) as pdf:
            return _read(pdf, subject, _feet(content))
    except (
        *(pikepdf.PdfError, pypdfium2.PdfiumError, OSError),
        *(LookupError, ValueError, TypeError, AttributeError),
    ) as error:
        # pikepdf raises any of these for an object that is not as the standard requires.
        raise UnreadableError(str(error) or type(error).__name__) from error


def _read(pdf: pikepdf.Pdf, subject: str, feet: tuple[str, ...]) -> FinishedPdf:
    content = read_content(pdf)
    structure = Structure(pdf, content)
    roots = structure.read()
    catalogue: Any = pdf.Root
    titles, languages, identified, draft = _metadata(pdf)
    return FinishedPdf(
        version=str(catalogue.get("/Version", pdf.pdf_version)).removeprefix("/"),
        title=titles["XMP"] or titles.get("Info", ""),
        language=languages["Lang"],
        is_marked=bool(catalogue.get("/MarkInfo", {}).get("/Marked", False)),
        shows_title=bool(catalogue.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        roots=roots,
        pages=tuple(_pages(pdf, content, feet)),
        bookmarks=tuple(bookmarks(pdf, structure.destinations, structure.number_of)),
        untagged=tuple(_untagged(content, structure)),
        xmp=catalogue.Metadata.read_bytes() if "/Metadata" in catalogue else b"",
        subject=subject,
        titles=titles,
        languages=languages,
        identified=identified,
        draft=draft,
        elements=tuple(structure.elements[number] for number in range(len(structure.elements))),
        types=types_in(pdf),
        keys=keys_in(pdf),
        fonts=fonts_in(pdf),
        names=names_in(pdf),
        painted=tuple(sorted(content.painted)),
    )


def _metadata(pdf: pikepdf.Pdf) -> tuple[dict[str, str], dict[str, str], str, bool]:
    """Return titles and languages by place, the claimed part of PDF/UA, and if it is a draft.

    XMP overrides ``Info`` (ISO 32000-2, 14.3.3).
    """
    catalogue: Any = pdf.Root
    trailer: Any = pdf.trailer
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        titles = {"XMP": str(xmp.get("dc:title") or "")}
        languages = {"XMP": ", ".join(sorted(xmp.get("dc:language") or ()))}
        identified = str(xmp.get("pdfuaid:part") or "")
        draft = str(xmp.get("xmp:Label") or "")
    languages["Lang"] = words(catalogue.get("/Lang"))
    if "/Info" in trailer:
        titles["Info"] = words(trailer.Info.get("/Title"))
    return titles, languages, identified, bool(draft)


def _pages(pdf: pikepdf.Pdf, content: Content, feet: tuple[str, ...]) -> Iterator[Page]:
    called = zip(pdf.pages, page_labels(pdf), feet, strict=True)
    for number, (page, label, foot) in enumerate(called, start=1):
        kinds = content.kinds.get(number, ())
        texts = (spaced(text) for text in content.furniture.get(number, ()))
        drawn = [(text, kind) for text, kind in zip(texts, kinds, strict=True) if text]
        annotations = [one for one in several(page.obj.get("/Annots")) if is_dictionary(one)]
        comments = tuple(
            words(one.get("/Contents")) or words(one.get("/Subtype"))
            for one in annotations
            if words(one.get("/Subtype")) not in ("Link", "Widget", "Popup", "PrinterMark")
        )
        yield Page(
            label,
            tuple(text for text, _ in drawn),
            words(page.obj.get("/Tabs")),
            foot,
            tuple(kind for _, kind in drawn),
            bool(annotations),
            comments,
        )


def _feet(content: bytes) -> tuple[str, ...]:
    """Return what is printed at the foot of each page."""
    with _ONE_AT_A_TIME:
        pdf = pypdfium2.PdfDocument(content)
        try:
            feet = []
            for page in pdf:
                width, height = page.get_size()
                text = page.get_textpage().get_text_bounded(0, 0, width, height * _FOOT)
                feet.append(" ".join(text.split()))
            return tuple(feet)
        finally:
            pdf.close()


def _untagged(content: Content, structure: Structure) -> Iterator[Untagged]:
    """Yield what is in no sequence, and sequences that belong to no structure element."""
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
