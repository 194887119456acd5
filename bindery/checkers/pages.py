"""The pages of an output that checkers open one by one, and the views they are opened in."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from bindery.checkers import running
from bindery.tools.browser import MODES, Mode, View, answers
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EPUB_TYPE
from bindery.vocabulary.text import Text, joined

NARROW, WIDE = 320, 1280

EVERY_WISH = tuple(View(NARROW, mode, spaced=True) for mode in MODES)

PLACE = Text(nb="{document}, {target} {html} ({views})", en="{document}, {target} {html} ({views})")
"""Where something is, in which document, and in which views."""

_MODES: dict[Mode, Text] = {
    "light": Text(nb="lys", en="light"),
    "dark": Text(nb="mørk", en="dark"),
    "forced-colors": Text(nb="tvungne farger", en="forced colours"),
    "reduced-motion": Text(nb="mindre bevegelse", en="reduced motion"),
    "more-contrast": Text(nb="mer kontrast", en="more contrast"),
    "print": Text(nb="utskrift", en="print"),
}
_VIEW = Text(nb="{width} px {mode}", en="{width} px {mode}")
_SPACED = Text(nb="{width} px {mode} med tekstavstand", en="{width} px {mode} with text spacing")


def named(views: Iterable[View]) -> Text:
    """The views as one reads them, each once: ``320 px light, 1280 px dark``."""
    names = (
        (_SPACED if view.spaced else _VIEW).filled(width=view.width, mode=_MODES[view.mode])
        for view in dict.fromkeys(views)
    )
    return joined(", ", names)


CONTAINER = "META-INF/container.xml"
XHTML = "application/xhtml+xml"
CSS = "text/css"

_NO_DOCUMENTS = Text(
    nb="e-boka har ingen dokumenter en leser kan komme til.",
    en="the e-book has no documents that a reader can come to.",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the EPUB: its ``name`` from the package document, its ``path`` in the archive."""

    name: str
    path: PurePosixPath


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file on the disk, and its ``name`` as findings say it."""

    name: str
    path: Path


def content_documents(epub: Path) -> tuple[Part, ...]:
    """What a reader can come to: the spine's documents and the navigation document."""
    package, folder = _package(epub)
    spine = frozenset(package.xpath("//*[local-name()='itemref']/@idref"))
    return tuple(
        part
        for item, part in _parts(package, folder, XHTML)
        if item.get("id") in spine or "nav" in item.get("properties", "").split()
    )


def style_sheets(epub: Path) -> tuple[Part, ...]:
    """The CSS of the EPUB."""
    return tuple(part for _, part in _parts(*_package(epub), CSS))


@contextmanager
def opened(
    checker_name: str, subject: Subject, *, styles: bool = False
) -> Iterator[tuple[OpenFile, ...]]:
    """The page that ``subject`` is, or all content documents of the EPUB, and its CSS if asked for.

    What is no EPUB, or has no documents, stops ``checker_name``.
    """
    if subject.edition.media_type != EPUB_TYPE:
        yield (OpenFile(subject.output.name, subject.output),)
        return
    with tempfile.TemporaryDirectory(prefix="bindery-") as folder:
        try:
            with ZipFile(subject.output) as archive:
                archive.extractall(folder)
            parts = content_documents(subject.output)
            sheets = style_sheets(subject.output) if styles else ()
        except (OSError, BadZipFile, KeyError, etree.XMLSyntaxError) as error:
            raise running.broken(checker_name, error) from error
        if not parts:
            raise running.broken(checker_name, _NO_DOCUMENTS)
        yield tuple(OpenFile(part.name, Path(folder, part.path)) for part in (*parts, *sheets))


def _package(epub: Path) -> tuple[etree._Element, PurePosixPath]:
    """The package document, and the folder in the archive where it is."""
    with ZipFile(epub) as archive:
        container = etree.fromstring(archive.read(CONTAINER))
        path = str(container.xpath("string(//@full-path)"))
        return etree.fromstring(archive.read(path)), PurePosixPath(path).parent


def _parts(
    package: etree._Element, folder: PurePosixPath, media_type: str
) -> Iterator[tuple[etree._Element, Part]]:
    for item in package.iter("{*}item"):
        if item.get("media-type") == media_type:
            name = unquote(item.get("href", ""))
            yield item, Part(name, folder / name)


class Seen(running.Report):
    """A document in one view. Each checker's own kind says what else it answers there."""

    document: str
    view: View


class PagesReport(running.Report):
    """The browser's version, and every document in every view. Each checker has its own kind."""

    version: str
    seen: tuple[Seen, ...]


AnyPages = TypeVar("AnyPages", bound=PagesReport)


def pages_asked(
    name: str,
    subjects: Sequence[Subject],
    shape: type[AnyPages],
    *,
    report: str,
    views: Sequence[View],
    question: str,
    script: Path | None = None,
) -> Iterator[tuple[Subject, AnyPages]]:
    """Each of ``subjects``, and the ``report`` that the checker called ``name`` leaves of it.

    One browser is started for all of them. A page that does not answer in some view stops it.
    """
    reports = [
        running.fresh(subject.reports / f"{report}-{subject.edition.name}.json")
        for subject in subjects
    ]
    with ExitStack() as stack:
        files = [stack.enter_context(opened(name, subject)) for subject in subjects]
        pages = [file.path for several in files for file in several]
        given = answers(pages, views, script=script, question=question, only_looks=True)
    rows = iter(given.rows)
    for subject, path, several in zip(subjects, reports, files, strict=True):
        seen = [*_seen(several, rows, views)]
        found = {"version": given.version, "seen": seen}
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
        if len(seen) != len(several) * len(views):
            raise running.broken(name, f"{len(several)} documents, {len(seen)} views")
        yield subject, running.read(name, shape, path)


def _seen(
    files: Sequence[OpenFile], rows: Iterator[tuple[object, ...]], views: Sequence[View]
) -> Iterator[dict[str, object]]:
    for file, row in zip(files, rows, strict=False):
        for view, answer in zip(views, row, strict=True):
            if isinstance(answer, dict):
                yield {"document": file.name, "view": asdict(view), **answer}
