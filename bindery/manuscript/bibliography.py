"""Read the files of sources that citations name, and the style that they are set in."""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from lxml import etree

from bindery.manuscript.files import MANUSCRIPT, composed, contents, is_inside, located
from bindery.manuscript.front_matter import read_opening
from bindery.vocabulary.bibliography import (
    Bibliography,
    BibliographyFault,
    BibliographyFile,
    BibliographyFormat,
    CitationSettings,
    UnusedFile,
)
from bindery.vocabulary.publication import Chapter

FORMATS: dict[str, BibliographyFormat] = {
    ".bib": "biblatex",
    ".json": "csljson",
    ".yaml": "yaml",
    ".yml": "yaml",
}
"""By the ending of a file's name."""

LARGEST = 10_000_000
"""Bytes of a file of sources, or of a style: a large library of references has a tenth."""

CSL = "{http://purl.org/net/xbiblio/csl}"

_ENTRY = re.compile(r"@\s*(\w+)\s*[{(]\s*([^\s,{}()\"#%=]+)\s*,")
_NO_ENTRIES = frozenset({"comment", "string", "preamble"})
_ID = re.compile(
    r"""(?:^|[{,])[ \t]*(?:-[ \t]+)?["']?id["']?[ \t]*:[ \t]*["']?([^\s"',}]+)""", re.M
)


class _UnusableError(Exception):
    """A file that cannot be used."""

    def __init__(self, fault: BibliographyFault) -> None:
        super().__init__(fault)
        self.fault: BibliographyFault = fault


def read_bibliography(
    book: Path, settings: CitationSettings, chapters: Iterable[Chapter] = ()
) -> Bibliography:
    """The sources and the style that ``settings`` name, or the front matter of ``chapters``.

    What cannot be read is ``unused``.
    """
    files: dict[str, BibliographyFile] = {}
    unused: list[UnusedFile] = []
    style = ""
    for number, name in enumerate(settings.bibliography):
        try:
            files.setdefault(name, _sources(book, name))
        except _UnusableError as error:
            place = ("citations", "bibliography", number)
            unused.append(UnusedFile(name, error.fault, place))
    for chapter in chapters:
        for name in _named_by(book, chapter):
            try:
                files.setdefault(name, _sources(book, name))
            except _UnusableError as error:
                unused.append(UnusedFile(name, error.fault, chapter=chapter.path))
    if settings.style:
        try:
            style = _style(_text(book, settings.style))
        except _UnusableError as error:
            unused.append(UnusedFile(settings.style, error.fault, ("citations", "style")))
    return Bibliography(tuple(files.values()), style, tuple(unused))


def _named_by(book: Path, chapter: Chapter) -> Iterator[str]:
    """The files that front matter names, beside the chapter or below the manuscript."""
    if not chapter.text.startswith("---") or "bibliography" not in chapter.text:
        return
    folder = PurePosixPath(chapter.path).parent.relative_to(MANUSCRIPT)
    for name in read_opening(chapter.text).front_matter.bibliography:
        beside = posixpath.normpath(folder / name)
        there = located(book / MANUSCRIPT, beside)
        yield beside if is_inside(book / MANUSCRIPT, there) and os.path.exists(there) else name  # noqa: PTH110


def keys_in(text: str, kind: BibliographyFormat) -> dict[str, int]:
    """What the entries in ``text`` are called, each with the line it begins on."""
    found: dict[str, int] = {}
    line, read = 1, 0
    for entry in (_ENTRY if kind == "biblatex" else _ID).finditer(text):
        line += text.count("\n", read, entry.end())
        read = entry.end()
        key = entry[entry.lastindex or 0]
        if kind != "biblatex" or entry[1].lower() not in _NO_ENTRIES:
            begins = line - entry[0].count("\n") + entry[0].startswith("\n")
            found.setdefault(key, begins)
    return found


def _sources(book: Path, name: str) -> BibliographyFile:
    kind = FORMATS.get(PurePosixPath(name).suffix.lower())
    if kind is None:
        raise _UnusableError("no-format")
    text = _text(book, name)
    return BibliographyFile(composed(f"{MANUSCRIPT}/{name}"), kind, text, keys_in(text, kind))


def _text(book: Path, name: str) -> str:
    """The text of the file ``name`` below the manuscript, symbolic links followed."""
    manuscript = book / MANUSCRIPT
    path = located(manuscript, name)
    if not is_inside(manuscript, path):
        raise _UnusableError("outside")
    try:
        if not path.is_file():
            raise _UnusableError("not-there")
        if path.stat().st_size > LARGEST:
            raise _UnusableError("too-large")
    except (OSError, ValueError) as error:
        raise _UnusableError("not-there") from error
    try:
        text = contents(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _UnusableError("not-text") from error
    return re.sub("\r\n?", "\n", text)


def _style(text: str) -> str:
    """The style, without addresses: for one that depends on another, pandoc would fetch that."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        style = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _UnusableError("no-style") from error
    if style.tag != f"{CSL}style":
        raise _UnusableError("no-style")
    links = list(style.iter(f"{CSL}link"))
    if style.find(f"{CSL}citation") is None:
        depends = any(link.get("rel") == "independent-parent" for link in links)
        raise _UnusableError("style-of-another" if depends else "no-style")
    if style.get("class") == "note":
        raise _UnusableError("style-of-notes")
    for link in links:
        parent = link.getparent()
        if parent is not None:
            parent.remove(link)
    return etree.tostring(style, encoding="unicode")
