"""What of the Document its author wants in the summary, too."""

from collections.abc import Iterator

from bindery.document.model import IN_SUMMARY, SOURCE, Document, Element, has_class
from bindery.vocabulary.findings import Location


def chosen(section: Element) -> Iterator[Element]:
    """What the author marked, outermost first; what is inside another comes with it."""
    blocks: set[Element] = set()
    for block in section.iter():
        marked = IN_SUMMARY in block.attrib or is_message(block)
        # The chapter's title is there anyhow.
        if marked and block.tag != "h1" and not blocks.intersection(block.iterancestors()):
            blocks.add(block)
            yield block


def is_message(block: Element) -> bool:
    """Whether ``block`` is what the author calls the chapter's message."""
    return has_class(block, "key-message")


class SummaryLines:
    """The lines of the chapters that the summary is made of."""

    def __init__(self, document: Document) -> None:
        self._blocks: dict[str, list[tuple[int, bool]]] = {}
        for part in document.chapters:
            section = document.chapter(part)
            inside = {one for block in chosen(section) for one in block.iter()}
            for block in section.iter():
                path, _, line = (block.get(SOURCE) or "").rpartition(":")
                if path:
                    shown = block in inside or block.tag == "h1"
                    self._blocks.setdefault(path, []).append((int(line), shown))

    def __contains__(self, place: Location) -> bool:
        """Whether the block that ``place`` is in is shown there, or cannot be known."""
        line = place.line
        if line is None or place.path not in self._blocks:
            return True
        before = [(start, shown) for start, shown in self._blocks[place.path] if start <= line]
        return not before or max(before)[1]
