"""Captions of tables, ``: Kommuner. {#tbl-k}``, and names of formulas, ``$$…$$ {#eq-x}``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from bindery.manuscript.marks.cross_references import name_of
from bindery.manuscript.marks.edits import Edit, Kept
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.source.attributes import BRACES, Attributes, attributes_in
from bindery.vocabulary.publication import Mark

_MARK = re.compile(r"(?:[Tt]able|[Tt]abell|TABLE|TABELL)?[ \u00a0]?:[ \t]+(?=\S)")
_SIGN = re.compile(
    r"^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(?:[Tt]ab(?:le|ell)|TAB(?:LE|ELL))?[ \u00a0]?:[ \t]+\S",
    re.MULTILINE,
)
_BOOKDOWN = re.compile(r"\(\\#(?P<name>tab:[\w:.-]+)\)[ \t]*")
_KEPT_CLASSES = frozenset({"row-headers", "total", "wide", "in-summary", "leads"})
_DIVIDER = re.compile(r"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


@dataclass(frozen=True, slots=True)
class _Caption:
    """A paragraph beside a table that is its caption.

    ``start`` is where its mark begins, ``first`` its first word, ``last`` the end of its words, and
    ``end`` its own end, after braces.
    """

    start: int
    first: int
    last: int
    end: int
    said: Attributes
    prefix: str


def captions(page: Page) -> Iterator[Edit]:
    """Put each table and the caption beside it into a block."""
    joined = list(_without_blank_line(page))
    if joined:
        # These are no tables before there is a line between.
        yield from joined
        return
    taken: set[int] = set()
    blocks = _Blocks(page.tokens)
    for at, table in enumerate(page.tokens):
        if table.type != "table_open" or blocks.is_in_a_table_block(at):
            continue
        for place, above in ((blocks.after(at), False), (blocks.before(at), True)):
            caption = _caption_at(page, place, blocks, above=above)
            if caption is not None and caption.start not in taken:
                taken.add(caption.start)
                yield from _together(page, table, caption, above=above)
                break


class _Blocks:
    """Where each block of ``tokens`` ends, what is beside it, and what is around it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self.closing: dict[int, int] = {}
        self._opening: dict[int, int] = {}
        self._around: dict[int, int] = {}
        opened: list[int] = []
        for at, token in enumerate(tokens):
            if token.nesting > 0:
                if opened:
                    self._around[at] = opened[-1]
                opened.append(at)
            elif token.nesting < 0:
                first = opened.pop()
                self.closing[first], self._opening[at] = at, first

    def after(self, at: int) -> int:
        """The block after the one at ``at``."""
        return self.closing[at] + 1

    def before(self, at: int) -> int:
        """The block before the one at ``at``; -1 if it is the first."""
        return self._opening.get(at - 1, -1)

    def is_in_a_table_block(self, at: int) -> bool:
        """Whether the block around the table at ``at`` is there for its caption."""
        around = self._tokens[self._around[at]] if at in self._around else None
        if around is None or around.type != "div_open":
            return False
        said: Attributes = around.meta["attributes"]
        return "table" in said.classes or said.name.startswith("tbl-")


def _caption_at(page: Page, place: int, blocks: _Blocks, *, above: bool) -> _Caption | None:
    """The caption that the block at ``place`` is, if it is one."""
    block = page.tokens[place] if 0 <= place < len(page.tokens) else None
    if block is None or block.map is None:
        return None
    if block.type == "paragraph_open":
        start = page.begins(block)
        return _read(page, start, page.ends(block), page.prefix(start))
    if block.type == "dl_open" and above:
        return _last_definition(page, page.tokens[place : blocks.closing[place]])
    if block.type == "dl_open":
        # What is a term to other readers: the caption of the next table is below it.
        start = _first_letter(page, block.map[0])
        return _read(page, start, page.starts[block.map[0] + 1] - 1, page.prefix(start))
    return None


def _last_definition(page: Page, tokens: Sequence[Token]) -> _Caption | None:
    """The only definition in ``tokens`` if there is a blank line above it."""
    definitions = [one for one in tokens if one.type == "dd_open"]
    paragraphs = sum(1 for one in tokens if one.type == "inline")
    definition = definitions[0] if len(definitions) == 1 and paragraphs == _TERM_AND_ONE else None
    if definition is None or definition.map is None:
        return None
    line = definition.map[0]
    if line < 1 or page.lines[line - 1].strip(" \t>"):
        return None
    start = _first_letter(page, line)
    return _read(page, start, page.ends(definition), page.prefix(start))


_TERM_AND_ONE = 2


def _first_letter(page: Page, line: int) -> int:
    """Where ``line`` begins, after the marks of quotations."""
    row = page.lines[line]
    return page.starts[line] + len(row) - len(row.lstrip(" \t>"))


def _read(page: Page, start: int, end: int, prefix: str) -> _Caption | None:
    text = page.text[start:end]
    mark = _MARK.match(text)
    if mark is None:
        return None
    first, last, said = start + mark.end(), end, Attributes()
    if bookdown := _BOOKDOWN.match(page.text, first, end):
        said = Attributes(name=bookdown["name"])
        first = bookdown.end()
    opens = page.text.rfind("{", first, end)
    braces = BRACES.fullmatch(page.text[opens:end].rstrip()) if opens >= 0 else None
    if braces and (opens == first or page.text[opens - 1].isspace()):
        said |= attributes_in(braces[0])
        last = first + len(page.text[first:opens].rstrip())
    if last <= first:
        return None
    return _Caption(start, first, last, end, said, prefix)


