"""The parts of the Document for the summary: key messages, and blocks that the author marked."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from lxml.builder import E

from bindery.document.book_index import INDEX
from bindery.document.callouts import HEARD, draw_signs
from bindery.document.directions import mark_directions
from bindery.document.drawings import inline_drawings
from bindery.document.in_summary import chosen, is_message, only_leads
from bindery.document.model import (
    IN_SUMMARY,
    LEADS,
    ChapterPart,
    Document,
    Element,
    language_at,
    replace_with_text,
    strip_stamps,
    text_of,
    unwrap,
)
from bindery.document.regions import make_regions
from bindery.document.typography import keep_together
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BELOW_CHAPTERS = 3

_EMPTY = Text(
    nb="Sammendraget har bare titlene på kapitlene: Ingenting i manuset er valgt ut.",
    en="The summary has only the titles of the chapters: nothing in the manuscript is chosen.",
)
_CHOOSE = Text(
    nb="Skriv ::: key-message over det viktigste i et kapittel, eller ::: in-summary over avsnitt.",
    en="Write ::: key-message above a chapter's main point, or ::: in-summary above passages.",
)

_MOST = 0.25
_SHORT = 300
"""A summary of so few words is one, however short the book."""

_TOO_LONG = Text(
    nb="Sammendraget har {words} ord, {share} % av publikasjonen. "
    "Det bør ikke ha mer enn {most} %.",
    en="The summary has {words} words, {share} % of the publication. "
    "It should have at most {most} %.",
)
_SHORTEN = Text(
    nb="Velg færre avsnitt med in-summary, eller bruk ::: {.in-summary .leads}: Da tas bare de "
    "halvfete ordene først i hvert listepunkt med.",
    en="Mark fewer blocks with in-summary, or use ::: {.in-summary .leads}, which takes only the "
    "bold words at the start of each list item.",
)


@dataclass(frozen=True, slots=True)
class ChapterSummary:
    """A chapter in the summary: its name, its key messages and the blocks marked ``in-summary``.

    ``name`` is a ``span``, ``heading`` an ``h2``, each of ``messages`` a ``dd``. ``language`` is
    empty if it is the publication's. ``part`` is the title of the part of the book that begins with
    the chapter, a ``span``.
    """

    id: str
    language: str
    name: Element
    heading: Element
    messages: tuple[Element, ...]
    blocks: tuple[Element, ...]
    part: Element | None = None

    @property
    def trees(self) -> tuple[Element, ...]:
        """The chapter's trees, without the name, whose words are the heading's."""
        part = () if self.part is None else (self.part,)
        return (*part, self.heading, *self.messages, *self.blocks)


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of chapters, each a ``span``; ``part`` is that of the part they are in."""

    chapters: tuple[Element, ...]
    part: Element | None = None

    @property
    def trees(self) -> tuple[Element, ...]:
        """All titles."""
        return self.chapters if self.part is None else (self.part, *self.chapters)


def chapter_summaries(document: Document) -> tuple[ChapterSummary, ...]:
    """The chapters that have something for the summary, in reading order."""
    summaries = []
    drawings = 0
    begun = 0
    for part in document.chapters:
        section = document.chapter(part)
        holder = E.div(*(_copied(block, section, document.body) for block in chosen(section)))
        draw_signs(holder)
        drawings = inline_drawings(holder, document.publication.images, drawings)
        language = language_at(section, document.publication.metadata.language)
        keep_together(holder, language)
        make_regions(holder, part.id, language)
        fit_headings(holder)
        messages = tuple(holder.iterchildren("dd"))
        blocks = tuple(block for block in holder if block.tag != "dd")
        if messages or blocks:
            heading = _heading(part, section)
            language = section.get("lang", "")
            name = _name(heading, language)
            title = _part_title(section) if blocks and part.part > begun else None
            begun = max(begun, part.part) if blocks else begun
            summaries.append(
                ChapterSummary(part.id, language, name, heading, messages, blocks, title)
            )
    _keep_links_working(summaries)
    around = document.publication.metadata.language
    for summary in summaries:
        for tree in summary.trees:
            strip_stamps(tree)
        for tree in (summary.name, *summary.messages):
            mark_directions(tree, around)
        for tree in (summary.heading, *summary.blocks):
            mark_directions(tree, summary.language or around)
    return tuple(summaries)


def chapter_titles(document: Document) -> tuple[Titles, ...]:
    """The titles of all chapters, part by part, for a summary with nothing else of the book."""
    return tuple(
        _titles(document, list(chapters))
        for _, chapters in groupby(_shown(document), key=lambda chapter: chapter.part)
    )


