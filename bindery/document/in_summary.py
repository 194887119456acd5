"""The parts of the Document that its author wants in the summary."""

from collections.abc import Iterator

from bindery.document.model import IN_SUMMARY, SOURCE, Document, Element, has_class, unwrap
from bindery.vocabulary.findings import Location


def chosen(section: Element) -> Iterator[Element]:
    """The outermost blocks that the author marked for the summary."""
    blocks: set[Element] = set()
    for block in section.iter():
        marked = IN_SUMMARY in block.attrib or is_message(block)
        # The chapter's title is there in any case.
        if marked and block.tag != "h1" and not blocks.intersection(block.iterancestors()):
            blocks.add(block)
            yield block


def is_message(block: Element) -> bool:
    """Whether ``block`` is a key message of its chapter."""
    return block.tag == "div" and has_class(block, "key-message")


def only_leads(tree: Element) -> None:
    """Cut each list item in ``tree`` that begins with bold words to these, in plain type."""
    for item in list(tree.iter("li")):
        if (lead := _lead(item)) is not None:
            lead.tail = None
            item.text, item[:] = None, [lead]
            unwrap(lead)


def _lead(item: Element) -> Element | None:
    """The bold words that ``item`` begins with."""
    at = item
    while len(at) and not (at.text or "").strip():
        at = at[0]
        if at.tag == "strong":
            return at
        if at.tag != "p":
            break
    return None


class SummaryLines:
    """The lines of the chapters that are in the summary."""

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
        """Whether the block at ``place`` is in the summary, or its line is not known."""
        line = place.line
        if line is None or place.path not in self._blocks:
            return True
        before = [(start, shown) for start, shown in self._blocks[place.path] if start <= line]
        return not before or max(before)[1]
