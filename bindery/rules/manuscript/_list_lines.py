"""Find lines that look like list items but are not marked as such."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby, pairwise

from bindery.manuscript.source import ChapterSource
from bindery.manuscript.source.elements import Block, Element, Paragraph


class Mark(Enum):
    """The sign before each line. A dash may also mark speech; ``BREAK`` is no sign at all."""

    DOT = auto()
    DASH = auto()
    NUMBER = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its ``sign`` as written, its words, and its ``lines`` of the chapter, from 1."""

    mark: Mark
    sign: str
    text: str
    lines: range


@dataclass(frozen=True, slots=True)
class Lines:
    """Consecutive items. ``announced`` is whether a colon comes before the first.

    ``nested`` is whether they are in a list, a quotation or a note.
    """

    items: tuple[Item, ...]
    announced: bool
    nested: bool

    @property
    def mark(self) -> Mark:
        """The kind of sign before each of them."""
        return self.items[0].mark


_DOT = (
    r"(?:[•·▪▫●○◦‣⁃■□►▶➤➢✓✔☐◆❖]"
    r"|(?:[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff]|[\U0001f000-\U0001faff]"
    r"|[0-9]\ufe0f?\u20e3)\ufe0f?(?=\s)|\\[*+-](?=\s))"
)
"""A bullet, an arrow, an emoji, or a number in a circle."""
_DASH = r"(?:--+|[–—−])(?=\s|[^\W\d_])|-(?=[^\W\d_])"
_STEP = (
    r"(?:steg|trinn|punkt|fase|tips|regel|råd|krav|mål|nr\.|nummer|step|phase|tip|rule|point|stage)"
    r"[ \u00a0]\d{1,2}\s?[:.–-](?=\s)"
)
_NUMBER = r"(?:\\?\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})\\?\)|\d{1,2}\\?\.)(?=\s)"
_ITEM = re.compile(
    rf"\s*(?:(?P<DOT>{_DOT})|(?P<DASH>{_DASH})|(?P<NUMBER>{_NUMBER}|(?i:{_STEP})))\s*(?=\S)"
)
_BREAK = re.compile(r"(?:\\| {2,})$")


def lines_like_lists(chapter: ChapterSource) -> Iterator[Lines]:
    """All consecutive items in ``chapter``, in one paragraph or in several."""
    gathered: Lines | None = None
    before: Element | None = None
    for block in chapter.elements:
        if block.location.column is not None:
            continue
        found = tuple(_in_paragraph(block, before)) if isinstance(block, Paragraph) else ()
        if gathered and len(found) == 1 and _go_on(before, block, gathered, found[0]):
            gathered = replace(gathered, items=gathered.items + found[0].items)
        else:
            yield from filter(None, [gathered])
            yield from found[:-1]
            gathered = found[-1] if found else None
        before = block
    yield from filter(None, [gathered])


def _go_on(before: Element | None, block: Element, gathered: Lines, found: Lines) -> bool:
    """Whether a paragraph of nothing but items continues those of the one before."""
    alike = before is not None and (before.div, before.nested) == (block.div, block.nested)
    begins = found.items[0].lines.start == block.location.line
    return alike and begins and found.mark is gathered.mark is not Mark.BREAK


def _in_paragraph(paragraph: Paragraph, before: Element | None) -> Iterator[Lines]:
    """The items of one paragraph, grouped by their kind of sign.

    In the middle of a sentence a line may begin with a dash or a number by chance, but not with
    a dot.
    """
    announced = isinstance(before, Paragraph) and _announces(before.text)
    lead, items = _read(paragraph)
    if not items:
        yield from _set_apart_by_breaks(paragraph, announced=announced)
    if lead:
        announced = _announces(lead[-1])
    for mark, alike in groupby(items, key=lambda item: item.mark):
        if announced or not lead or mark is Mark.DOT:
            yield Lines(tuple(alike), announced, paragraph.nested)
        announced = False


