"""Lines that are kept as they are: each begins with ``|`` and a space."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_RULE = "line_block"
_SIGN = re.compile(r"^[ \t>*+-]*(?:\d+[.)][ \t]+)?\|(?:[ \t]|$)", re.MULTILINE)
_LINE = re.compile(r"\|(?:[ ](?P<indent>[ \t]*)(?P<words>\S.*)?|[ \t]*)")
_OF_A_TABLE = re.compile(r"[^\\]\|[ \t]*$|[ \t]\|[ \t]")
_BEGINS_BLOCK = re.compile(r"[-+*>#=~`:|]|\d{1,9}(?P<point>[.)])")
_ESCAPED_END = re.compile(r"(?<!\\)(?:\\\\)*\\$")
NO_BREAK = "\u00a0"


def _plugin(md: MarkdownIt) -> None:
    md.block.ruler.before("lheading", _RULE, _rule)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read lines that begin with ``|``, and lines that are indented below one, as one token."""
    if silent or not _is_line(state, start):
        return False
    begins, line = [], start
    while line < end and not state.isEmpty(line):
        if _is_line(state, line):
            begins.append(state.bMarks[line] + state.tShift[line])
        elif state.sCount[line] <= state.sCount[start]:
            break
        line += 1
    if all(state.src[at + 1 : at + 2] in ("", "\n") for at in begins):
        return False
    token = state.push(_RULE, "", 0)
    token.map = [start, line]
    token.meta = {"lines": begins}
    state.line = line
    return True


def _is_line(state: StateBlock, line: int) -> bool:
    if state.is_code_block(line) or state.sCount[line] < state.blkIndent or state.isEmpty(line):
        return False
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    return _LINE.fullmatch(text) is not None and not _OF_A_TABLE.search(text[1:])


def _edits(page: Page) -> Iterator[Edit]:
    for token in page.tokens:
        if token.type == _RULE:
            yield from _plain(page, token.meta["lines"], page.ends(token))


def _plain(page: Page, lines: list[int], end: int) -> Iterator[Edit]:
    prefix = page.prefix(lines[0])
    told = (page.mark("read-as", lines[0], "line-block", "|"),)
    yield Edit(lines[0], lines[0], (f"::: line-block\n{prefix}",), tells=told)
    for at, after in zip(lines, [*lines[1:], end], strict=True):
        line_end = page.text.find("\n", at)
        line_end = len(page.text) if line_end < 0 else line_end
        found = _LINE.match(page.text, at, line_end)
        assert found is not None
        if found["words"] is None:
            yield Edit(at, line_end, ())
            continue
        words = found.start("words")
        yield Edit(at, words, (NO_BREAK * len((found["indent"] or "").expandtabs()),))
        if not found["indent"] and (sign := _BEGINS_BLOCK.match(page.text, words, line_end)):
            yield Edit(escaped := sign.start("point") if sign["point"] else words, escaped, ("\\",))
        stanza_ends = after == end or _LINE.match(page.text, after)["words"] is None  # type: ignore[index]
        last = page.text.rfind("\n", 0, after) if after != end else end
        last = len(page.text[:last].rstrip(" \t\n>"))
        if not stanza_ends and not _ESCAPED_END.search(page.text[words:last]):
            yield Edit(last, last, ("\\",))
    yield Edit(end, end, (f"\n{prefix}:::",))


LINE_BLOCKS = Reader(_SIGN, _edits, _plugin)
