"""The dialect for markdown-it-py: CommonMark and what ``docs/manuscript.md`` adds."""

import re
from functools import cache, partial

from markdown_it import MarkdownIt
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

from bindery.manuscript.source.attributes import BRACES, attributes_in
from bindery.manuscript.source.blocks import block_plugin
from bindery.manuscript.source.carriers import BREAK
from bindery.manuscript.source.comments import comment_plugin
from bindery.manuscript.source.definitions import definition_plugin
from bindery.manuscript.source.formulas import formula, formula_plugin
from bindery.manuscript.source.inline_notes import inline_note_plugin

_TAKES_ATTRIBUTES = frozenset({"image", "code_inline", "footnote_ref", "math_inline"})
_CLOSES = {mark: re.compile(rf"(?<![\s\\]){re.escape(mark)}") for mark in "~^"}
_NAMES = {"~": "sub", "^": "sup"}


def inline_plugin(md: MarkdownIt) -> None:
    """Add spans, attributes, subscripts and superscripts to ``md``, and the place of each."""
    ruler = md.inline.ruler
    ruler.after("link", "span", placed(span))
    # A defined note takes precedence over a link: ``[^1](…)`` is a note and some brackets.
    ruler.before("link", "note", placed(footnote_ref))
    ruler.after("emphasis", "script", script)
    ruler.push("attributes", placed(attributes))
    for name, rule in (
        ("link", link),
        ("image", image),
        ("autolink", autolink),
        ("html_inline", html_inline),
        ("backticks", backtick),
        ("math_inline", formula),
        ("footnote_ref", partial(footnote_ref, always_match=True)),
    ):
        ruler.at(name, placed(rule))


def placed(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """``rule``, which also records the place of the first token it makes in that token."""

    def placing(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            # The text before it is made a token at the same time.
            made = (token for token in state.tokens[before : before + 2] if token.type != "text")
            for token in made:
                token.meta.setdefault("at", start)
                break
        return matched

    return placing


def span(state: StateInline, silent: bool) -> bool:
    """Parse a span: ``[words]{lang=en}``."""
    # A link may not contain links, so it looks ahead for them. A span may.
    if silent or state.src[state.pos] != "[":
        return False
    start, around = state.pos + 1, state.posMax
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    braces = BRACES.match(state.src, end + 1, around) if end >= 0 else None
    if braces is None:
        return False
    said = attributes_in(braces[0])
    if start == end and BREAK in said.classes:
        state.push("hardbreak", "br", 0)
        state.pos = braces.end()
        return True
    state.pos, state.posMax = start, end
    token = state.push("span_open", "span", 1)
    token.meta = {"attributes": said}
    state.md.inline.tokenize(state)
    state.push("span_close", "span", -1).meta = {"resumes": braces.end()}
    state.pos, state.posMax = braces.end(), around
    return True


def attributes(state: StateInline, silent: bool) -> bool:
    """Parse braces: attributes of a link, image or code before them, else a token of their own."""
    if state.src[state.pos] != "{":
        return False
    braces = BRACES.match(state.src, state.pos, state.posMax)
    if braces is None:
        return False
    if not silent:
        said = attributes_in(braces[0])
        before = state.tokens[-1] if state.tokens and not state.pending else None
        if before and before.type == "link_close":
            before = next(token for token in reversed(state.tokens) if token.type == "link_open")
        elif before and before.type not in _TAKES_ATTRIBUTES:
            before = None
        if before is None:
            before = state.push("attributes", "", 0)
        before.meta["attributes"] = said
    state.pos = braces.end()
    return True


def script(state: StateInline, silent: bool) -> bool:
    """Parse ``H~2~O`` and ``x^2^``, with any inline elements inside."""
    start, end = state.pos, state.posMax
    mark = state.src[start]
    if silent or mark not in _NAMES or start + 2 >= end:
        return False
    after = state.src[start + 1]
    if after.isspace() or after == mark or not _CLOSES[mark].search(state.src, start + 2, end):
        return False
    close = _closing_mark(state, mark)
    if close is None:
        return False
    state.pos, state.posMax = start + 1, close
    state.push(f"{_NAMES[mark]}_open", _NAMES[mark], 1)
    state.md.inline.tokenize(state)
    state.push(f"{_NAMES[mark]}_close", _NAMES[mark], -1)
    state.pos, state.posMax = close + 1, end
    return True


def _closing_mark(state: StateInline, mark: str) -> int | None:
    """Where the script that opens here ends, skipping code and links; ``pos`` is kept."""
    start = state.pos
    state.pos = start + 1
    close = None
    while close is None and state.pos < state.posMax:
        at = state.pos
        if state.src[at] == mark and not state.src[at - 1].isspace():
            close = at
        else:
            state.md.inline.skipToken(state)
    state.pos = start
    return close


class _Verbatim(MarkdownIt):
    """Keeps addresses as they are written, since rules judge them."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def new_parser() -> MarkdownIt:
    """A parser of the dialect, to which rules can be added."""
    md = _Verbatim("commonmark", {"maxNesting": 100}).enable("strikethrough")
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.use(formula_plugin).use(block_plugin).use(comment_plugin).use(definition_plugin)
    md.use(inline_plugin)
    return md


@cache
def dialect() -> MarkdownIt:
    """The parser of the source, which is never used to render."""
    return new_parser().use(inline_note_plugin)
