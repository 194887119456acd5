"""The dialect, as markdown-it-py reads it: CommonMark and what ``docs/manuscript.md`` adds."""

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from bindery.manuscript.source_blocks import block_plugin
from bindery.manuscript.source_inlines import inline_plugin


class _Verbatim(MarkdownIt):
    """Addresses stay as they are written: judging them is for the rules."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@cache
def dialect() -> MarkdownIt:
    """The reader of the source. It renders nothing."""
    md = _Verbatim("commonmark", {"maxNesting": 100}).enable("strikethrough")
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    md.use(deflist_plugin)
    md.use(dollarmath_plugin, allow_labels=False, allow_space=False, double_inline=True)
    # pandoc has formulas in paragraphs only.
    md.disable("math_block")
    md.use(block_plugin).use(inline_plugin)
    return md
