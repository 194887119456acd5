"""Import an OpenDocument text or a web page, as far as pandoc's tree has it."""

import json
import posixpath
import re
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zlib import error as ZlibError  # noqa: N812 - a class, though zlib writes it small

from lxml import etree, html

from bindery.importing.answers import Answers
from bindery.importing.book_settings import Known
from bindery.importing.figures_kept import FiguresKept
from bindery.importing.folders.folder_plan import is_inside_source, language_of_words
from bindery.importing.independent_words import words
from bindery.importing.markdown.book_writer import Source, write_chapters
from bindery.importing.markdown.pandoc_tree import words_of
from bindery.importing.read_source import Brought, brought_as
from bindery.importing.remarks import Remarks
from bindery.importing.word.parts_read import LARGEST_ALL, LARGEST_PART, MOST_PARTS, content_of
from bindery.tools.pandoc import UnreadableError, document_tree
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

READERS = {".odt": "odt", ".html": "html", ".htm": "html", ".xhtml": "html"}
"""What pandoc calls each kind of file, by its ending."""

_NOT_READ = Text(nb="{source} kan ikke leses.", en="{source} cannot be read.")
_WHOLE = Text(
    nb="Sjekk at filen er hel: Åpne den der den er laget, lagre den på nytt, og prøv igjen.",
    en="Check that the file is whole: open it where it was made, save it again, and try again.",
)
_MOST_PICTURE = 100 * 1024**2
_SPACES = frozenset({"p", "h", "tab", "line-break", "s", "table-cell", "note", "list-item"})
_APART = frozenset({"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "br", "div", "dt"})
_APART |= {"dd", "figcaption", "caption", "tr", "pre", "blockquote", "section", "article"}


def from_document(source: Path, answers: Answers) -> Brought:
    """Everything of the file at ``source`` that a publication gets."""
    reader = READERS[source.suffix.lower()]
    content = content_of(source)
    if not content.strip():
        raise PipelineError(_NOT_READ.filled(source=source.name), _WHOLE)
    package = _Package(content, source) if reader == "odt" else None
    counted = package.words() if package else _words_of_page(content, source)
    try:
        tree = json.loads(document_tree(source, reader))
    except (UnreadableError, RecursionError) as error:
        raise PipelineError(_NOT_READ.filled(source=source.name), _WHOLE) from error
    blocks = tree["blocks"]
    title = package.title() if package else ""
    if title and blocks and words_of(blocks[0]) == title:
        del blocks[0]
    meta = {name: words_of(value) for name, value in tree["meta"].items()}
    language = language_of_words(meta.get("lang", "") or (package.language() if package else ""))
    found = Answers(title=meta.get("title", "") or title or source.stem, language=language)
    known = answers.or_else(found)
    remarks = Remarks()

    def beside(target: str) -> bytes:
        path = source.parent / posixpath.normpath(unquote(target))
        is_there = is_inside_source(source.parent, path) and path.is_file()
        return path.read_bytes() if is_there and path.stat().st_size <= _MOST_PICTURE else b""

    figures = FiguresKept(package.part if package else beside, remarks)
    chapters = write_chapters(
        Source(
            blocks=blocks,
            remarks=remarks,
            title=known.title,
            language=known.language or "nb",
            picture=figures.picture,
            split=answers.split,
        )
    )
    return brought_as(
        chapters,
        figures,
        answers=found,
        known=Known(
            subtitle=meta.get("subtitle", ""),
            authors=tuple(filter(None, [meta.get("author", "")])),
            numbers_captions=any(one.kind == "caption-number" for one in remarks.every()),
        ),
        remarks=remarks,
        words=counted,
        content=content,
    )


class _Package:
    """An OpenDocument text: a zip, read as somebody else's."""

    def __init__(self, content: bytes, source: Path) -> None:
        self._name = source.name
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
            parts = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._refused() from error
        sizes = [part.file_size for part in parts]
        xml = [part.file_size for part in parts if part.filename.endswith(".xml")]
        if (
            len(parts) > MOST_PARTS
            or sum(sizes) > LARGEST_ALL
            or max(xml, default=0) > LARGEST_PART
        ):
            raise self._refused()

    def part(self, name: str, largest: int = _MOST_PICTURE) -> bytes:
        """The bytes of a part; none if it is not there."""
        try:
            with self._archive.open(name) as packed:
                content = packed.read(largest + 1)
        except KeyError:
            return b""
        except (
            zipfile.BadZipFile,
            ZlibError,
            EOFError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise self._refused() from error
        if len(content) > largest:
            raise self._refused()
        return content

    def _xml(self, name: str) -> "etree._Element":
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            return etree.fromstring(self.part(name, LARGEST_PART), parser)
        except etree.XMLSyntaxError as error:
            raise self._refused() from error

    def language(self) -> str:
        """The language that the styles say."""
        root = self._xml("styles.xml") if self.part("styles.xml") else None
        for one in () if root is None else root.iter("{*}text-properties"):
            for key, value in one.attrib.items():
                if str(key).endswith("}language") and value not in ("none", "zxx"):
                    return str(value)
        return ""

    def title(self) -> str:
        """The words of the first paragraph in the style for titles."""
        for one in self._xml("content.xml").iter("{*}p"):
            if any(value == "Title" for value in one.attrib.values()):
                return " ".join("".join(one.itertext()).split())
        return ""

    def words(self) -> Counter[str]:
        """Every word of the body."""
        letters: list[str] = []
        body = next(self._xml("content.xml").iter("{*}body"), None)
        for event, one in etree.iterwalk(body, events=("start", "end")) if body is not None else ():
            if not isinstance(one.tag, str):
                continue
            is_apart = etree.QName(one).localname in _SPACES
            letters.append(" " * is_apart)
            letters.append((one.text if event == "start" else one.tail) or "")
        return words("".join(letters))

    def _refused(self) -> PipelineError:
        return PipelineError(_NOT_READ.filled(source=self._name), _WHOLE)


def _decoded(content: bytes) -> str:
    """A page as text; what is no UTF-8 is in the letters of western Europe, as for pandoc."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _words_of_page(content: bytes, source: Path) -> Counter[str]:
    """Every word that a browser would show of a page."""
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", _decoded(content)))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PipelineError(_NOT_READ.filled(source=source.name), _WHOLE) from error
    letters: list[str] = []
    for gone in list(root.iter("script", "style", "head", "template", "noscript", "title")):
        gone.drop_tree()
    for event, one in etree.iterwalk(root, events=("start", "end")):
        if isinstance(one.tag, str):
            letters.append(" " * (one.tag in _APART))
            letters.append((one.text if event == "start" else one.tail) or "")
        elif event == "end":
            letters.append(one.tail or "")
    return words("".join(letters))
