"""Exceptions in style sheets: where one rule is put aside for one place, and why.

``/* unntak lines-can-be-seen: Pynt. */`` (``exception`` in English) above a declaration holds for
it, and above a selector for all of the rule that begins there. With a comment in each language
above one place, whoever reads of it reads the reason in their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import tinycss2
from tinycss2.ast import (
    Comment,
    CurlyBracketsBlock,
    FunctionBlock,
    Node,
    ParenthesesBlock,
    ParseError,
    SquareBracketsBlock,
)

from bindery.rules.cascade.sheets import Sheet
from bindery.rules.cascade.styles import Styles
from bindery.rules.exceptions import Exemption
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import Text

_COMMENT = re.compile(
    r"\s*(?P<word>unntak|exception)\s+(?P<rule>[a-z0-9]+(?:-[a-z0-9]+)+)\s*"
    r"(?::\s*(?P<reason>.*?))?\s*",
    re.DOTALL,
)
_LINE_END = re.compile(r"\r\n|[\n\r\f]")
"""What ends a line of CSS (CSS Syntax Module Level 3, 3.3)."""


@dataclass(frozen=True, slots=True)
class _Written:
    """One comment: its ``reason`` in the language of its ``word``, and the ``lines`` below it."""

    word: str
    rule: str
    reason: str
    location: Location
    lines: range


def exceptions_in(styles: Styles) -> Iterator[Exemption]:
    """Every exception that is written, whether it holds or not."""
    for sheet in styles.sheets.values():
        for (rule, *_), same in groupby(sorted(_written(sheet), key=_place), _place):
            together = tuple(same)
            first = together[0]
            yield Exemption(
                rule,
                _reason(together),
                first.location,
                first.lines,
                in_default_templates=not sheet.own,
            )


def _place(one: _Written) -> tuple[str, int, int]:
    """What comments on one place share. Where nothing stands below, each is of its own."""
    return one.rule, one.lines.start, one.lines.stop


def _reason(together: Sequence[_Written]) -> Text | None:
    """Why, in both languages where both are given."""
    said = {one.word: one.reason for one in together if one.reason}
    if not said:
        return None
    any_language = next(iter(said.values()))
    return Text(
        nb=said.get("unntak", any_language),
        en=said.get("exception", any_language),
    )


def _written(sheet: Sheet) -> Iterator[_Written]:
    for comment in _comments(tinycss2.parse_component_value_list(sheet.text)):
        if found := _COMMENT.fullmatch(comment.value):
            reason = " ".join((found["reason"] or "").split())
            place = sheet.place(comment.source_line, comment.source_column)
            lines = _lines_below(sheet.text, comment)
            yield _Written(found["word"], found["rule"], reason, place, lines)


def _comments(nodes: Sequence[Node]) -> Iterator[Comment]:
    """The comments among ``nodes`` and in their brackets. What stands in a string is none."""
    for node in nodes:
        if isinstance(node, Comment):
            yield node
        elif isinstance(node, FunctionBlock):
            yield from _comments(node.arguments)
        elif isinstance(node, (CurlyBracketsBlock, ParenthesesBlock, SquareBracketsBlock)):
            yield from _comments(node.content)


def _lines_below(sheet: str, comment: Comment) -> range:
    """The lines of the declaration or the rule that comes after ``comment``, if any does."""
    above = comment.source_line - 1
    written = f"/*{comment.value}*/"
    text = "\n".join(_LINE_END.split(sheet)[above:])[comment.source_column - 1 + len(written) :]
    above += written.count("\n")
    first = last = 0
    nodes = tinycss2.parse_component_value_list(text)
    for node, line_after in zip(nodes, _lines_after(nodes, text), strict=True):
        if isinstance(node, ParseError) and node.kind == "}":
            break
        if node.type not in ("whitespace", "comment"):
            first, last = first or node.source_line, line_after
            if node == ";" or node.type == "{} block":
                break
    return range(above + first, above + last + 1) if first else range(above + 1, above + 1)


def _lines_after(nodes: Sequence[Node], text: str) -> list[int]:
    """The line on which each of ``nodes`` ends: there the next begins."""
    return [*(node.source_line for node in nodes[1:]), text.count("\n") + 1][: len(nodes)]
