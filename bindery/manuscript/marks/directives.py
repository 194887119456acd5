"""Find MyST's directives: ```` ```{name} argument ```` or ``:::{name} argument``, and options."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from bindery.manuscript.marks.edits import Kept, Piece
from bindery.manuscript.marks.page import Page

SIGN = re.compile(r"(?:`{3,}|~{3,}|:{3,})[ \t]*\{[\w:-]+\}")
"""What is in every text with a directive."""

TYPE = "directive"

_OPENING = re.compile(
    r"(?P<mark>:{3,})[ \t]*\{(?P<name>[\w:-]+)\}[ \t]*(?P<argument>[^\n]*?)[ \t]*$"
)
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})[ \t]*\{(?P<name>[\w:-]+)\}[ \t]*(?P<argument>[^\n]*)")
_COLONS = re.compile(r"(?P<mark>:{3,})[ \t]*(?P<about>\S.*)?$")
_OPTION = re.compile(r":(?P<key>[\w-]+):[ \t]*(?P<value>.*)")
_YAML_OPTION = re.compile(r"(?P<key>[\w-]+):[ \t]*(?P<value>.*)")


def directive_plugin(md: MarkdownIt) -> None:
    """Add directives between colons to ``md``; those between backticks are blocks of code."""
    around = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fenced_div", TYPE, _directive, {"alt": around})


def _directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    opening = _OPENING.match(_line(state, start))
    if opening is None:
        return False
    if silent:
        return True
    closing = _closing_line(state, start, end, len(opening["mark"]))
    token = state.push(TYPE, "", 0)
    token.map = [start, end if closing is None else closing + 1]
    token.markup = opening["mark"]
    token.info = _line(state, start)[len(opening["mark"]) :].strip()
    token.meta = {"is_closed": closing is not None}
    state.line = token.map[1]
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _closing_line(state: StateBlock, start: int, end: int, colons: int) -> int | None:
    """The line of as many colons, or more, that closes no block inside."""
    inside: list[int] = []
    code = ""
    for line in range(start + 1, end):
        text = _line(state, line)
        if text and state.sCount[line] < state.blkIndent:
            return None
        if fence := re.match(r"`{3,}|~{3,}", text):
            if not code:
                code = fence[0]
            elif fence[0][0] == code[0] and len(fence[0]) >= len(code):
                code = ""
        if code or (found := _COLONS.match(text)) is None:
            continue
        count = len(found["mark"])
        if found["about"]:
            inside.append(count)
        elif inside and inside[-1] <= count:
            inside.pop()
        elif count >= colons:
            return line
    return None


@dataclass(frozen=True)
class Directive:
    """A directive of a ``page``, from ``start`` to ``end``. Its ``argument`` is a range."""

    page: Page
    name: str
    start: int
    end: int
    argument: tuple[int, int]
    first_end: int
    last: int

    @cached_property
    def options(self) -> Mapping[str, tuple[int, int]]:
        """The range of the value of each option."""
        return {key: value for key, value, _ in self._options}

    def said(self, key: str) -> str:
        """The value of the option ``key``, or nothing."""
        first, end = self.options.get(key, (0, 0))
        return self.page.text[first:end]

    @property
    def words(self) -> str:
        """The words of the argument."""
        return self.page.text[slice(*self.argument)]

    @cached_property
    def content(self) -> tuple[int, int]:
        """Where the content is, from its first line to the end of its last."""
        begins = self._options[-1][2] if self._options else self.first_end
        return min(begins + 1, self.last), self.last

    @property
    def prefix(self) -> str:
        """What a line made in its place begins with."""
        return self.page.prefix(self.start)

    def around_content(self) -> tuple[Piece, ...]:
        """The content as it is."""
        first, last = self.content
        return (Kept(first, last),) if first < last else ()

    @cached_property
    def _options(self) -> tuple[tuple[str, tuple[int, int], int], ...]:
        return tuple(self._found_options())

    def _found_options(self) -> Iterator[tuple[str, tuple[int, int], int]]:
        """Each option's key, the range of its value, and the end of its line."""
        at, pattern = self.first_end, _OPTION
        text = self.page.text
        while at < self.last:
            first = at + 1
            end = text.find("\n", first)
            end = self.last if end < 0 or end > self.last else end
            begins = first + len(text[first:end]) - len(text[first:end].lstrip(" \t>"))
            line = text[begins:end].rstrip()
            at = end
            if line == "---":
                if pattern is _YAML_OPTION:
                    yield "", (end, end), end
                    return
                pattern = _YAML_OPTION
            elif found := pattern.fullmatch(line):
                yield found["key"], (begins + found.start("value"), begins + found.end()), end
            else:
                return


@lru_cache(maxsize=1)
def directives(page: Page) -> tuple[Directive, ...]:
    """Every directive of ``page``, the outer ones alone."""
    read = (_read(page, token) for token in page.tokens if _may_be_one(token))
    return tuple(one for one in read if one is not None)


def _may_be_one(token: Token) -> bool:
    return token.type == TYPE or (token.type == "fence" and token.info.startswith("{"))


def _read(page: Page, token: Token) -> Directive | None:
    start, end = page.begins(token), page.ends(token)
    first_end = page.text.find("\n", start)
    first_end = end if first_end < 0 else min(first_end, end)
    opening = (_OPENING if token.type == TYPE else _FENCE).match(page.text[start:first_end])
    if opening is None:
        return None
    argument = opening["argument"].rstrip()
    first = start + opening.start("argument")
    last = page.text.rfind("\n", start, end)
    closing = page.text[last + 1 : end].strip(" \t>") if last >= first_end else ""
    is_closed = bool(closing) and not closing.strip(closing[0]) and closing[0] == opening["mark"][0]
    is_closed = is_closed and len(closing) >= len(opening["mark"])
    return Directive(
        page,
        opening["name"],
        start,
        end,
        (first, first + len(argument)),
        first_end,
        max(first_end, last if is_closed else end),
    )
