"""Read a publication into its Document: pandoc parses each chapter, then the dialect is applied."""

import re
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from lxml import etree
from lxml.builder import E

from bindery.document.contents import HEADINGS, name_of
from bindery.document.dialect import write_elements, write_notes
from bindery.document.for_pandoc import for_pandoc
from bindery.document.formulas import MOST_LEVELS, levels_of, say_formulas, too_many_scripts
from bindery.document.icons import mark_icons
from bindery.document.links import Target, make_names_unique, point_within_the_book
from bindery.document.model import (
    MATHML,
    SOURCE,
    ChapterPart,
    Document,
    Element,
    has_class,
    text_of,
)
from bindery.document.pictures.shown import Pictures
from bindery.document.typography import set_quotation_marks
from bindery.manuscript.requirements import CHAPTER_IS_READABLE
from bindery.manuscript.targets import image_at
from bindery.tools import pandoc
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Chapter, Publication
from bindery.vocabulary.text import Text, without_soft_hyphens

_UNREADABLE = Text(
    nb="Kapittelet kan ikke leses videre herfra.",
    en="The rest of the chapter cannot be parsed from here.",
)
_HOW_TO_MEND = Text(
    nb="Se etter løse krøllparenteser, og etter noter som viser til seg selv.",
    en="Look for stray braces, and for notes that refer to themselves.",
)

_TOO_SLOW = Text(
    nb="Kapittelet kan ikke leses ferdig: Det tar for lang tid eller for mye minne.",
    en="The chapter could not be read to its end: it took too much time or memory.",
)
_DIVIDE = Text(
    nb="Her er det lengste avsnittet. Del det opp hvis det samme tegnet er gjentatt mange ganger.",
    en="Its longest paragraph is here. Divide it if the same character is repeated many times.",
)

_UNREAD_FORMULA = Text(
    nb="Formelen «{formula}» kan ikke leses.", en="The formula “{formula}” cannot be read."
)
_HOW_TO_WRITE_FORMULAS = Text(
    nb="Sjekk at alle krøllparenteser er lukket, og at kommandoene er TeX.",
    en="Check that every brace is closed and that the commands are TeX.",
)
_TOO_DEEP = Text(
    nb="Noe her er lagt inn i noe annet altfor mange ganger.",
    en="Something here is nested far too many times.",
)
_FEWER_LEVELS = Text(
    nb="Bruk færre nivåer av lister, sitater, blokker, spenn og formler. Over femti er for mange.",
    en="Use fewer levels of lists, quotations, blocks, spans and formulas. Over fifty is too many.",
)
_LONGEST_SHOWN = 60
_FORMULA_OF_LEVELS = Text(
    nb="Formelen har for mange parenteser, potenser eller indekser inni hverandre.",
    en="The formula has too many brackets, powers or indices inside one another.",
)
_FEWER_IN_FORMULAS = Text(
    nb=f"Bruk høyst {MOST_LEVELS} nivåer, eller gi en del av formelen et eget navn.",
    en=f"Use at most {MOST_LEVELS} levels, or give a part of the formula a name.",
)
_STAMPED = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "ul", "ol", "blockquote")

