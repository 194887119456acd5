"""Read HTML in a paragraph, a heading, a term or a cell: each tag becomes a mark of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.html_marks import (
    DEEPEST,
    IS_KNOWN,
    IS_WHOLE,
    SCRIPT,
    address,
    as_code,
    attributes,
    escaped,
    image,
    marks_of,
    name_of,
    told,
)
from bindery.manuscript.marks.html_media import Media, is_media, media_of
from bindery.manuscript.marks.html_names import BLOCKS, CODE, TABLE
from bindery.manuscript.marks.html_pairs import Node, Pairing
from bindery.manuscript.marks.html_tags import Tag, tag_of
from bindery.manuscript.marks.page import Page, Words
from bindery.vocabulary.publication import Mark

_PLAIN = frozenset({"text", "text_special", "softbreak"})
_BEGINS_ANOTHER = frozenset("]!^")
"""With a bracket after it, it would be the mark of an image, a note or a reference."""


@dataclass(slots=True)
class _Pair:
    """Two tags around inline tokens: what replaces each of them."""

    opening: Node
    closing: Node
    first: str
    last: str


@dataclass(slots=True)
class _Read:
    """The tags of one block of words, and what is between them."""

    nodes: list[Node] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    other: list[tuple[int, int]] = field(default_factory=list)
    in_link: set[int] = field(default_factory=set)
    links: list[int] = field(default_factory=list)


def inline_edits(page: Page, words: Words) -> Iterator[Edit]:
    """The edits that make the HTML in ``words`` plain."""
    block = words.block
    yield from _in_images(page, block)
    if not any(token.type == "html_inline" for token in block.children or ()):
        return
    read = _read(page, block)
    if whole := _media_alone(page, words, read):
        yield whole
        return
    yield from _Writer(page, words, read).edits()


def _read(page: Page, block: Token) -> _Read:
    read, pairing, links = _Read(), Pairing(), 0
    for index, token in enumerate(block.children or ()):
        if token.type == "html_inline" and "ends" in token.meta:
            start, end = page.offset(block, token.meta["at"]), page.end(block, token.meta["ends"])
            tag = tag_of(token.content, start)
            if tag is None:
                if not token.content.startswith("<!--"):
                    read.other.append((start, end))
                continue
            tag = Tag(**{name: getattr(tag, name) for name in Tag.__slots__} | {"end": end})
            node = pairing.add(tag)
            read.places[id(node)] = index
            read.nodes.append(node)
            if links:
                read.in_link.add(id(node))
        elif token.nesting > 0:
            pairing.enter()
            if token.type == "link_open":
                links += 1
                read.links.append(index)
        elif token.nesting < 0:
            pairing.leave()
            links -= token.type == "link_close"
    pairing.end()
    return read


class _Writer:
    """Makes the edits of one block of words."""

    def __init__(self, page: Page, words: Words, read: _Read) -> None:
        self._page = page
        self._words = words
        self._read = read
        self._told_whole: set[str] = set()
        self._made: dict[int, str] = {}
        self._pairs: list[_Pair] = []

    def edits(self) -> Iterator[Edit]:
        skip_to = 0
        for start, end in self._read.other:
            shown = self._page.text[start:end]
            yield _as_text(start, (self._page.mark(IS_KNOWN, start, "tag", shown),))
        for node in self._read.nodes:
            if node.tag.start < skip_to:
                continue
            for edit in self._edits_of(node):
                skip_to = max(skip_to, edit.end)
                yield edit
        yield from self._brackets()

    def _edits_of(self, node: Node) -> Iterator[Edit]:
        tag = node.tag
        if tag.name in TABLE:
            return
        if node.is_text or node.is_broken:
            yield _as_text(tag.start, self._broken(node) if node.is_broken else ())
            return
        if tag.closes:
            made = self._made.get(id(node))
            if made is not None or tag.name in BLOCKS or node.partner is None:
                yield self._replaced(node, made or "")
            elif node.partner is not None:
                yield self._replaced(node, "")
            return
        if is_media(tag):
            yield self._media(node)
        elif node.partner is not None and tag.name in ("script", "style"):
            yield self._script(node)
        elif node.partner is not None and tag.name in CODE:
            yield self._code(node)
        elif node.partner is not None:
            self._pair(node)
            yield self._replaced(node, self._made.get(id(node), ""))
        else:
            yield self._replaced(node, self._single(node))

    def _broken(self, node: Node) -> tuple[Mark, ...]:
        """What is told of a tag whose partner is missing; once a block and name."""
        if node.tag.name in self._told_whole:
            return ()
        self._told_whole.add(node.tag.name)
        return (self._page.mark(IS_WHOLE, node.tag.start, words=node.tag.source),)

    def _replaced(self, node: Node, made: str) -> Edit:
        tag = node.tag
        tells = tuple(told(self._page, tag, tag.start))
        pieces: tuple[Piece, ...] = (made,) if made else ()
        if not made and tag.name in BLOCKS and self._is_between_words(tag):
            pieces = ("[]{.br}",) if not tag.closes else (" ",)
        return Edit(tag.start, tag.end, pieces, self._page.text[tag.start : tag.end], tells)

    def _is_between_words(self, tag: Tag) -> bool:
        text = self._page.text
        return text[tag.start - 1 : tag.start].strip() not in ("", ">", "|") and text[
            tag.end : tag.end + 1
        ].strip() not in ("", "<", "|")

    def _single(self, node: Node) -> str:
        """What a tag without a partner is."""
        tag = node.tag
        if tag.name == "br":
            return "[]{.br}"
        if tag.name == "img":
            return image(tag)
        said = attributes(tag) if tag.name in ("a", "span") and name_of(tag) else ""
        return f"[]{said}" if said else ""

    def _pair(self, node: Node) -> None:
        """Find what replaces a tag and its partner."""
        partner = node.partner
        assert partner is not None
        if node.depth > DEEPEST:
            return
        may_link = not self._has_link(node, partner)
        first, last = marks_of(self._page.text, node, partner, may_link=may_link)
        if not first:
            return
        self._made[id(node)], self._made[id(partner)] = first, last
        if first == "[":
            self._pairs.append(_Pair(node, partner, first, last))

    def _has_link(self, node: Node, partner: Node) -> bool:
        first, last = self._read.places[id(node)], self._read.places[id(partner)]
        return id(node) in self._read.in_link or any(first < at < last for at in self._read.links)

    def _script(self, node: Node) -> Edit:
        assert node.partner is not None
        start, end = node.tag.start, node.partner.tag.end
        tells = (self._page.mark(SCRIPT, start, words=f"<{node.tag.name}>"),)
        return Edit(start, end, (), self._page.text[start:end], tells)

    def _code(self, node: Node) -> Edit:
        """Code, if there are only words in it."""
        partner = node.partner
        assert partner is not None
        first, last = self._read.places[id(node)], self._read.places[id(partner)]
        tokens = (self._words.block.children or [])[first + 1 : last]
        text, start, end = self._page.text, node.tag.end, partner.tag.start
        if not text[start:end].strip() or any(token.type not in _PLAIN for token in tokens):
            return self._replaced(node, "")
        in_cell = "column" in self._words.block.meta
        pieces, drops = as_code(text, start, end, is_markdown=True, in_cell=in_cell)
        tags = text[node.tag.start : start] + "\n" + text[end : partner.tag.end]
        said = tuple(told(self._page, node.tag, node.tag.start))
        return Edit(node.tag.start, partner.tag.end, pieces, f"{tags}\n{drops}", said)

    def _media(self, node: Node) -> Edit:
        """A link to what cannot be shown."""
        media = media_of(self._page, self._read.nodes, node)
        end = node.partner.tag.end if node.partner else node.tag.end
        drops = self._page.text[node.tag.start : end]
        made = f"[{escaped(media.title)}]({address(media.address)})"
        return Edit(node.tag.start, end, (made,), drops, media.tells)

    def _brackets(self) -> Iterator[Edit]:
        """Escape brackets that would end a mark that is made, and signs that would begin one."""
        words, plain = self._words, self._words.plain
        ends = {pair.closing.tag.start for pair in self._pairs}
        begins = {pair.opening.tag.start for pair in self._pairs}
        if not begins:
            return
        open_at: list[int] = []
        before, at_mark = "", -1
        for at in self._signs():
            place = words.offset(at)
            if place in begins:
                if before in _BEGINS_ANOTHER and at == at_mark + 1:
                    yield _as_text(words.offset(at_mark))
                open_at.append(-1)
            elif place in ends:
                while open_at and (one := open_at.pop()) >= 0:
                    yield _as_text(words.offset(one))
            elif plain[at] == "[":
                open_at.append(at)
            elif plain[at] == "]":
                if open_at and open_at[-1] >= 0:
                    open_at.pop()
                elif open_at:
                    yield _as_text(place)
            before, at_mark = plain[at], at

    def _signs(self) -> Iterator[int]:
        """Where in the words a bracket is, a tag begins, or a sign that belongs to a bracket."""
        tags = {
            token.meta["at"] for token in self._words.block.children or () if self._is_tag(token)
        }
        signs = {found.start() for found in re.finditer(r"[\[\]!^]", self._words.plain)}
        return iter(sorted(tags | signs))

    @staticmethod
    def _is_tag(token: Token) -> bool:
        return token.type == "html_inline" and "at" in token.meta


def _as_text(start: int, tells: tuple[Mark, ...] = ()) -> Edit:
    """A backslash before the sign at ``start``."""
    return Edit(start, start + 1, ("\\", Kept(start, start + 1)), tells=tells)


def _media_alone(page: Page, words: Words, read: _Read) -> Edit | None:
    """A link block for a paragraph that is nothing but a video or the like."""
    if words.kind != "paragraph" or not read.nodes or not is_media(read.nodes[0].tag):
        return None
    first = read.nodes[0]
    end = first.partner.tag.end if first.partner else first.tag.end
    begins, ends = words.offset(0), words.page.end(words.block, len(words.block.content))
    if first.tag.start != begins or page.text[end:ends].strip():
        return None
    media: Media = media_of(page, read.nodes, first)
    made = media.block(page.prefix(begins))
    return Edit(begins, ends, (made,), page.text[begins:ends], media.tells)


def _in_images(page: Page, block: Token) -> Iterator[Edit]:
    """Leave out the tags in an alternative text, which is words."""
    for token in block.children or ():
        if token.type != "image" or "at" not in token.meta:
            continue
        pairing, nodes = Pairing(), []
        for child in token.children or ():
            if child.type == "html_inline" and "ends" in child.meta:
                shift = token.meta["at"] + 2
                start = page.offset(block, shift + child.meta["at"])
                end = page.end(block, shift + child.meta["ends"])
                if (tag := tag_of(child.content, start)) is not None:
                    nodes.append((pairing.add(tag), end))
        pairing.end()
        for node, end in nodes:
            start = node.tag.start
            if node.is_text or node.is_broken:
                yield _as_text(start)
            else:
                made = (" ",) if node.tag.name == "br" else ()
                tells = tuple(told(page, node.tag, start))
                yield Edit(start, end, made, page.text[start:end], tells)