def _shown(document: Document) -> list[ChapterPart]:
    """The chapters, without the index: a summary has no places in the text to lead to."""
    return [one for one in document.chapters if document.chapter(one).get("role") != INDEX]


def _titles(document: Document, chapters: Sequence[ChapterPart]) -> Titles:
    sections = [document.chapter(chapter) for chapter in chapters]
    names = [
        _name(_heading(chapter, section), section.get("lang", ""))
        for chapter, section in zip(chapters, sections, strict=True)
    ]
    return Titles(tuple(names), _part_title(sections[0]) if chapters[0].part else None)


def _part_title(section: Element) -> Element:
    """The title of the part of the book that a chapter's ``section`` is in."""
    part = section.getparent()
    assert part is not None
    return _name(part[0], "")


def without_content(document: Document, chapters: Sequence[ChapterSummary]) -> tuple[Finding, ...]:
    """Tell that the summary has nothing of the book but the titles of its chapters."""
    if chapters:
        return ()
    location = Location(f"build/{document.publication.slug}.html")
    return (Finding("summary-has-content", Severity.INFO, location, _EMPTY, _CHOOSE),)


def words_in(trees: Iterable[Element]) -> int:
    """How many words ``trees`` have."""
    return sum(len(text_of(tree).split()) for tree in trees)


def too_long(document: Document, chapters: Sequence[ChapterSummary]) -> tuple[Finding, ...]:
    """Tell that the summary retells much of the book."""
    words, of_all = (
        words_in(tree for one in chapters for tree in one.trees),
        words_in([document.body]),
    )
    if words <= _SHORT or words <= of_all * _MOST:
        return ()
    message = _TOO_LONG.filled(
        words=words, share=ceil(100 * words / of_all), most=round(100 * _MOST)
    )
    location = Location(f"build/{document.publication.slug}.html")
    return (Finding("summary-is-a-summary", Severity.INFO, location, message, _SHORTEN),)


def fit_headings(holder: Element) -> None:
    """Set the levels of headings in ``holder`` below their chapter's ``h2``, none skipped."""
    above: list[str] = []
    for heading in holder.iter(*_HEADINGS):
        level = str(heading.tag)
        while above and above[-1] >= level:
            above.pop()
        heading.tag = f"h{min(_BELOW_CHAPTERS + len(above), 6)}"
        above.append(level)


def _copied(block: Element, section: Element, body: Element) -> Element:
    """A copy of ``block`` for the summary.

    A key message is listed under its chapter, without its end and its label, which is above all.
    What is in another language than its surroundings in the summary is marked with it.
    """
    copy = deepcopy(block)
    copy.tail = None
    if block.get(IN_SUMMARY) == LEADS:
        only_leads(copy)
    around = section
    if is_message(block):
        around, copy.tag = body, "dd"
        for name in ("class", "role", "aria-labelledby"):
            copy.attrib.pop(name, None)
        for ours in [one for one in copy if one.get("class") in ("label", HEARD)]:
            copy.remove(ours)
    language = language_at(block, "")
    if language != language_at(around, ""):
        copy.set("lang", language)
    return copy


def _heading(part: ChapterPart, section: Element) -> Element:
    """The chapter's title as the summary's heading of it."""
    title = section.find("h1")
    heading = E.h2(part.title) if title is None else deepcopy(title)
    heading.tag, heading.tail = "h2", None
    heading.set("id", heading.get("id") or f"{part.id}-tittel")
    return heading


def _name(heading: Element, language: str) -> Element:
    """The chapter's title for use in lists and links, without links of its own."""
    name = deepcopy(heading)
    name.tag = "span"
    for element in name.iter():
        element.attrib.pop("id", None)
    for link in list(name.iter("a")):
        _unlink(link)
    name.attrib.clear()
    if language:
        name.set("lang", language)
    strip_stamps(name)
    return name


def _keep_links_working(summaries: list[ChapterSummary]) -> None:
    """Remove links to what is not in the summary, and references to notes that are not."""
    trees = [tree for summary in summaries for tree in summary.trees]
    titles = {summary.heading for summary in summaries if not summary.blocks}
    here = {element.get("id") for tree in trees if tree not in titles for element in tree.iter()}
    here |= {summary.id for summary in summaries if summary.blocks}
    for link in [link for tree in trees for link in tree.iter("a")]:
        target = link.get("href") or ""
        if link.get("role") == "doc-noteref" or (target.startswith("#") and target[1:] not in here):
            _unlink(link)


def _unlink(link: Element) -> None:
    """Replace a link by its words, in their language; remove the number of a note."""
    if link.get("role") == "doc-noteref":
        replace_with_text(link, "")
    elif language := link.get("lang"):
        link.tag = "span"
        link.attrib.clear()
        link.set("lang", language)
    else:
        unwrap(link)
