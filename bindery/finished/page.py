"""A finished page of HTML, read from its bytes: the summary, and the files it offers."""

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import lxml.html
import pikepdf
from lxml import etree

from bindery.document.model import MATHML, Element
from bindery.finished.documents import SVG, XHTML, Finished, UnreadableError, elements_by_id
from bindery.vocabulary.editions import EPUB_TYPE, PDF_TYPE, edition_of

_FOREIGN = {"svg": SVG, "math": MATHML}


@dataclass(frozen=True, slots=True)
class FinishedPage(Finished):
    """One page, and the ``folder`` where it offers files."""

    folder: Path

    @property
    def root(self) -> Element:
        """Its only document."""
        return next(iter(self.documents.values()))


def read_page(file: Path, subject: str = "") -> FinishedPage:
    """The page in ``file``, its elements named as an EPUB's are.

    Raises ``UnreadableError`` where nothing is there to read.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml.html.document_fromstring(file.read_bytes(), parser=parser)
    except (OSError, etree.LxmlError, ValueError) as error:
        raise UnreadableError(str(error) or type(error).__name__) from error
    _into_namespaces(root, XHTML)
    return FinishedPage(
        subject=subject,
        documents={file.name: root},
        named={file.name: elements_by_id(root)},
        sheets={},
        folder=file.parent,
    )


def _into_namespaces(element: Element, around: str) -> None:
    """Name ``element`` and all in it as the HTML standard does: HTML, SVG, MathML."""
    tag = str(element.tag)
    namespace = _FOREIGN.get(tag, around)
    element.tag = f"{namespace}{tag}"
    for child in element:
        if isinstance(child.tag, str):
            _into_namespaces(child, namespace)


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file beside a page: its media type, its size in bytes, its pages where it has any."""

    media_type: str
    size: int
    pages: int | None


def offered_file(path: Path) -> OfferedFile | None:
    """What ``path`` is, or ``None`` where there is no such file, or none that can be read."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begins = file.read(5)
        if begins == b"%PDF-":
            with pikepdf.open(path) as pdf:
                return OfferedFile(PDF_TYPE, size, len(pdf.pages))
        edition = edition_of(path.name)
        if edition and edition.media_type not in (PDF_TYPE, EPUB_TYPE):
            return OfferedFile(edition.media_type, size, None)
        with ZipFile(path) as archive:
            return OfferedFile(archive.read("mimetype").decode().strip(), size, None)
    except (OSError, BadZipFile, KeyError, UnicodeDecodeError, pikepdf.PdfError):
        return None
