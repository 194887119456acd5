"""The publication as the browser gets it: the documents of the e-book, without its package."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from bindery.document.contents import named_parts
from bindery.document.draft import DRAFT_SHEET
from bindery.document.model import Document
from bindery.document.typefaces import FACES
from bindery.document.typography import keep_together
from bindery.editions.epub.documents import content_documents, finished
from bindery.editions.epub.index_places import name_places
from bindery.editions.epub.pictures import take_pictures
from bindery.editions.making import Workshop
from bindery.editions.needed_sheets import needed_sheets
from bindery.locales import Word
from bindery.pipeline.watch.blocks import Places, mark_blocks
from bindery.vocabulary.editions import EPUB

XHTML = "application/xhtml+xml"
SUMMARY_FILE = "sammendrag.html"
_STYLE = "stil.css"
_TYPEFACES = "skrift"


@dataclass(frozen=True, slots=True)
class File:
    """What is at an address. ``lasting`` is for one whose content never changes."""

    content: bytes = field(repr=False)
    media_type: str
    lasting: bool = False

    @property
    def digest(self) -> str:
        """What tells it from another content at the same address."""
        return sha256(self.content).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Shown:
    """The documents in reading order, each with its title; all ``files``; where blocks are."""

    titles: Mapping[str, Word]
    files: Mapping[str, File]
    places: Places


def documents_of(document: Document, workshop: Workshop) -> Shown:
    """The documents of the e-book with their pictures, styles and typefaces."""
    language = document.publication.metadata.language
    parts = named_parts(document)
    for tree in parts:
        keep_together(tree, language)
    pages = content_documents(document, parts)
    name_places(pages)
    places = mark_blocks({page.name: page.body for page in pages}, document.publication)
    pages = finished(document, pages)
    pictures = take_pictures((page.body for page in pages), document.pictures)
    files = {one.name: File(one.content, one.media_type) for one in pictures}
    bodies = [page.body for page in pages]
    sheets = [*needed_sheets(EPUB.sheets, workshop.templates.text, bodies)]
    sheets += [DRAFT_SHEET] * document.draft
    typefaces = dict(_typefaces(workshop.templates.fonts))
    style = "\n".join((*_faces(typefaces), *map(workshop.templates.text, sheets)))
    files |= typefaces | {_STYLE: File(style.encode(), "text/css")}
    for image in (image for body in bodies for image in body.iter("img")):
        if (name := image.get("src") or "") in files:
            image.set("src", _fresh(name, files))
    for page in pages:
        text = workshop.templates.render("epub/document.xhtml.j2", page=page)
        text = text.replace(f'"{_STYLE}"', f'"{_fresh(_STYLE, files)}"')
        files[page.name] = File(text.encode(), XHTML)
    return Shown({page.name: page.title for page in pages}, files, places)


def _fresh(name: str, files: Mapping[str, File]) -> str:
    """The address of a file that a browser may have seen with another content."""
    return f"{name}?{files[name].digest}"


def _typefaces(folders: tuple[Path, ...]) -> Iterable[tuple[str, File]]:
    """The files of typefaces whole: to take letters out takes longer than to send them all."""
    for face in FACES:
        path = next((found for folder in folders if (found := folder / face.file).is_file()), None)
        if path is not None:
            file = _read(path, path.stat().st_mtime_ns)
            yield f"{_TYPEFACES}/{file.digest}/{face.file}", file


_read_already: dict[tuple[Path, int], File] = {}


def _read(path: Path, written: int) -> File:
    if (path, written) not in _read_already:
        _read_already[path, written] = File(path.read_bytes(), "font/ttf", lasting=True)
    return _read_already[path, written]


_WITHOUT_GREEK = "U+0-36F, U+400-1EFF, U+2000-10FFFF"


def _faces(files: Iterable[str]) -> Iterable[str]:
    by_name = {address.rpartition("/")[2]: address for address in files}
    for face in FACES:
        if face.file in by_name:
            some = f" unicode-range: {_WITHOUT_GREEK};" if face.family == "Bindery Sans" else ""
            yield (
                f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
                f' font-style: {face.style};{some} src: url("{by_name[face.file]}"); }}'
            )
