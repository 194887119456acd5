"""A copy to comment on: a PDF and a Word file with numbered paragraphs and the findings in them.

It is no edition: it is in no bundle, claims to conform to nothing, and says that it is a draft.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from bindery.manuscript.files import require_folder
from bindery.pipeline.asked import ONE_AT_A_TIME
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import Progress as Telling
from bindery.pipeline.build import moment_of
from bindery.pipeline.kept_files import KeptFiles
from bindery.pipeline.own_folder import BUILD, WORK, alone, require_own
from bindery.pipeline.tally import rules_found
from bindery.reports.terminal import Progress, built_lines
from bindery.tools.saying import say
from bindery.tools.writing import write_whole
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from bindery.document.model import Document
    from bindery.editions.commented.numbered import Copy
    from bindery.editions.commented.word_tree import Image
    from bindery.editions.making import Workshop

_MADE = Text(
    nb="{count} funn er merknader i kopiene. De er utkast, og blir ikke med i en utgivelse.",
    en="{count} findings are comments in the copies. They are drafts, and are in no release.",
)
_ONE_DRAFT = Text(
    nb="--draft lager en kopi av én publikasjon.", en="--draft makes a copy of one publication."
)
_DRAWN_WIDTH = 600
"""Pixels. A drawing is as wide as the text of a page in Word, or as wide as it says itself."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The files that were made, or the findings that prevented them. ``told`` are in the files."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()
    told: int = 0


def told_draft(book: Path, language: str, *, alone: bool) -> bool:
    """Make the copy to comment on, and print what was made; return whether anything was.

    Raises ``PipelineError`` unless the publication was asked for ``alone``.
    """
    if not alone:
        raise PipelineError(_ONE_DRAFT, ONE_AT_A_TIME)
    with Progress(language) as progress:
        made = build_draft(book, progress, language)
    for line in built_lines(made.findings, language):
        say(line)
    for file in made.files:
        say(file.relative_to(book).as_posix())
    if made.files:
        say(_MADE.filled(count=made.told).said_in(language))
    return bool(made.files)


def build_draft(book: Path, progress: Telling, language: str) -> Drafted:
    """Make ``build/SLUG-draft.pdf`` and ``.docx`` of the publication in ``book``, or neither.

    The findings are told in ``language``.
    """
    require_folder(book)
    require_own(book)
    with alone(book, progress):
        folder = BookFolder(book, KeptFiles(book))
        if folder.loaded.publication is None:
            return Drafted((), folder.faults)
        progress(Text(nb="Leser manuset", en="Reading the manuscript"))
        return _drafted(folder, progress, _SPOKEN.said_in(language))


_SPOKEN = Text(nb="nb", en="en")
"""The language that messages are really in."""


def _drafted(folder: BookFolder, progress: Telling, language: str) -> Drafted:
    from bindery.editions.commented.numbered import numbered  # noqa: PLC0415
    from bindery.editions.making import Workshop  # noqa: PLC0415
    from bindery.manuscript.templates import templates_of  # noqa: PLC0415
    from bindery.tools.pango import require_pango  # noqa: PLC0415
    from bindery.tools.workers import workers  # noqa: PLC0415

    require_pango()
    publication = folder.publication
    findings = _findings(folder)
    with workers(preload="weasyprint") as beside:
        moment = moment_of(publication)
        templates = templates_of(publication)
        workshop = Workshop(templates, folder.path / WORK, moment, beside)
        stem = f"{publication.slug}-draft"
        made: dict[str, bytes] = {}
        for suffix, make in ((".docx", _word), (".pdf", _pdf)):
            name = f"{stem}{suffix}"
            progress(Text(nb=f"Lager {name}", en=f"Making {name}"))
            made[name] = make(numbered(folder.document, findings, language), workshop)
    paths = tuple(folder.path / BUILD / name for name in made)
    try:
        for path in paths:
            write_whole(path, made[path.name])
    except OSError as error:
        raise PipelineError(
            Text(
                nb=f"Kunne ikke skrive til build/: {error.strerror}.",
                en=f"Could not write to build/: {error.strerror}.",
            ),
            Text(
                nb="Sjekk at disken har plass, og at mappen er skrivbar.",
                en="Check that the disk has room and the folder is writable.",
            ),
        ) from error
    return Drafted(paths, told=len(findings))


