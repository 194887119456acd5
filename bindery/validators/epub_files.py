"""The files of an output that a checker opens one by one: a page, or what an EPUB is made of."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from bindery.validators import checker
from bindery.vocabulary.text import Text
from bindery.vocabulary.validator import Subject

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
    if subject.edition != "epub":
        yield (OpenFile(subject.output.name, subject.output),)
        return
    with tempfile.TemporaryDirectory(prefix="bindery-") as folder:
        try:
            with ZipFile(subject.output) as archive:
                archive.extractall(folder)
            parts = content_documents(subject.output)
            sheets = style_sheets(subject.output) if styles else ()
        except (OSError, BadZipFile, KeyError, etree.XMLSyntaxError) as error:
            raise checker.broken(checker_name, error) from error
        if not parts:
            raise checker.broken(checker_name, _NO_DOCUMENTS)
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
