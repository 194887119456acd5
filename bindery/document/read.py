"""Read a publication into its Document: pandoc parses each chapter, then the dialect is applied."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from lxml.builder import E

from bindery.document.absent_pictures import box_absent_pictures, films_as_pictures
from bindery.document.anchors import settle_anchors
from bindery.document.book_index import write_index
from bindery.document.callouts import write_ends
from bindery.document.citations import write_citations
from bindery.document.code_blocks import read_information, write_code
from bindery.document.contents import HEADINGS
from bindery.document.dialect import write_elements
from bindery.document.formulas import MOST_LEVELS, levels_of, say_formulas
from bindery.document.glossary import GLOSSARY, link_terms, mark_terms
from bindery.document.icons import mark_icons
from bindery.document.link_words import write_link_words
from bindery.document.links import (
    Target,
    keep_words_of_dead_links,
    make_names_unique,
    point_within_the_book,
)
from bindery.document.lists import is_task, number_examples
from bindery.document.matter import (
    chapter_part,
    made_chapter,
    mark_matter,
    numbers_of,
    part_section,
    with_parts,
)
from bindery.document.model import (
    MATHML,
    SOURCE,
    Document,
    Element,
    has_class,
    text_of,
)
from bindery.document.notes import write_notes
from bindery.document.pictures.shown import Pictures
from bindery.document.pictures.task_boxes import BOXES
from bindery.document.readable import AS_CODE, FEWER_IN_FORMULAS, FORMULA_OF_LEVELS, readable
from bindery.document.reference_words import note_what_is_written, write_references
from bindery.document.signs import printable, printable_settings
from bindery.document.typography import set_quotation_marks
from bindery.document.unknown_attributes import drop_unknown_attributes
from bindery.manuscript.requirements import CHAPTER_IS_READABLE
from bindery.manuscript.targets import image_at
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.publication import Chapter, Publication
from bindery.vocabulary.text import Text, without_soft_hyphens

_UNREAD_FORMULA = Text(
    nb="Formelen «{formula}» kan ikke leses.", en="The formula “{formula}” cannot be read."
)
_HOW_TO_WRITE_FORMULAS = Text(
    nb="Sjekk at alle krøllparenteser er lukket, og at kommandoene er TeX.",
    en="Check that every brace is closed and that the commands are TeX.",
)
_LONGEST_SHOWN = 60
_STAMPED = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "ul", "ol", "blockquote")


def read_document(publication: Publication, keeper: Keeper = NOTHING_KEPT) -> Document:
    """The Document of ``publication``: all chapters in reading order, every block with its line.

    What pandoc has read of the same text before is taken from ``keeper``. What cannot be read, or
    cannot be in an edition, is shown as it is written.
    """
    publication = printable_settings(publication)
    read = readable(publication.chapters, keeper)
    sections: list[Element] = []
    findings: list[Finding] = []
    for position, (chapter, (section, found)) in enumerate(
        zip(publication.chapters, read, strict=True), start=1
    ):
        findings += (*found, *_dialect_of(publication, chapter, section, position))
        sections.append(section)
    number_examples(sections)
    numbers = numbers_of(publication.chapters, sections)
    language = publication.metadata.language
    for chapter, section, number in zip(publication.chapters, sections, numbers, strict=True):
        mark_matter(chapter, section, number, section.get("lang") or language)
        if section.get("role") == GLOSSARY:
            mark_terms(section)
    parts = [
        part_section(part, number, publication.metadata)
        for number, part in enumerate(publication.settings.reading_order.parts, start=1)
    ]
    write_code(publication, sections)
    _link(publication, parts, sections)
    write_link_words(sections, language)
    link_terms(sections)
    sources = write_citations(publication, sections, numbers)
    write_references(publication, sections, numbers)
    keep_words_of_dead_links([*sections, *([sources.section] if sources else [])])
    made_index = write_index(sections, language)
    chapters = tuple(
        chapter_part(chapter, section, position, number, Path(chapter.path).stem)
        for position, (chapter, section, number) in enumerate(
            zip(publication.chapters, sections, numbers, strict=True), start=1
        )
    )
    for made in (sources.section if sources else None, made_index):
        if made is not None:
            chapters = (*chapters, made_chapter(made, len(chapters) + 1))
            sections.append(made)
    body = with_parts(sections, chapters, parts)
    if any(map(is_task, body.iter("img"))):
        publication = replace(publication, images={**publication.images, **BOXES})
    pictures = Pictures(publication.images)
    return Document(publication, body, chapters, pictures, tuple(findings))


def _dialect_of(
    publication: Publication, chapter: Chapter, section: Element, number: int
) -> tuple[Finding, ...]:
    """Apply the dialect to the ``section`` of a chapter; return what could not be read."""
    section.set("id", f"kapittel-{number}")
    section.set("class", "chapter")
    section.set("role", "doc-chapter")
    language = publication.metadata.language
    if chapter.front_matter.language:
        language = chapter.front_matter.language
        section.set("lang", language)
    films_as_pictures(section)
    settle_anchors(section)
    drop_unknown_attributes(section)
    _title_first(section)
    addresses = {image: image.get("src") or "" for image in section.iter("img")}
    _stamp(section, chapter, publication.images)
    box_absent_pictures(section, addresses, publication.images, language)
    unread = tuple(dict.fromkeys(_unread_formulas(section, chapter)))
    say_formulas(section, language)
    note_what_is_written(section)
    write_elements(section, publication.metadata)
    if publication.settings.callouts.end_is_said:
        write_ends(section, language)
    mark_icons(section, publication.images)
    write_notes(section, number, language)
    set_quotation_marks(section, language)
    return unread


def _title_first(section: Element) -> None:
    """Put the chapter's title above all else: what leads to the chapter leads there."""
    title = section.find("h1")
    if title is not None:
        section.insert(0, title)


