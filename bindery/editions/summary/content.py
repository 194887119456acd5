"""What of the Document goes into the summary: key messages, and what the author marked."""

from copy import deepcopy
from dataclasses import dataclass

from lxml.builder import E

from bindery.document.drawings import inline_drawings
from bindery.document.model import IN_SUMMARY, Document, Element, strip_stamps, unwrap
from bindery.document.regions import make_regions


@dataclass(frozen=True, slots=True)
class ChapterSummary:
    """A chapter in the summary: its key message and the blocks marked ``in-summary``."""

    id: str
    title: str
    blocks: tuple[Element, ...]


def chapter_summaries(document: Document) -> tuple[ChapterSummary, ...]:
    """The chapters that have something to say in the summary, in reading order."""
    summaries = []
    drawings = 0
    for part, section in zip(document.chapters, document.body, strict=True):
        blocks = tuple(deepcopy(block) for block in section.iter() if _belongs(block))
        holder = E.div(*blocks)
        drawings = inline_drawings(holder, document.publication.images, drawings)
        make_regions(holder, part.id)
        _keep_links_working(holder)
        strip_stamps(holder)
        if len(holder):
            summaries.append(ChapterSummary(part.id, part.title, tuple(holder)))
    return tuple(summaries)


def _belongs(block: Element) -> bool:
    return IN_SUMMARY in block.attrib or "key-message" in (block.get("class") or "").split()


def _keep_links_working(holder: Element) -> None:
    """Take away links to what is not in the summary, and references to notes that are not."""
    here = {element.get("id") for element in holder.iter()}
    for link in list(holder.iter("a")):
        target = link.get("href") or ""
        if link.get("role") == "doc-noteref":
            link.text = None
            unwrap(link)
        elif target.startswith("#") and target[1:] not in here:
            unwrap(link)