def _findings(folder: BookFolder) -> tuple[Finding, ...]:
    """What is found in the manuscript, each once, in its order; not what is found in templates."""
    by_rules = (one for evidence in rules_found(folder) for one in evidence.findings)
    every = dict.fromkeys((*by_rules, *folder.faults))
    own = (one for one in every if not one.location.path.startswith("templates/"))
    return tuple(sorted(own, key=lambda finding: finding.order))


def _pdf(copy: "Copy", workshop: "Workshop") -> bytes:
    """The PDF, with the findings below their paragraphs."""
    from bindery.editions.commented.numbered import (  # noqa: PLC0415
        NUMBER,
        write_notes,
        write_numbers,
    )
    from bindery.editions.pdf import MAKES_PDF  # noqa: PLC0415

    write_numbers(copy.blocks, {"class": NUMBER})
    write_notes(copy)
    return MAKES_PDF.make(copy.document, workshop, {}).content


def _word(copy: "Copy", workshop: "Workshop") -> bytes:
    """The Word file, with the findings as comments."""
    from bindery.editions.commented.word_file import made_right  # noqa: PLC0415
    from bindery.editions.commented.word_tree import Author, word_tree  # noqa: PLC0415
    from bindery.tools.pandoc import word_file  # noqa: PLC0415

    document, moment = copy.document, workshop.moment
    metadata = document.publication.metadata
    author = Author("bindery", moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
    page = word_tree(copy, author, lambda path: _image(document, path, workshop))
    facts = [
        ("title", metadata.title),
        ("subtitle", metadata.subtitle),
        ("lang", metadata.language),
        *(("author", one.name) for one in metadata.contributors),
    ]
    if not metadata.contributors:
        facts.append(("author", metadata.publisher))
    return made_right(word_file(page, [fact for fact in facts if fact[1]]), moment)


def _image(document: "Document", path: str, workshop: "Workshop") -> "Image | None":
    """An image as Word shows it; a drawing as a picture of it."""
    from bindery.document.svg.parse import UndrawableError  # noqa: PLC0415

    picture = document.pictures.get(path)
    if picture is None:
        return None
    if not picture.is_drawing:
        return _known_to_word(picture.content, picture.media_type)
    try:
        return _drawn(path, document, workshop)
    except (UndrawableError, PipelineError):
        return None


def _known_to_word(content: bytes, kind: str) -> "Image | None":
    """A picture in a format that all versions of Word know."""
    from PIL import Image as Picture  # noqa: PLC0415

    if kind in ("image/png", "image/jpeg", "image/gif"):
        return content, kind, 0
    try:
        with Picture.open(BytesIO(content)) as picture:
            written = BytesIO()
            picture.convert("RGBA").save(written, "PNG")
    except OSError:
        return None
    return written.getvalue(), "image/png", 0


def _drawn(path: str, document: "Document", workshop: "Workshop") -> "Image":
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415

    from bindery.document.svg.plain import plain_drawing  # noqa: PLC0415
    from bindery.editions.pdf.book_files import BookFiles  # noqa: PLC0415
    from bindery.editions.pdf.layout import lay_out  # noqa: PLC0415
    from bindery.editions.pdf.pictures import cover_picture  # noqa: PLC0415

    content = document.publication.images.get(path) or document.pictures[path].content
    drawing = plain_drawing(content)
    wide, high = drawing.size.width or _DRAWN_WIDTH, drawing.size.height or _DRAWN_WIDTH
    image = f"<img src={quoteattr(path)} alt='-'/>"
    page = f"<html lang='nb'><head><title>-</title></head><body>{image}</body></html>"
    css = (
        f"@page {{ size: {wide:g}px {high:g}px; margin: 0 }} body {{ margin: 0 }}"
        " img { display: block; width: 100% }"
    )
    files = BookFiles({path: drawing.for_print()}, workshop.templates)
    laid = lay_out(page.encode(), css, files, workshop.work / "fontconfig", beside=workshop.beside)
    return cover_picture(laid.content), "image/png", round(min(wide, _DRAWN_WIDTH))
