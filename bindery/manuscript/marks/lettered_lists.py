"""Lists with letters, roman numerals and parentheses: ``a) b)``, ``iv.``, ``(1)``, ``#.``.

A list becomes one that CommonMark has, in a block that says how its labels are written. Each label
keeps its width, so that what is indented below it stays where it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.labels import ANY, EXAMPLE, Label, label_at, runs
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_RULE = "lettered_list"
_SIGN = re.compile(
    r"^[ \t>*+-]*(?:\d+[.)][ \t]+)*"
    r"(?:\(?(?:[a-z]{1,8}|[A-Z]{1,8})[.)]|\((?:\d{1,9}|@[\w-]{0,40})\)|#\.)[ \t]+\S",
    re.MULTILINE,
)
_REFERENCE = re.compile(r"\(@(?P<name>[^\W_][\w-]{0,40})\)")
EXAMPLE_NAME = "example-"
_SPACES = re.compile(r"[ \t]*")
_INDENTED_CODE = 4
_LONGEST_NUMBER = 9
_MOST_SPACES = 4
_NARROW = 2
"""What is indented by three is in the item, however wide its label is."""

_ENOUGH = 2
"""Items that tell whether it is a list."""


@dataclass(slots=True)
class _Item:
    """An item: where it ``begins``, and how far what belongs to it is indented at least."""

    label: Label
    begins: int
    room: int = 99

    @property
    def wide(self) -> int:
        """How wide the label is to be, so that all that is indented below it is in the item."""
        return min(self.label.wide, max(_NARROW, self.room - 1))


def _plugin(md: MarkdownIt) -> None:
    interrupting = ["paragraph", "reference"]
    md.block.ruler.before("list", _RULE, _rule, {"alt": interrupting})


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a whole list as one token, with the place of each label."""
    first = _label_on(state, start)
    if first is None:
        return False
    if silent and first.values() and 1 not in first.values().values():
        return False
    items, _ = _items(state, start, end, first, _ENOUGH)
    if not _is_list([item.label for item in items], below_text=silent):
        return False
    if silent:
        return True
    items, after = _items(state, start, end, first)
    token = state.push(_RULE, "", 0)
    token.map = [start, after]
    token.meta = {"items": items}
    state.line = after
    return True


def _label_on(state: StateBlock, line: int) -> Label | None:
    if state.is_code_block(line) or state.sCount[line] < state.blkIndent:
        return None
    begins = state.bMarks[line] + state.tShift[line]
    return label_at(state.src[begins : state.eMarks[line]])


def _items(
    state: StateBlock, start: int, end: int, first: Label, most: int | None = None
) -> tuple[list[_Item], int]:
    """The items of the list that begins at ``start``, ``most`` at most, and the line after them."""
    items = [_Item(first, state.bMarks[start] + state.tShift[start])]
    indent, after = state.sCount[start], start + 1
    indent_of_item = indent
    content = indent + min(first.wide, _NARROW) + 1
    below_blank = False
    ends_paragraph = state.md.block.ruler.getRules("paragraph")
    for line in range(start + 1, end):
        if len(items) == most:
            break
        if state.isEmpty(line):
            below_blank = True
            continue
        here = state.sCount[line]
        label = _label_on(state, line) if here < content else None
        if label is not None and label.kind == first.kind and here < indent + _INDENTED_CODE:
            items.append(_Item(label, state.bMarks[line] + state.tShift[line]))
            indent_of_item = here
            content = here + min(label.wide, _NARROW) + 1
        elif here < content and (
            below_blank
            or label is not None
            or any(rule(state, line, end, True) for rule in ends_paragraph)
        ):
            break
        else:
            is_inside = here >= content
            items[-1].room = min(items[-1].room, here - indent_of_item if is_inside else 99)
        below_blank = False
        after = line + 1
    return items, after


def _is_list(labels: list[Label], *, below_text: bool) -> bool:
    """Whether ``labels`` are of a list, and not of a sentence that begins so by chance.

    One item is enough for ``a)`` and ``i)``. Below a line of text, the first two must be there.
    """
    if labels[0].kind[0] in (ANY, EXAMPLE):
        return not below_text
    kind, first, length = runs(labels)[0]
    if below_text:
        return first == 1 and length > 1
    if length > 1:
        return True
    return first == 1 and labels[0].delimiter == "paren" and kind != "1"


def _edits(page: Page) -> Iterator[Edit]:
    for token in page.tokens:
        if token.type == _RULE:
            items: list[_Item] = token.meta["items"]
            kind = items[0].label.kind[0]
            if kind == ANY:
                yield from _plainly_numbered(page, items)
            elif kind == EXAMPLE:
                yield from _examples(page, items, page.ends(token))
            else:
                yield from _wrapped(page, items, page.ends(token))


def _plainly_numbered(page: Page, items: list[_Item]) -> Iterator[Edit]:
    for item in items:
        told = (page.mark("read-as", item.begins, "number-sign", "#."),)
        yield Edit(item.begins, item.begins + 1, ("1",), tells=told)


def _examples(page: Page, items: list[_Item], end: int) -> Iterator[Edit]:
    """Items that are numbered through the book; those with a name can be referred to."""
    prefix = page.prefix(items[0].begins)
    begins = items[0].begins
    told = (page.mark("read-as", begins, "example", items[0].label.written),)
    yield Edit(
        begins, begins, (f"::: {{.list .example type=1 delim=parens}}\n{prefix}",), tells=told
    )
    for item in items:
        name = item.label.number.removeprefix(EXAMPLE)
        ends = item.begins + item.label.wide
        yield Edit(item.begins, ends, (_as_wide(item.wide),), name)
        if name:
            words = _SPACES.match(page.text, ends).end()  # type: ignore[union-attr]
            yield Edit(words, words, (f"[]{{#{EXAMPLE_NAME}{name}}}",))
    yield Edit(end, end, (f"\n{prefix}:::",))


def _references(page: Page) -> Iterator[Edit]:
    """What is written ``(@name)`` in the text, where an example of the chapter has that name."""
    for words in page.words():
        for found in _REFERENCE.finditer(words.plain):
            name = found["name"]
            if f"[]{{#{EXAMPLE_NAME}{name}}}" in page.text:
                start, end = words.offset(found.start()), words.offset(found.end() - 1) + 1
                yield Edit(start, end, (f"[](#{EXAMPLE_NAME}{name}){{.example}}",), name)


def _wrapped(page: Page, items: list[_Item], end: int) -> Iterator[Edit]:
    prefix = page.prefix(items[0].begins)
    at = 0
    for kind, first, length in runs([item.label for item in items]):
        begins = items[at].begins
        delimiter = items[at].label.delimiter
        about = f"::: {{.list type={kind} delim={delimiter} start={first}}}\n{prefix}"
        closing = f":::\n{prefix}" if at else ""
        yield Edit(begins, begins, (closing + about,))
        for item in items[at : at + length]:
            ends = item.begins + item.label.wide
            yield Edit(item.begins, ends, (_as_wide(item.wide),), item.label.number)
        at += length
    yield Edit(end, end, (f"\n{prefix}:::",))


def _as_wide(wide: int) -> str:
    """A label of CommonMark's that is as ``wide`` as the one it stands for."""
    digits = "1".zfill(min(wide - 1, _LONGEST_NUMBER))
    return f"{digits})" + " " * min(wide - len(digits) - 1, _MOST_SPACES - 1)


LETTERED_LISTS = Reader(_SIGN, _edits, _plugin)
EXAMPLES_NAMED = Reader(_REFERENCE, _references)
