"""Formulas between dollar signs, by pandoc's rule, so that amounts of money stay text.

A ``$`` opens a formula if no space follows it. The next ``$`` outside braces ends it, unless a
space precedes or a digit follows that one, or it is in code: ``*$5* og $6`` has no formula.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_TELLING = re.compile(r"\\.|[{}$]", re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


def formula_plugin(md: MarkdownIt) -> None:
    """Add formulas to ``md``: ``math_inline`` and, between two dollars, ``math_inline_double``."""
    md.inline.ruler.after("escape", "math_inline", formula)


def formula(state: StateInline, silent: bool) -> bool:
    """Parse ``$x^2$`` and ``$$x^2$$``."""
    source, start = state.src, state.pos
    if source[start] != "$":
        return False
    mark = "$$" if source.startswith("$$", start) else "$"
    first = start + len(mark)
    last = _closing(source).get(first - 1)
    if last is None or last >= state.posMax or not _is_formula(source, mark, first, last):
        return False
    if not silent:
        token = state.push("math_inline" if mark == "$" else "math_inline_double", "math", 0)
        token.content, token.markup = source[first:last], mark
    state.pos = last + len(mark)
    return True


@lru_cache(maxsize=8)
def _closing(source: str) -> Mapping[int, int]:
    """For each dollar, the next one that is in the same braces, if there is one.

    All of a text is read once, from its end: to look on from each dollar takes for ever if braces
    are never closed.
    """
    closing: dict[int, int] = {}
    next_at: dict[int, int] = {}
    depth = 0
    for found in reversed([*_TELLING.finditer(source)]):
        match found[0]:
            case "}":
                depth += 1
                next_at.pop(depth, None)
            case "{":
                depth -= 1
            case "$":
                if depth in next_at:
                    closing[found.start()] = next_at[depth]
                next_at[depth] = found.start()
    return closing


def _is_formula(source: str, mark: str, first: int, last: int) -> bool:
    in_code = "`" in source[first:last]
    if in_code and any(last < code.end() for code in _codes_begun(source, first, last)):
        return False
    if mark == "$$":
        return source.startswith("$$", last)
    after = source[last + 1 : last + 2]
    is_spaced = source[first].isspace() or source[last - 1].isspace()
    return last > first and not is_spaced and not after.isdigit()


def _codes_begun(source: str, first: int, last: int) -> Iterator[re.Match[str]]:
    """The pieces of code that begin between ``first`` and ``last``."""
    return takewhile(lambda code: code.start() < last, _CODE.finditer(source, first))
