"""Mark where each printed page starts in another edition's text (EPUB Accessibility 1.1, 3.2).

A word is never split: it belongs to the page where it begins. No page number becomes part of the
name of a link, a heading or a header cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from lxml.builder import E

from bindery.document.contents import PLACE, PageStart, Pagination
from bindery.document.model import EPUB_TYPE, Element, text_of

_HOLDS_NO_TEXT = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"})
"""Elements that may not have a ``span`` as their child in HTML."""

_NAMED_BY_CONTENT = ("a", "h1", "h2", "h3", "h4", "h5", "h6", "th")
_CELLS = ("th", "td")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A marker: the printed folio, the marker's id, and the index of its tree."""

    folio: str
    id: str
    tree: int


@dataclass(frozen=True, slots=True)
class _Point:
    """A place between two letters: ``index`` letters into the text after ``after`` in ``parent``.

    If ``after`` is ``None``, that is the parent's first text.
    """

    parent: Element
    after: Element | None
    index: int


def mark_pages(trees: Sequence[Element], pagination: Pagination) -> tuple[PageBreak, ...]:
    """Put a marker into ``trees``, in reading order, at the word where each page starts.

    A page with nothing of the Document on it, such as the cover, starts where the one before it
    would end: at the next page's start, or, before all others, at the beginning of the first tree.
    """
    homes = {
        place: (number, element)
        for number, tree in enumerate(trees)
        for element in tree.iter()
        if (place := element.get(PLACE))
    }
    used = {name for tree in trees for element in tree.iter() if (name := element.get("id"))}
    found: list[PageBreak] = []
    waiting: list[PageStart] = []
    for start in pagination:
        waiting.append(start)
        if not found and start.place not in homes:
            found.append(_mark(_Point(trees[0], None, 0), start, 0, used))
            waiting.clear()
        elif start.place in homes:
            number, element = homes[start.place]
            for one in waiting:
                found.append(_mark(_point(element, start), one, number, used))
            waiting.clear()
    last = trees[-1]
    for one in waiting:
        at = (
            _Point(last, last[-1], len(last[-1].tail or "")) if len(last) else _Point(last, None, 0)
        )
        found.append(_mark(at, one, len(trees) - 1, used))
    return tuple(found)


def _mark(point: _Point, start: PageStart, tree: int, used: set[str]) -> PageBreak:
    name = f"side-{start.folio}"
    while name in used:
        name += "-"
    used.add(name)
    marker = E.span({EPUB_TYPE: "pagebreak", "role": "doc-pagebreak"}, id=name)
    marker.set("aria-label", start.folio)
    _insert(point, marker)
    return PageBreak(start.folio, name, tree)


def _insert(point: _Point, marker: Element) -> None:
    parent, after = point.parent, point.after
    text = (parent.text if after is None else after.tail) or ""
    before, marker.tail = text[: point.index], text[point.index :] or None
    parent.insert(0 if after is None else parent.index(after) + 1, marker)
    if after is None:
        parent.text = before or None
    else:
        after.tail = before or None


def _point(element: Element, start: PageStart) -> _Point:
    """The point in the tree where the page of ``start`` begins, outside of words and names."""
    point = None
    if start.letters is not None:
        point = _at_letter(element, start.letters)
    if point is None:
        point = _before(element)
        if element.tag in ("li", *_CELLS):
            point = _Point(element, None, 0)
    return _outside_names(_outermost(point))


def _at_letter(element: Element, letters: int) -> _Point | None:
    """The point in the element's own text after ``letters`` letters and before the next one."""
    for after, text in _own_texts(element):
        for index, letter in enumerate(text):
            if letter.isspace():
                continue
            if letters == 0:
                return _Point(element, after, _next_word(text, index))
            letters -= 1
    return None


def _own_texts(element: Element) -> Iterator[tuple[Element | None, str]]:
    yield None, element.text or ""
    for child in element:
        yield child, child.tail or ""


def _next_word(text: str, index: int) -> int:
    """``index``, or the start of the next word if it is in the middle of one."""
    if not (index and _in_a_word(text[index - 1]) and _in_a_word(text[index])):
        return index
    while index < len(text) and not text[index].isspace():
        index += 1
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _in_a_word(letter: str) -> bool:
    """Whether ``letter`` is part of a word. A wide one, as in Chinese, is a word by itself."""
    return letter.isalnum() and east_asian_width(letter) not in ("W", "F")


def _before(element: Element) -> _Point:
    parent, sibling = element.getparent(), element.getprevious()
    assert parent is not None
    text = parent.text if sibling is None else sibling.tail
    return _Point(parent, sibling, len(text or ""))


def _end(element: Element) -> _Point:
    last = element[-1] if len(element) else None
    return _Point(element, last, len((element.text if last is None else last.tail) or ""))


def _is_first(point: _Point) -> bool:
    """Whether nothing of the Document comes before ``point`` in its parent.

    Elements without a place are the edition's own: a heading of a part, or another marker.
    """
    parent = point.parent
    if point.after is None:
        return not (parent.text or "")[: point.index].strip()
    before = [point.after, *point.after.itersiblings(preceding=True)]
    texts = (point.after.tail or "")[: point.index], parent.text, *(one.tail for one in before[1:])
    return not any(map(_is_of_the_document, before)) and not any(
        (text or "").strip() for text in texts
    )


def _is_of_the_document(element: Element) -> bool:
    return any(PLACE in inner.attrib for inner in element.iter())


def _outermost(point: _Point) -> _Point:
    """The outermost point in the tree with no text between it and ``point``."""
    best = point
    while _is_first(point):
        parent = point.parent
        if parent.tag not in _HOLDS_NO_TEXT:
            best = _beginning(parent)
        if parent.getparent() is None:
            break
        point = _before(parent)
        if point.parent.tag not in _HOLDS_NO_TEXT:
            best = point
    return best


def _beginning(element: Element) -> _Point:
    """The start of ``element``, after the markers of earlier pages that start there, too."""
    last = None
    for child in element:
        if child.get("role") != "doc-pagebreak":
            break
        last = child
    return _Point(element, last, 0)


def _outside_names(point: _Point) -> _Point:
    """``point``, or the end of the cell before it if a header cell begins there.

    A header cell is read out again with each of its cells. Other elements that are named by their
    content keep their names.
    """
    around = [point.parent, *point.parent.iterancestors()]
    header = next((one for one in around if one.tag == "th"), None)
    if header is not None and _starts(header, point):
        before = _cell_before(header)
        if before is not None:
            return _end(before)
    for named in around:
        if named.tag in _NAMED_BY_CONTENT and "aria-label" not in named.attrib:
            named.set("aria-label", text_of(named))
    return point


def _cell_before(header: Element) -> Element | None:
    """The last data cell before ``header`` in its row, or else in the row above."""
    before = list(header.itersiblings(*_CELLS, preceding=True))
    row = header.getparent()
    assert row is not None
    above = row.getprevious()
    before += reversed(above if above is not None else [])
    return next((one for one in before if one.tag == "td"), None)


def _starts(header: Element, point: _Point) -> bool:
    while _is_first(point):
        if point.parent is header:
            return True
        point = _before(point.parent)
    return False
