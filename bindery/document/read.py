"""Read a publication into its Document: pandoc parses each chapter, then the dialect is applied."""

from collections.abc import Container
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lxml import etree
from lxml.builder import E

from bindery.document.contents import HEADINGS, name_of
from bindery.document.dialect import write_elements, write_notes
from bindery.document.for_pandoc import for_pandoc
from bindery.document.formulas import say_formulas
from bindery.document.icons import mark_icons
from bindery.document.links import Target, make_names_unique, point_within_the_book
from bindery.document.model import SOURCE, ChapterPart, Document, Element, has_class, text_of
from bindery.document.pictures.shown import Pictures
from bindery.document.typography import set_quotation_marks
from bindery.manuscript.addresses import file_at
from bindery.manuscript.requirements import CHAPTER_IS_READABLE
from bindery.tools import pandoc
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Chapter, Publication
from bindery.vocabulary.text import Text, without_soft_hyphens

_UNREADABLE = Text(
    nb="Kapittelet kan ikke leses videre herfra.",
    en="The chapter cannot be read on from here.",
)
_HOW_TO_MEND = Text(
    nb="Se etter krøllparenteser som ikke hører til noe, og noter som viser til seg selv.",
    en="Look for braces that belong to nothing, and notes that refer to themselves.",
)

_UNREAD_FORMULA = Text(
    nb="Formelen «{formula}» kan ikke leses.", en="The formula “{formula}” cannot be read."
)
_HOW_TO_WRITE_FORMULAS = Text(
    nb="Sjekk at alle krøllparenteser lukkes og at kommandoene er TeX.",
    en="Check that every brace is closed and that the commands are TeX.",
)
_STAMPED = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "ul", "ol", "blockquote")

_FILTER = Path(__file__).with_name("reader.lua")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def read_document(publication: Publication) -> Document:
    """The Document of ``publication``: all chapters in reading order, every block with its line.

    Raises ``UnreadableChapterError`` if pandoc cannot parse a chapter.
    """
    with ThreadPoolExecutor() as readers:
        rendered = list(readers.map(_render, publication.chapters))
    sections = [
        _section(publication, chapter, xhtml, number)
        for number, (chapter, xhtml) in enumerate(
            zip(publication.chapters, rendered, strict=True), start=1
        )
    ]
    _link(publication, sections)
    parts = tuple(
        _part(chapter, section, number)
        for number, (chapter, section) in enumerate(
            zip(publication.chapters, sections, strict=True), start=1
        )
    )
    return Document(publication, E.body(*sections), parts, Pictures(publication.images))


class UnreadableChapterError(Exception):
    """A chapter that cannot be parsed; ``finding`` has the place and the reason."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.location))
        self.finding = finding


def _render(chapter: Chapter) -> str:
    prepared = for_pandoc(chapter.text)
    try:
        return prepared.restored(pandoc.render(prepared.text, _FILTER))
    except pandoc.UnreadableError as error:
        location = Location(chapter.path, error.line, error.column)
        raise UnreadableChapterError(
            CHAPTER_IS_READABLE.broken(location, _UNREADABLE, _HOW_TO_MEND)
        ) from error


def _section(publication: Publication, chapter: Chapter, xhtml: str, number: int) -> Element:
    """One chapter as a ``section``, with the dialect applied."""
    section = etree.fromstring(f"<section>{xhtml}</section>", _PARSER)
    section.set("id", f"kapittel-{number}")
    section.set("class", "chapter")
    section.set("role", "doc-chapter")
    language = publication.metadata.language
    if chapter.front_matter.language:
        language = chapter.front_matter.language
        section.set("lang", language)
    _stamp(section, chapter.path, publication.images)
    _read_formulas(section, chapter.path)
    say_formulas(section, language)
    write_elements(section, publication.metadata)
    mark_icons(section, publication.images)
    write_notes(section, number, language)
    set_quotation_marks(section, language)
    return section


def _read_formulas(section: Element, path: str) -> None:
    """Raise ``UnreadableChapterError`` for a formula that pandoc left as text."""
    for unread in section.iterfind(".//span[@class]"):
        if has_class(unread, "math"):
            around = next(unread.iterancestors(*_STAMPED), section)
            line = (around.get(SOURCE) or "").rpartition(":")[2]
            location = Location(path, int(line) if line else None)
            message = _UNREAD_FORMULA.filled(formula=text_of(unread))
            finding = CHAPTER_IS_READABLE.broken(location, message, _HOW_TO_WRITE_FORMULAS)
            raise UnreadableChapterError(finding)


def _link(publication: Publication, sections: list[Element]) -> None:
    """Make ids unique in the book, and resolve links between chapters."""
    targets = {
        chapter.path: Target(section.get("id") or "", renamed)
        for chapter, section, renamed in zip(
            publication.chapters, sections, make_names_unique(sections), strict=True
        )
    }
    for path, section in zip(targets, sections, strict=True):
        point_within_the_book(section, path, targets)


_SPOKEN_ATTRIBUTES = frozenset({"alt", "title", "abbr", "data-abbr"})


def _stamp(section: Element, path: str, images: Container[str]) -> None:
    """Replace pandoc's ranges by each block's own line; write paths of images, and names."""
    for element in section.iter():
        for name in _SPOKEN_ATTRIBUTES.intersection(element.attrib):
            element.set(name, without_soft_hyphens(element.attrib[name]))
        position = element.attrib.pop("data-pos", "")
        if position and element.tag != "span":
            line = min(int(span.split(":")[0]) for span in position.split(";"))
            element.set(SOURCE, f"{path}:{line}")
            if element.tag in HEADINGS and not element.get("id"):
                # pandoc makes names of letters and digits: «★» has none.
                element.set("id", f"overskrift-{line}")
        if element.attrib.pop("data-wrapper", None):
            element.attrib.pop("class", None)
    for image in section.iter("img"):
        image.set("src", file_at(image.get("src") or "", path, images))
        if has_class(image, "decorative"):
            image.set("alt", "")
        elif not (image.get("alt") or "").strip():
            # An empty one would mark the image as decoration, for readers and checkers.
            image.attrib.pop("alt", None)
    for code in section.iter("pre"):
        if language := code.attrib.pop("class", None):
            code.set("data-code-language", language)


def _part(chapter: Chapter, section: Element, number: int) -> ChapterPart:
    heading = section.find("h1")
    title = name_of(heading) if heading is not None else Path(chapter.path).stem
    if heading is not None:
        section.set("aria-labelledby", heading.get("id") or section.get("id") or "")
    identity = section.get("id")
    assert identity is not None
    return ChapterPart(identity, number, title, chapter.front_matter.short_title or title)
