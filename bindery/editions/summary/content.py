"""What of the Document goes into the summary: key messages, and what the author marked."""

from copy import deepcopy
from dataclasses import dataclass

from lxml.builder import E

from bindery.document.drawings import inline, is_drawing
from bindery.document.model import IN_SUMMARY, SOURCE, Document, Element, unwrap
from bindery.document.regions import make_regions

_DEEPER = {"h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}


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
        for image in list(holder.iter("img")):
            if is_drawing(image.get("src") or ""):
                drawings += 1
                inline(image, document.publication.images[image.get("src") or ""], drawings)
        make_regions(holder, part.id)
        _keep_links_working(holder)
        for block in holder.iter():
            block.attrib.pop(SOURCE, None)
            block.attrib.pop(IN_SUMMARY, None)
            block.tail = block.tail or None
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
