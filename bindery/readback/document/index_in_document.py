"""The entries of the index as the Document has them."""

from collections.abc import Iterator

from bindery.document.model import Document, Element, has_class, text_of
from bindery.readback.index_lines import IndexLine, line_of
from bindery.readback.passages import Span
from bindery.vocabulary.text import without_soft_hyphens

_ENTRIES = "index-entries"


def is_entries(element: Element) -> bool:
    """Whether ``element`` is the list of the index's entries."""
    return element.tag == "ul" and has_class(element, _ENTRIES)


def index_of(document: Document) -> list[IndexLine]:
    """Every entry, those below others after them."""
    lists = [one for one in document.body.iter("ul") if is_entries(one)]
    items = (item for listed in lists for item in listed.iter("li"))
    return [line_of(_parts(item), [item.get("id")]) for item in items]


def _parts(item: Element) -> Iterator[str | Span]:
    yield item.text or ""
    for child in item:
        if child.tag == "a":
            yield Span("link", text_of(child), target=(child.get("href") or "").removeprefix("#"))
        elif child.tag != "ul":
            yield without_soft_hyphens("".join(child.itertext()))
        yield child.tail or ""