def _unread_formulas(section: Element, chapter: Chapter) -> Iterator[Finding]:
    """Print as code the formulas that are not TeX to pandoc, or have too many levels."""
    for unread in list(section.iterfind(".//span[@class]")):
        if has_class(unread, "math"):
            message = _UNREAD_FORMULA.filled(formula=_shortened(text_of(unread)))
            place = _place_of(unread, section, chapter)
            yield CHAPTER_IS_READABLE.broken(place, message, _HOW_TO_WRITE_FORMULAS)
            _print_as_code(unread, text_of(unread), display=has_class(unread, "display"))
    for formula in list(section.iter(f"{MATHML}math")):
        if levels_of(formula) > MOST_LEVELS:
            place = _place_of(formula, section, chapter)
            yield CHAPTER_IS_READABLE.broken(place, FORMULA_OF_LEVELS, FEWER_IN_FORMULAS)
            tex = formula.findtext(f".//{MATHML}annotation") or text_of(formula)
            _print_as_code(formula, tex, display=formula.get("display") == "block")


def _print_as_code(formula: Element, tex: str, *, display: bool) -> None:
    parent = formula.getparent()
    assert parent is not None
    mark = "$$" if display else "$"
    code = E.code(
        {"class": AS_CODE}, mark + tex.strip().removeprefix(mark).removesuffix(mark) + mark
    )
    code.tail = formula.tail
    parent.replace(formula, code)


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


def _link(publication: Publication, parts: list[Element], sections: list[Element]) -> None:
    """Make ids unique in the book, and resolve links between chapters."""
    renamings = make_names_unique((*parts, *sections))[len(parts) :]
    targets = {
        chapter.path: Target(
            section.get("id") or "", renamed, _names(section), chapter.front_matter.addresses
        )
        for chapter, section, renamed in zip(publication.chapters, sections, renamings, strict=True)
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
        image.set("src", printable(image_at(image.get("src") or "", chapter.path, images)))
        if has_class(image, "decorative"):
            image.set("alt", "")
        elif not (image.get("alt") or "").strip():
            # An empty one would mark the image as decoration, for readers and checkers.
            image.attrib.pop("alt", None)
    for pre in section.iter("pre"):
        if pre.get("class") != AS_CODE:
            read_information(pre)