_FILTER = Path(__file__).with_name("reader.lua")
DEEPEST = 150
"""Elements in one another in a chapter. A level of a list is two, one of a quotation one; the
programs that make the editions, and those that read them, need more memory for each."""


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
    """A chapter that cannot be parsed; ``findings`` have the places and the reasons."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(str(findings[0].location))
        self.findings = findings


def _render(chapter: Chapter) -> str:
    if line := too_many_scripts(chapter.text):
        location = chapter.at(line)
        finding = CHAPTER_IS_READABLE.broken(location, _FORMULA_OF_LEVELS, _FEWER_IN_FORMULAS)
        raise UnreadableChapterError(finding)
    prepared = for_pandoc(chapter.text)
    try:
        return prepared.restored(pandoc.render(prepared.text, _FILTER))
    except pandoc.UnreadableError as error:
        message, hint = _UNREADABLE, _HOW_TO_MEND
        location = chapter.at(error.line or _longest_block(chapter.text), error.column)
        if error.line is None:
            message, hint = _TOO_SLOW, _DIVIDE
        raise UnreadableChapterError(CHAPTER_IS_READABLE.broken(location, message, hint)) from error


def _longest_block(text: str) -> int:
    """The line where the longest stretch without a blank line begins."""
    blocks = re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+", text)
    longest = max(blocks, key=lambda block: len(block[0]), default=None)
    return 1 if longest is None else text.count("\n", 0, longest.start()) + 1


def _section(publication: Publication, chapter: Chapter, xhtml: str, number: int) -> Element:
    """One chapter as a ``section``, with the dialect applied."""
    section = _parsed(xhtml, chapter)
    section.set("id", f"kapittel-{number}")
    section.set("class", "chapter")
    section.set("role", "doc-chapter")
    language = publication.metadata.language
    if chapter.front_matter.language:
        language = chapter.front_matter.language
        section.set("lang", language)
    _stamp(section, chapter, publication.images)
    if unread := tuple(dict.fromkeys(_unread_formulas(section, chapter))):
        raise UnreadableChapterError(*unread)
    say_formulas(section, language)
    write_elements(section, publication.metadata)
    mark_icons(section, publication.images)
    write_notes(section, number, language)
    set_quotation_marks(section, language)
    return section


def _parsed(xhtml: str, chapter: Chapter) -> Element:
    """A chapter as a tree. Raises ``UnreadableChapterError`` where it is nested too deeply."""
    section = etree.Element("section")
    depth, line = 0, None
    parser = etree.XMLPullParser(
        ("start", "end"), resolve_entities=False, no_network=True, huge_tree=True
    )
    broken = None
    try:
        parser.feed(f"<section>{xhtml}</section>")
    except etree.XMLSyntaxError as error:
        # A sign that XML does not allow, or more levels than libxml2 reads, which is 2048.
        broken = error
    for event, element in parser.read_events():
        section = element
        depth += 1 if event == "start" else -1
        if position := element.get("data-pos"):
            line = int(position.split(":")[0])
        if depth > DEEPEST:
            raise _too_deep(chapter, line)
    if broken is not None:
        finding = CHAPTER_IS_READABLE.broken(_at(chapter, line), _UNREADABLE, _HOW_TO_MEND)
        raise UnreadableChapterError(finding) from broken
    return section


def _at(chapter: Chapter, line: int | None) -> Location:
    return chapter.at(line) if line else Location(chapter.path)


def _too_deep(chapter: Chapter, line: int | None) -> UnreadableChapterError:
    finding = CHAPTER_IS_READABLE.broken(_at(chapter, line), _TOO_DEEP, _FEWER_LEVELS)
    return UnreadableChapterError(finding)


def _unread_formulas(section: Element, chapter: Chapter) -> Iterator[Finding]:
    """The formulas that nobody can set: left as text by pandoc, or with too many levels."""
    for unread in section.iterfind(".//span[@class]"):
        if has_class(unread, "math"):
            message = _UNREAD_FORMULA.filled(formula=_shortened(text_of(unread)))
            place = _place_of(unread, section, chapter)
            yield CHAPTER_IS_READABLE.broken(place, message, _HOW_TO_WRITE_FORMULAS)
    for formula in section.iter(f"{MATHML}math"):
        if levels_of(formula) > MOST_LEVELS:
            place = _place_of(formula, section, chapter)
            yield CHAPTER_IS_READABLE.broken(place, _FORMULA_OF_LEVELS, _FEWER_IN_FORMULAS)


def _place_of(formula: Element, section: Element, chapter: Chapter) -> Location:
    """The line of ``formula``; that of the block around it if it is written in another way."""
    around = next(formula.iterancestors(*_STAMPED), section)
    block = Location.stamped(around.get(SOURCE) or "") or Location(chapter.path, 1)
    first = block.line or 1
    written = text_of(formula).strip("$\\()[] \n").partition("\n")[0]
    lines = enumerate(chapter.lines[first - 1 :], start=first)
    return replace(block, line=next((number for number, line in lines if written in line), first))


def _shortened(formula: str) -> str:
    return formula if len(formula) <= _LONGEST_SHOWN else f"{formula[:_LONGEST_SHOWN]} …"


def _link(publication: Publication, sections: list[Element]) -> None:
    """Make ids unique in the book, and resolve links between chapters."""
    targets = {
        chapter.path: Target(
            section.get("id") or "", renamed, _names(section), chapter.front_matter.addresses
        )
        for chapter, section, renamed in zip(
            publication.chapters, sections, make_names_unique(sections), strict=True
        )
    }
    for path, section in zip(targets, sections, strict=True):
        point_within_the_book(section, path, targets)


def _names(section: Element) -> dict[str, str]:
    """The ids in a chapter, by their names in small letters; the first of those that are alike."""
    names: dict[str, str] = {}
    for element in section.iter():
        if name := element.get("id"):
            names.setdefault(name.casefold(), name)
    return names


_SPOKEN_ATTRIBUTES = frozenset({"alt", "title", "abbr", "data-abbr"})


def _stamp(section: Element, chapter: Chapter, images: Collection[str]) -> None:
    """Replace pandoc's ranges by each block's own line; write paths of images, and names."""
    for element in section.iter():
        for name in _SPOKEN_ATTRIBUTES.intersection(element.attrib):
            element.set(name, without_soft_hyphens(element.attrib[name]))
        position = element.attrib.pop("data-pos", "")
        if position and element.tag != "span":
            line = min(int(span.split(":")[0]) for span in position.split(";"))
            place = chapter.in_file(chapter.at(line))
            line = place.line or line
            element.set(SOURCE, f"{place.path}:{line}")
            if element.tag in HEADINGS and not element.get("id"):
                # pandoc makes names of letters and digits: «★» has none.
                element.set("id", f"overskrift-{line}")
        if element.attrib.pop("data-wrapper", None):
            element.attrib.pop("class", None)
    for image in section.iter("img"):
        image.set("src", image_at(image.get("src") or "", chapter.path, images))
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