def _read(paragraph: Paragraph) -> tuple[list[str], list[Item]]:
    """The lines before the first item, and the items, each with the lines that continue it."""
    assert paragraph.location.line is not None
    lead: list[str] = []
    items: list[Item] = []
    for line, row in enumerate(paragraph.source.split("\n"), start=paragraph.location.line):
        if mark := _ITEM.match(row):
            text = _without_break(row[mark.end() :])
            name = Mark[mark.lastgroup or ""]
            items.append(Item(name, mark[0].strip(), text, range(line, line + 1)))
        elif items:
            text = f"{items[-1].text} {_without_break(row)}"
            lines = range(items[-1].lines.start, line + 1)
            items[-1] = replace(items[-1], text=text, lines=lines)
        else:
            lead.append(row)
    return lead, items


def _set_apart_by_breaks(paragraph: Paragraph, *, announced: bool) -> Iterator[Lines]:
    """The lines of a paragraph with a hard break after each, except a first line with a colon."""
    assert paragraph.location.line is not None
    rows = paragraph.source.split("\n")
    if not all(map(_BREAK.search, rows[:-1])):
        return
    first = _without_break(rows[0])
    skipped = int(_announces(first))
    items = tuple(
        Item(Mark.BREAK, "", _without_break(row), range(line, line + 1))
        for line, row in enumerate(rows[skipped:], start=paragraph.location.line + skipped)
    )
    if len(items) > 1:
        yield Lines(items, announced or bool(skipped), paragraph.nested)


def _announces(text: str) -> bool:
    return _without_break(text).endswith(":")


def _without_break(row: str) -> str:
    return _BREAK.sub("", row).strip()


SEVERAL = 3
"""Items. If there are only two, one may be a dash in a sentence."""

_POINT = re.compile(r"(?P<indent> {0,3})(?P<sign>[-–—−])\s+(?P<text>\S.*)")
_HYPHEN = "-"
_WRAPPED = 50
"""Letters. A line this long may continue in the next, which begins with a dash by chance."""


def mixed_lines(chapter: ChapterSource) -> Iterator[Lines]:
    """Consecutive items in ``chapter``, one on each line, with both hyphens and dashes as signs.

    The hyphens must be parsed as a list and the dashes as text, so that neither is code.
    """
    listed = {block.location.line for block in chapter.every(Block) if block.kind == "list_item"}
    said = {line for paragraph in chapter.every(Paragraph) for line in _lines_of(paragraph)}
    run: list[Item] = []
    indent = ""
    for line, row in enumerate((*chapter.lines, "end"), start=1):
        if not row.strip():
            continue
        point = _POINT.fullmatch(row.rstrip())
        if point and line not in (listed if point["sign"] == _HYPHEN else said):
            point = None
        if not point or point["indent"] != indent:
            if _is_mixed(run):
                yield Lines(tuple(run), announced=False, nested=False)
            run = []
        if point:
            indent = point["indent"]
            run.append(Item(Mark.DASH, point["sign"], point["text"], range(line, line + 1)))


def _lines_of(paragraph: Paragraph) -> range:
    assert paragraph.location.line is not None
    first = paragraph.location.line
    return range(first, first + paragraph.source.count("\n") + 1)


def _is_mixed(run: list[Item]) -> bool:
    """Whether the signs change too often for a dash to begin its line by chance."""
    dashes = sum(item.sign != _HYPHEN for item in run)
    turns = [
        before
        for before, item in pairwise(run)
        if (before.sign == _HYPHEN) != (item.sign == _HYPHEN)
    ]
    if len(run) < SEVERAL or not turns:
        return False
    if dashes > 1:
        in_one_block = run[-1].lines.start - run[0].lines.start == len(run) - 1
        return in_one_block or len(turns) > 1
    return len(turns) > 1 and all(len(before.text) < _WRAPPED for before in turns)