def _together(page: Page, table: Token, caption: _Caption, *, above: bool) -> Iterator[Edit]:
    fence = fence_of("table", caption.said)
    dropped = page.text[caption.start : caption.first] + page.text[caption.last : caption.end]
    words = Kept(caption.first, caption.last)
    tells = tuple(_left_out(page, caption))
    begins, prefix = page.begins(table), caption.prefix
    if above:
        yield Edit(caption.start, caption.end, (f"{fence}\n{prefix}", words), dropped, tells=tells)
        end = page.ends(table)
        yield Edit(end, end, (f"\n{page.prefix(begins)}:::",))
        return
    yield Edit(begins, begins, (f"{fence}\n{page.prefix(begins)}",))
    gap = page.text[page.ends(table) : caption.start].count("\n")
    before = f"\n{prefix}" if gap < 2 else ""
    yield Edit(caption.start, caption.end, (before, words, f"\n{prefix}:::"), dropped, tells=tells)


def fence_of(kind: str, said: Attributes) -> str:
    """The first line of a block of ``kind`` with the name and the classes that editions use."""
    name = f" #{name_of(said.name)}" if said.name else ""
    classes = "".join(f" .{one}" for one in said.classes if one in _KEPT_CLASSES)
    language = said.get("lang")
    return f"::: {{.{kind}{name}{classes}{f' lang={language}' if language else ''}}}"


def _left_out(page: Page, caption: _Caption) -> Iterator[Mark]:
    for name in caption.said.classes:
        if name not in _KEPT_CLASSES:
            yield page.mark("left-out", caption.last, "figure-option", f".{name}")
    for key, _ in caption.said.pairs:
        if key != "lang":
            yield page.mark("left-out", caption.last, "figure-option", key)


def _without_blank_line(page: Page) -> Iterator[Edit]:
    """A caption directly above a table, which would be a paragraph with it: both in a block."""
    for block in page.tokens:
        if block.type not in ("paragraph_open", "dd_open") or block.map is None:
            continue
        first, end = block.map
        if block.type == "dd_open":
            if first < 1 or page.lines[first - 1].strip(" \t>"):
                continue  # It explains the words right above it.
            begins = _first_letter(page, first)
        else:
            begins = page.begins(block)
        if end - first < _LINES_OF_A_TABLE or not _MARK.match(page.text, begins):
            continue
        lines = page.lines[first:end]
        divider = next(
            (n for n in range(2, len(lines)) if "|" in lines[n] and _DIVIDER.match(lines[n])), None
        )
        if divider is None or "|" not in lines[divider - 1]:
            continue
        prefix = page.prefix(begins)
        head = page.starts[first + divider - 1]
        caption = _read(page, begins, head - 1, prefix)
        if caption is None:
            continue
        last = divider
        while last + 1 < len(lines) and "|" in lines[last + 1]:
            last += 1
        dropped = page.text[begins : caption.first] + page.text[caption.last : head - 1]
        fence = f"{fence_of('table', caption.said)}\n{prefix}"
        words = Kept(caption.first, caption.last)
        blank = f"\n{prefix.rstrip()}"
        tells = tuple(_left_out(page, caption))
        yield Edit(begins, head - 1, (fence, words, blank), dropped, tells)
        ends = page.starts[first + last + 1] - 1
        yield Edit(ends, ends, (f"\n{prefix}:::",))


_LINES_OF_A_TABLE = 3
"""With the caption above its header and dashes."""

READS_CAPTIONS = Reader(_SIGN, captions)

_NAMED_FORMULA = re.compile(r"(?P<space>[ \t]*(?:\n[ \t>]*)?)\{#(?P<name>[\w:.-]+)\}")
_MYST_FORMULA = re.compile(r"[ \t]*\((?P<name>[A-Za-z][\w:.-]*)\)[ \t]*(?=\n|$)")
_LABEL = re.compile(r"[ \t]*\\label\{(?P<name>[\w:.-]+)\}")
_FORMULA = re.compile(r"\$\$")


def formulas(page: Page) -> Iterator[Edit]:
    """Put each named formula into a span with its name."""
    for one in page.inlines():
        if one.token.type != "math_inline_double" or page.text[one.start - 1 : one.start] == "[":
            continue
        braces = _NAMED_FORMULA.match(page.text, one.end)
        if braces is None and page.book.written_for == "myst":
            braces = _MYST_FORMULA.match(page.text, one.end)
        if braces is not None:
            name = name_of(braces["name"])
            yield Edit(one.start, one.start, ("[",))
            yield Edit(one.end, braces.end(), (f"]{{#{name}}}",), braces[0])
        elif label := _LABEL.search(page.text, one.start, one.end):
            name = name_of(label["name"])
            yield Edit(one.start, one.start, ("[",))
            yield Edit(label.start(), label.end(), (), label[0])
            yield Edit(one.end, one.end, (f"]{{#{name}}}",))


READS_FORMULAS = Reader(_FORMULA, formulas)
