"""What is heard of an e-book or a page, read by its elements, roles and names."""

from collections.abc import Iterator

from bindery.document.model import MATHML, XML_LANG, Element, text_of
from bindery.finished.documents import SVG, Finished
from bindery.reports.transcript import roles
from bindery.reports.transcript.heard import Block, Cell, Part, headers_of
from bindery.vocabulary.text import Text, without_soft_hyphens

_SILENT = frozenset({"script", "style", "head", "template"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "math",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "img",
        "svg",
    ]
)
_DEEPEST = 40
_DIRECTIONS = {"row": "row", "rowgroup": "row", "col": "column", "colgroup": "column"}


def blocks_of_pages(finished: Finished) -> Iterator[Block]:
    """All that is said of the documents, in reading order; a new page where one is marked."""
    order = getattr(finished, "spine", None) or tuple(finished.documents)
    for name in order:
        if name in finished.documents:
            yield from _Reader(name).document(finished.documents[name])


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


class _Reader:
    """Reads one document. Before its first page mark, its file's name stands for the page."""

    def __init__(self, name: str) -> None:
        self._page = name

    def document(self, root: Element) -> Iterator[Block]:
        """The blocks of the whole document."""
        body = next(iter(root.iter("{*}body")), root)
        yield from self._read(body, _language(root, ""), 0)

    def _read(self, element: Element, language: str, depth: int) -> Iterator[Block]:
        tag, language = _tag(element), _language(element, language)
        deeper = min(depth + 1, _DEEPEST)
        if not isinstance(element.tag, str) or tag in _SILENT or _is_hidden(element):
            return
        if element.get("role") == "doc-pagebreak":
            self._page = element.get("aria-label") or self._page
        elif tag in ("img", "svg", "math"):
            yield self._picture(element, language, depth)
        elif tag in ("ul", "ol", "dl"):
            items = (one for one in element.iter("{*}li", "{*}dt"))
            count = sum(_nearest(one, "ul", "ol", "dl") is element for one in items)
            yield self._block(roles.LIST, (), depth, roles.ITEMS.filled(count=count))
            yield from self._inside(element, language, deeper)
        elif tag == "table":
            yield from self._table(element, language, depth)
        else:
            if around := roles.AROUND.get(tag):
                name = element.get("aria-label") or ""
                yield self._block(around, (Part(name, language),) if name else (), depth)
                depth = deeper
            yield from self._inside(element, language, depth)

    def _inside(self, element: Element, language: str, depth: int) -> Iterator[Block]:
        run = [Part(element.text, language)] if element.text else []
        for child in element:
            if isinstance(child.tag, str) and not _is_block(child):
                run += self._parts(child, language)
            else:
                yield from self._said(element, run, depth)
                run = []
                yield from self._read(child, language, depth)
            if child.tail:
                run.append(Part(child.tail, language))
        yield from self._said(element, run, depth)

    def _said(self, element: Element, run: list[Part], depth: int) -> Iterator[Block]:
        if any(part.text.strip() or part.role for part in run):
            parts = tuple(Part(_clean(one.text), one.language, one.role) for one in run)
            yield self._block(_called(_tag(element)), parts, depth)

    def _parts(self, element: Element, language: str) -> list[Part]:
        tag, language = _tag(element), _language(element, language)
        if tag in _SILENT or _is_hidden(element):
            return []
        if element.get("role") == "doc-pagebreak":
            self._page = element.get("aria-label") or self._page
            return []
        if tag in ("img", "svg", "math"):
            role = roles.FORMULA if tag == "math" else roles.FIGURE
            return [Part(_name(element), language, role)] if _name(element) else []
        inner = [Part(element.text, language)] if element.text else []
        for child in element:
            if isinstance(child.tag, str):
                inner += self._parts(child, language)
            if child.tail:
                inner.append(Part(child.tail, language))
        role_within = roles.INLINE.get(tag)
        if tag == "a" and element.get("href"):
            role_within = roles.LEADS_TO.filled(where=element.get("href") or "")
        if tag == "abbr" and element.get("title"):
            role_within = roles.STANDS_FOR.filled(words=element.get("title") or "")
        if role_within is None:
            return inner
        return [Part("".join(one.text for one in inner), language, role_within)]

    def _table(self, table: Element, language: str, depth: int) -> Iterator[Block]:
        rows = [row for row in table.iter("{*}tr") if _nearest(row, "table") is table]
        yield self._block(roles.TABLE, (), depth, roles.SIZE.filled(rows=len(rows)))
        for caption in (one for one in table if _tag(one) == "caption"):
            yield from self._read(caption, language, depth + 1)
        cells = [[cell for cell in row if _tag(cell) in ("th", "td")] for row in rows]
        found = headers_of([[_cell(cell, table) for cell in row] for row in cells])
        for cell, headers in zip((cell for row in cells for cell in row), found, strict=True):
            facts = (roles.WITH_HEADERS.filled(headers=", ".join(headers)),) if headers else ()
            if not headers and _tag(cell) == "td":
                facts = (roles.NO_HEADERS,)
            role = roles.HEADER if _tag(cell) == "th" else roles.CELL
            own = _language(cell, language)
            parts = tuple(
                Part(_clean(one.text), one.language, one.role) for one in self._parts(cell, own)
            )
            yield self._block(role, parts, depth + 1, *facts)

    def _picture(self, element: Element, language: str, depth: int) -> Block:
        role = roles.FORMULA if _tag(element) == "math" else roles.FIGURE
        name = _name(element)
        facts = () if name else (roles.NO_ALTERNATIVE,)
        return self._block(role, (Part(name, language),), depth, *facts)

    def _block(self, role: Text, parts: tuple[Part, ...], depth: int, *facts: Text) -> Block:
        return Block(role, parts, self._page, min(depth, _DEEPEST), facts)


def _is_block(element: Element) -> bool:
    return _tag(element) not in _INLINE or (
        any(isinstance(one.tag, str) and _tag(one) in roles.BLOCKS for one in element.iter())
        and not str(element.tag).startswith((SVG, MATHML))
    )


def _is_hidden(element: Element) -> bool:
    decorative = _tag(element) == "img" and element.get("alt") == ""
    return element.get("aria-hidden") == "true" or element.get("hidden") is not None or decorative


def _language(element: Element, around: str) -> str:
    return element.get(XML_LANG) or element.get("lang") or around


def _called(tag: str) -> Text:
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return roles.heading(tag[1])
    return roles.BLOCKS.get(tag, roles.TEXT)


def _name(element: Element) -> str:
    words = element.get("alttext") or element.get("aria-label") or element.get("alt")
    return words or element.findtext(f"{SVG}title") or ""


def _clean(text: str) -> str:
    return without_soft_hyphens(text)


def _nearest(element: Element, *tags: str) -> Element | None:
    return next((one for one in element.iterancestors() if _tag(one) in tags), None)


def _cell(cell: Element, table: Element) -> Cell:
    ids = {one.get("id"): one for one in table.iter("{*}th") if one.get("id")}
    named = [ids[name] for name in (cell.get("headers") or "").split() if name in ids]
    return Cell(
        " ".join(text_of(cell).split()),
        _tag(cell) == "th",
        _DIRECTIONS.get(cell.get("scope") or "", ""),
        _span(cell, "rowspan"),
        _span(cell, "colspan"),
        tuple(" ".join(text_of(one).split()) for one in named),
    )


def _span(cell: Element, name: str) -> int:
    said = cell.get(name) or ""
    return max(1, min(int(said), 1000)) if said.isdigit() else 1
