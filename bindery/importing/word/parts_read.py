"""Open a Word file as somebody else's: nothing in it is run, fetched or unpacked without end."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path, PurePosixPath
from zlib import error as ZlibError  # noqa: N812 - a class, though zlib writes it small

from lxml import etree

from bindery.importing.word.names import Element
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

LARGEST_FILE = 500 * 1024**2
LARGEST_PART = 64 * 1024**2
"""Bytes of XML in one part. The largest of 513 real files had 12 million."""
LARGEST_ALL = 1024**3
MOST_PARTS = 10_000

_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_STRICT = {
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""The names of ISO's strict form of the format, and those that everybody else uses."""

_OPEN_AND_SAVE = Text(
    nb="Hent filen på nytt, eller åpne den i Word og lagre den som .docx.",
    en="Get the file again, or open it in Word and save it as .docx.",
)
_LOCKED = Text(nb="Filen er beskyttet med passord.", en="The file is protected by a password.")
_UNLOCK = Text(
    nb="Åpne den i Word, velg Fil › Info › Beskytt dokument, fjern passordet og lagre.",
    en="Open it in Word, choose File › Info › Protect Document, remove the password and save.",
)
_OLD = Text(nb="Dette er det gamle Word-formatet.", en="This is the old format of Word.")
_SAVE_AS = Text(
    nb="Åpne filen i Word og lagre den som .docx.", en="Open it in Word, save as .docx."
)
_OTHER = Text(nb="Dette er ikke en Word-fil, men {kind}.", en="This is no Word file, but {kind}.")
_BROKEN = Text(nb="Word-filen er ikke hel.", en="The Word file is not whole.")
_EMPTY = Text(nb="Filen er tom.", en="The file is empty.")
_BOMB = Text(
    nb="Filen pakker ut til mer enn {limit} MB, og leses ikke.",
    en="The file unpacks to more than {limit} MB, and is not read.",
)
_TOO_LARGE = Text(
    nb="Filen er på mer enn {limit} MB, og leses ikke.",
    en="The file has more than {limit} MB, and is not read.",
)
_MAKE_SMALLER = Text(
    nb="Del dokumentet i flere filer, eller komprimer bildene i Word.",
    en="Split the document into several files, or compress its pictures in Word.",
)
_TOO_MANY = Text(
    nb="Filen har mer enn {limit} deler, og leses ikke.",
    en="The file has more than {limit} parts, and is not read.",
)
_NOT_WORDS = Text(
    nb="Filen inneholder noe som Word aldri skriver, og leses ikke.",
    en="The file has something in it that Word never writes, and is not read.",
)
_UNREADABLE = Text(nb="{path} kan ikke leses: {reason}.", en="{path} cannot be read: {reason}.")
_ALLOW = Text(
    nb="Sjekk navnet, og at du har tilgang til filen.",
    en="Check the name, and that you may read the file.",
)

_KINDS: tuple[tuple[Callable[[bytes], bool], Text], ...] = (
    (lambda head: head.startswith(b"{\\rtf"), Text(nb="en RTF-fil", en="an RTF file")),
    (lambda head: head.startswith(b"%PDF"), Text(nb="en PDF", en="a PDF")),
    (lambda head: b"<html" in head.lower(), Text(nb="en nettside", en="a web page")),
    (lambda head: head.startswith(b"<?xml"), Text(nb="en XML-fil", en="an XML file")),
    (lambda _: True, Text(nb="en tekstfil eller noe annet", en="a text file or something else")),
)
_PACKED = {
    "xl/": Text(nb="et regneark", en="a spreadsheet"),
    "ppt/": Text(nb="en presentasjon", en="a presentation"),
    "Index/": Text(nb="et dokument fra Pages", en="a document of Pages"),
    "META-INF/": Text(nb="et OpenDocument eller en e-bok", en="an OpenDocument or an e-book"),
}


