"""Convert markdown-it's tokens to the elements that rules examine."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from markdown_it.token import Token

from bindery.manuscript.source.attributes import (
    BRACES,
    NOTHING_SAID,
    Attributes,
    attributes_in,
    written_reference,
)
from bindery.manuscript.source.carried_tables import Carried, Line, carried_tables, lines_of
from bindery.manuscript.source.carriers import is_around_list, is_mark, is_reference
from bindery.manuscript.source.comments import COMMENT
from bindery.manuscript.source.dialect import dialect
from bindery.manuscript.source.elements import (
    Attributed,
    Block,
    Code,
    Div,
    Element,
    Formula,
    Heading,
    Image,
    Link,
    Note,
    NoteReference,
    Paragraph,
    Prose,
    RawHtml,
    Reference,
    Row,
    Span,
    Table,
)
from bindery.manuscript.source.places import (
    Places,
    languages_of,
    lines_from,
    lines_with_next,
    runs_of,
)
from bindery.manuscript.source.token_words import printed_by, words, words_inside
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Chapter

_NESTING = frozenset({"bullet_list", "ordered_list", "blockquote", "dl", "footnote_reference"})


def read_elements(chapter: Chapter) -> tuple[Element, ...]:
    """The elements of one chapter, in the order they are written, at places in its own file."""
    tokens = dialect().parse(chapter.text)
    reader = _Reader(chapter, carried_tables(tokens))
    for index, token in enumerate(tokens):
        reader.read(token, tokens, index)
    return tuple(reader.elements)


class _Where(TypedDict):
    """The fields that every element has."""

    location: Location
    attributes: Attributes
    div: Div | None
    nested: bool


class _Reader:
    """Converts the tokens of one chapter, one by one."""

    def __init__(self, chapter: Chapter, carried: Carried) -> None:
        self.chapter = chapter
        self.carried = carried
        self.lines = chapter.text.split("\n")
        self.elements: list[Element] = []
        self.div: Div | None = None
        self.outside: list[Div | None] = []
        self.open_divs: list[bool] = []
        self.depths = [0]
        self.said_above = NOTHING_SAID
        self.names: Counter[str] = Counter()

    def read(self, token: Token, tokens: Sequence[Token], index: int) -> None:
        """Add the elements that ``token`` begins."""
        if token.nesting < 0 and token.type.removesuffix("_close") in _NESTING:
            self.depths[-1] -= 1
        match token.type:
            case "attributes":
                self.said_above |= token.meta["attributes"]
            case "inline":
                self._inlines(token, self._kind_of(tokens, index))
            case "div_close":
                if self.open_divs.pop():
                    self.div = self.outside.pop()
                    self.depths.pop()
            case _ if token.nesting >= 0 and token.map is not None and not _is_inside_table(token):
                self._block(token, tokens, index, self.chapter.at(token.map[0] + 1))
        if token.nesting > 0 and token.type.removesuffix("_open") in _NESTING:
            self.depths[-1] += 1

    def _where(self, location: Location, said: Attributes) -> _Where:
        nested = self.depths[-1] > 0
        return _Where(location=location, attributes=said, div=self.div, nested=nested)

    def _block(self, token: Token, tokens: Sequence[Token], index: int, at: Location) -> None:
        said = self.said_above | token.meta.get("attributes", NOTHING_SAID)
        self.said_above = NOTHING_SAID
        where = self._where(at, said)
        match token.type:
            case "div_open" if is_around_list(said):
                self.open_divs.append(False)
            case "div_open":
                self.open_divs.append(True)
                self._div(where, token, index)
            case "heading_open":
                self._heading(token, tokens[index + 1], where)
            case "paragraph_open" if self._cell_of_words(index):
                pass
            case "paragraph_open":
                inline = tokens[index + 1]
                text = words(inline.children, alternatives=False).strip()
                source = text if "from" in inline.meta else inline.content
                self.elements.append(Paragraph(**where, text=text, source=source))
            case "table_open":
                header, *rows = self._rows(tokens, index)
                assert token.map is not None
                self._table(where, header, tuple(rows), (header,), token.map[1])
            case "fence" | "code_block":
                self._code_block(token, where)
            case "html_block":
                about = lines_with_next(tokens, index, self.chapter)
                self.elements.append(RawHtml(**where, text=token.content, about=about))
            case "footnote_reference_open":
                self.elements.append(Note(**where, label=token.meta["label"]))
            case _:
                kind = token.type.removesuffix("_open")
                is_empty = _first_inside(tokens, index).type == f"{kind}_close"
                self.elements.append(Block(**where, kind=kind, is_empty=is_empty))

    def _div(self, where: _Where, token: Token, index: int) -> None:
        """A block. Those of a table's rows and cells are none to its author."""
        role = self.carried.roles.get(index)
        div = Div(**where, closed=token.meta["closed"])
        self.outside.append(self.div)
        self.depths.append(0)
        is_inside = self.div is not None and self.div.has_class("table")
        if role in ("row", "cell"):
            self.div = div
        elif role is None or not is_inside:
            self.div = div
            self.elements.append(div)
        if role == "table":
            assert token.map is not None
            rows = lines_of(self.carried.tables[index])
            head = tuple(self._carried_row(row) for row in rows if row.row.part == "head")
            below = tuple(self._carried_row(row) for row in rows if row.row.part != "head")
            width = max((len(row.cells) for row in head or below), default=0)
            first = head[0].location if head else where["location"]
            header = Row(first, tuple(_words_over(head, at) for at in range(width)), width)
            headed = any(one.header == "row" for row in rows for one in row.row.cells)
            if not is_inside:
                where = self._where(where["location"], NOTHING_SAID)
            self._table(where, header, below, head, token.map[1], headed=headed)

    def _table(
        self,
        where: _Where,
        header: Row,
        rows: tuple[Row, ...],
        head: tuple[Row, ...],
        last: int,
        *,
        headed: bool = False,
    ) -> None:
        div = where["div"]
        headed |= "row-headers" in where["attributes"].classes
        headed |= div is not None and div.has_class("row-headers")
        ends = self.chapter.at(last)
        self.elements.append(
            Table(**where, header=header, rows=rows, head=head, last=ends, rows_are_headed=headed)
        )

    def _carried_row(self, line: Line) -> Row:
        texts = {
            id(cell): " ".join(words(inline.children).strip() for inline in cell.inlines).strip()
            for cell in line.cells
            if cell is not None
        }
        return Row(
            self.chapter.at(line.line + 1),
            tuple("" if cell is None else texts[id(cell)] for cell in line.cells),
            line.written,
            frozenset(
                at for at, cell in enumerate(line.cells) if cell is not None and cell.columns > 1
            ),
        )

    def _cell_of_words(self, index: int) -> bool:
        """Whether the paragraph at ``index`` is all of a table's cell."""
        cell = self.carried.cells.get(index - 1)
        return cell is not None and cell.is_words

    def _kind_of(self, tokens: Sequence[Token], index: int) -> str:
        """What the words at ``index`` are the words of."""
        if self._cell_of_words(index - 1):
            return "th" if self.carried.cells[index - 2].header else "td"
        return tokens[index - 1].type.removesuffix("_open")

    def _heading(self, token: Token, inline: Token, where: _Where) -> None:
        children = inline.children or []
        if children and children[-1].type == "attributes" and _stands_apart(children):
            where["attributes"] |= children.pop().meta["attributes"]
        text = " ".join(words(children).split())
        name = where["attributes"].name or self._name_from(children)
        self.elements.append(Heading(**where, level=int(token.tag[1:]), text=text, name=name))

    def _code_block(self, token: Token, where: _Where) -> None:
        if braces := BRACES.search(token.info):
            where["attributes"] |= attributes_in(braces[0])
        named = BRACES.sub("", token.info).split() or where["attributes"].classes
        language = named[0] if named else ""
        self.elements.append(Code(**where, text=token.content, language=language))

    def _name_from(self, heading: Sequence[Token]) -> str:
        """The name that pandoc gives a heading without one: its words joined by hyphens."""
        text = " ".join("".join(printed_by(token) for token in heading).split()).lower()
        name = "".join("-" if c == " " else c for c in text if _belongs_in_name(c))
        self.names[name] += 1
        return name if self.names[name] == 1 else f"{name}-{self.names[name] - 1}"

    def _rows(self, tokens: Sequence[Token], index: int) -> list[Row]:
        rows: list[Row] = []
        for place in range(index + 1, len(tokens)):
            token = tokens[place]
            match token.type:
                case "tr_open":
                    assert token.map is not None
                    location = self.chapter.at(token.map[0] + 1)
                    rows.append(Row(location, (), token.meta["written"]))
                case "inline":
                    cells = (*rows[-1].cells, words(token.children).strip())
                    rows[-1] = replace(rows[-1], cells=cells)
                case "table_close":
                    break
        return rows

    def _inlines(self, block: Token, kind: str) -> None:
        children = block.children or []
        places = Places(self.chapter, self.lines, block)
        begins = block.meta.get("from", 0)
        if runs := runs_of(children, block.content, places, begins):
            where = self._where(places.at(begins), NOTHING_SAID)
            self.elements.append(Prose(**where, block=kind, runs=runs))
        for index, (child, language) in enumerate(
            zip(children, languages_of(children), strict=True)
        ):
            if "at" in child.meta:
                self._inline(block, index, places.at(child.meta["at"]), language)

    def _inline(self, block: Token, index: int, at: Location, language: str) -> None:
        around = block.children or []
        token = around[index]
        said = token.meta.get("attributes", NOTHING_SAID)
        where = self._where(at, said)
        match token.type:
            case "link_open" if is_reference(said):
                pass
            case "span_open" if is_mark(said):
                pass
            case "link_open":
                text, target = words_inside(around, index), str(token.attrs["href"])
                if (written := written_reference(said, target)) is not None:
                    reference = Reference(**where, target=target, text=text, written=written)
                    self.elements.append(reference)
                else:
                    link = Link(**where, text=text, target=target, language=language)
                    self.elements.append(link)
            case "image":
                alt, source = words(token.children).strip(), str(token.attrs["src"])
                image = Image(**where, alt=alt, source=source, language=language)
                self.elements.append(image)
            case "span_open":
                self.elements.append(Span(**where, text=words_inside(around, index)))
            case "code_inline":
                self.elements.append(Code(**where, text=token.content))
            case "math_inline" | "math_inline_double":
                self.elements.append(Formula(**where, text=token.content))
            case "html_inline":
                about = lines_from(at, block, self.chapter)
                self.elements.append(RawHtml(**where, text=token.content, about=about))
            case "footnote_ref":
                self.elements.append(NoteReference(**where, label=token.meta["label"]))
            case "attributes":
                self.elements.append(Attributed(**where))


def _words_over(head: Sequence[Row], column: int) -> str:
    """The words of all header rows over a column."""
    cells = (row.cells[column] for row in head if column < len(row.cells))
    return " ".join(dict.fromkeys(cell for cell in cells if cell))


def _first_inside(tokens: Sequence[Token], index: int) -> Token:
    """The first token after ``index`` that is no comment."""
    for at in range(index + 1, len(tokens)):
        if tokens[at].type != "html_block" or not _is_comment(tokens[at]):
            return tokens[at]
    return tokens[index]


def _is_comment(token: Token) -> bool:
    return not COMMENT.sub("", token.content).strip()


def _stands_apart(children: Sequence[Token]) -> bool:
    """Whether a space precedes the last child, so that it applies to the whole heading."""
    before = children[-2] if len(children) > 1 else None
    return before is not None and (
        before.type == "softbreak" or before.content.endswith((" ", "\t"))
    )


def _is_inside_table(token: Token) -> bool:
    return token.type in ("tr_open", "th_open", "td_open")


def _belongs_in_name(character: str) -> bool:
    category = unicodedata.category(character)
    return character in "-_ " or category[0] in "LMN" or category == "Pc"
