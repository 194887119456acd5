"""Parse a chapter for its foreign marks: our dialect, with an exact range for every token.

Only the words of blocks that may have such a mark are parsed, since that takes most of the time.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from bindery.manuscript.source.dialect import new_parser

Plugin = Callable[[MarkdownIt], None]

_ALL_HIDDEN = frozenset(
    {
        "attributes",
        "code_inline",
        "footnote_ref",
        "html_inline",
        "image",
        "math_inline",
        "math_inline_double",
        "text_special",
    }
)


def tokens_of(
    text: str, plugins: Iterable[Plugin], signs: Sequence[re.Pattern[str]]
) -> list[Token]:
    """The tokens of ``text``, with ``plugins`` added to the dialect.

    Inline tokens are parsed in blocks with one of ``signs`` in their words. A block's first token,
    and its words, have in ``meta["begins"]`` where it begins, an inline one in ``at`` and ``ends``
    where it is in its block's words, and in ``hides`` what is no plain word there.
    """
    return _parser(tuple(plugins)).parse(text, {"signs": signs})


@lru_cache(maxsize=64)
def _parser(plugins: tuple[Plugin, ...]) -> MarkdownIt:
    md = new_parser()
    for plugin in plugins:
        md.use(plugin)
    for block in md.block.ruler.__rules__:
        block.fn = _begun(block.fn)
    for inline in md.inline.ruler.__rules__:
        inline.fn = _ranged(inline.fn, may_have_label=inline.name in ("link", "span"))
    md.core.ruler.at("inline", _inlines)
    # What is escaped stays a token of its own.
    md.core.ruler.disable("text_join")
    md.block.ruler.__cache__ = md.inline.ruler.__cache__ = None
    return md


def _begun(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    def beginning(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        begins, before = state.bMarks[start] + state.tShift[start], len(state.tokens)
        matched = rule(state, start, end, silent)
        if matched and not silent and len(state.tokens) > before:
            for token in state.tokens[before : before + 2]:
                if token is state.tokens[before] or token.type == "inline":
                    token.meta.setdefault("begins", begins)
        return matched

    return beginning


def _ranged(rule: RuleFuncInlineType, *, may_have_label: bool) -> RuleFuncInlineType:
    def ranging(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        label_ends = -1
        if not silent and may_have_label and state.src[start] == "[":
            label_ends = state.md.helpers.parseLinkLabel(state, start)
        matched = rule(state, silent)
        if not matched or silent or len(state.tokens) == before:
            return matched
        made = [token for token in state.tokens[before : before + 2] if token.type != "text"]
        if made:
            token = made[0]
            token.meta.setdefault("at", start)
            token.meta.setdefault("ends", state.pos)
            token.meta.setdefault("hides", _hides(token, start, label_ends, state.pos))
        return matched

    return ranging


def _hides(token: Token, start: int, label_ends: int, end: int) -> list[tuple[int, int]]:
    if token.type in ("link_open", "span_open") and token.markup != "autolink":
        return [(start, start + 1), (label_ends, end)] if label_ends > start else [(start, end)]
    if token.type in _ALL_HIDDEN or token.markup == "autolink":
        return [(start, end)]
    return []


def _inlines(state: StateCore) -> None:
    signs: Sequence[re.Pattern[str]] = state.env["signs"]
    for token in state.tokens:
        if token.type == "inline" and any(sign.search(token.content) for sign in signs):
            assert token.children is not None
            state.md.inline.parse(token.content, state.md, state.env, token.children)