class WordFile:
    """A Word file's parts by name; XML is parsed when it is asked for."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self._archive = _opened(content)
        self._left = LARGEST_ALL
        self._read: dict[str, bytes] = {}
        self.names = tuple(
            info.filename for info in self._archive.infolist() if _is_plain(info.filename)
        )
        self.main = self._main_part()

    def part(self, name: str) -> bytes:
        """The bytes of a part; none if it is not there."""
        if name not in self.names:
            return b""
        if name not in self._read:
            is_xml = name.endswith((".xml", ".rels"))
            limit = min(LARGEST_PART if is_xml else LARGEST_FILE, self._left)
            try:
                with self._archive.open(name) as packed:
                    content = packed.read(limit + 1)
            except (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError) as error:
                raise PipelineError(_BROKEN, _OPEN_AND_SAVE) from error
            except RuntimeError as error:
                raise PipelineError(_LOCKED, _UNLOCK) from error
            if len(content) > limit:
                raise _bomb(limit)
            self._left -= len(content)
            self._read[name] = content
        return self._read[name]

    def xml(self, name: str) -> Element | None:
        """A part as XML; ``None`` if it is not there."""
        content = self.part(name)
        if not content.strip():
            return None
        if b"purl.oclc.org" in content:
            for strict, usual in _STRICT.items():
                content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise PipelineError(_BROKEN, _OPEN_AND_SAVE) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise PipelineError(_NOT_WORDS, _SAVE_AS)
        return root

    def relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """What the part ``name`` refers to, by id: kind, target, and whether it is elsewhere."""
        path = PurePosixPath(name)
        root = self.xml(f"{path.parent}/_rels/{path.name}.rels".removeprefix("./"))
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                _target(path.parent, one.get("Target", ""), one.get("TargetMode", "")),
                one.get("TargetMode") == "External",
            )
            for one in (() if root is None else root)
        }

    def _main_part(self) -> str:
        root = self.xml("_rels/.rels")
        for one in () if root is None else root:
            target = one.get("Target", "").lstrip("/")
            is_main = one.get("Type", "").endswith("/officeDocument") and target in self.names
            if is_main and b"wordprocessingml" in self.part(target)[:5000]:
                return target
        for folder, kind in _PACKED.items():
            if any(name.startswith(folder) for name in self.names):
                raise PipelineError(_OTHER.filled(kind=kind), _SAVE_AS)
        raise PipelineError(_BROKEN, _OPEN_AND_SAVE)


def open_word(path: Path) -> WordFile:
    """The Word file at ``path``. Raises ``PipelineError`` with what is wrong and what to do."""
    return WordFile(content_of(path))


def content_of(path: Path) -> bytes:
    """The bytes of a source that is one file, if it is not too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            limit = LARGEST_FILE // 1024**2
            raise PipelineError(_TOO_LARGE.filled(limit=limit), _MAKE_SMALLER)
        return path.read_bytes()
    except OSError as error:
        told = _UNREADABLE.filled(path=path.name, reason=error.strerror or error)
        raise PipelineError(told, _ALLOW) from error


def _opened(content: bytes) -> zipfile.ZipFile:
    if not content:
        raise PipelineError(_EMPTY, _OPEN_AND_SAVE)
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise PipelineError(_LOCKED, _UNLOCK)
        raise PipelineError(_OLD, _SAVE_AS)
    if not content.startswith(_ZIP):
        kind = next(kind for is_it, kind in _KINDS if is_it(content[:1000]))
        raise PipelineError(_OTHER.filled(kind=kind), _SAVE_AS)
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise PipelineError(_BROKEN, _OPEN_AND_SAVE) from error
    if len(parts) > MOST_PARTS:
        raise PipelineError(_TOO_MANY.filled(limit=MOST_PARTS), _MAKE_SMALLER)
    if any(part.flag_bits & 1 for part in parts):
        raise PipelineError(_LOCKED, _UNLOCK)
    if any(
        part.file_size > LARGEST_PART and part.filename.endswith((".xml", ".rels"))
        for part in parts
    ):
        raise _bomb(LARGEST_PART)
    if sum(part.file_size for part in parts) > LARGEST_ALL:
        raise _bomb(LARGEST_ALL)
    return archive


def _bomb(limit: int) -> PipelineError:
    return PipelineError(_BOMB.filled(limit=limit // 1024**2), _MAKE_SMALLER)


def _is_plain(name: str) -> bool:
    """Whether a part's name is one that stays in the folder it is unpacked to."""
    path = PurePosixPath(name)
    return bool(path.parts) and not (
        path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or name[-1] == "/"
    )


def _target(folder: PurePosixPath, target: str, mode: str) -> str:
    """The name of the part that is referred to, or the address of what is elsewhere."""
    if mode == "External":
        return target
    if target.startswith("/"):
        return target.lstrip("/")
    parts: list[str] = []
    for part in (*folder.parts, *PurePosixPath(target).parts):
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", ".."):
            parts.append(part)
    return "/".join(parts)
