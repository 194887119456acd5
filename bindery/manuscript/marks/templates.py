"""Read the marks of templates: what has a plain form becomes it, and the rest is told."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import HIDDEN, Page
from bindery.manuscript.marks.readers import Reader

TEMPLATE_IS_FILLED = "template-is-filled"
"""The rule that tells what a template would have filled in."""

SIGN = re.compile(r"\{\{|\{%")

_ADDRESS = re.compile(
    r"\]\((?P<all>[ \t]*(?:"
    r"\{\{[<%]\s*(?:rel)?ref\s+[\"'`]?(?P<ref>[^\s\"'`>%]+)[\"'`]?\s*[>%]\}\}"
    r"|\{\{\s*[\"'](?P<piped>[^\"']+)[\"']\s*\|\s*(?:relative_url|absolute_url)\s*\}\}"
    r"|(?:\{\{\s*(?:site\.(?:base)?url|base_url)\s*\}\})?"
    r"(?:\{%-?\s*(?:post_)?(?:link|url)\s+(?P<link>[^\s%]+)\s*-?%\}|(?P<plain>[^\s(){}]*))"
    r")[ \t]*)\)"
)
_LEFT_OUT = re.compile(
    r"\{%-?\s*(?:end)?raw\s*-?%\}|\{\{#title[^{}\n]*\}\}|\{\{\s*toc\s*\}\}|\{:\s*toc\s*\}"
)
_TEMPLATE = re.compile(r"\{\{.{1,300}?\}\}|\{%.{1,300}?%\}", re.DOTALL)
_HIGHLIGHT = re.compile(
    r"^(?P<prefix>[ \t>]*)\{%-?\s*highlight\s+(?P<language>[\w+-]+)[^%\n]*%\}[ \t]*\n"
    r"(?P<code>(?:(?!^[ \t>]*\{%)[^\n]*\n)*?)[ \t>]*\{%-?\s*endhighlight\s*-?%\}[ \t]*$",
    re.MULTILINE,
)
_READ_ELSEWHERE = re.compile(
    r"\{\{[<%]\s*(?:figure|youtube|vimeo|video|pagebreak|include)\b|\{\{#include"
)


def blocks(page: Page) -> Iterator[Edit]:
    """Jekyll's code, and addresses that a template makes."""
    for found in _HIGHLIGHT.finditer(page.text):
        start = found.end("prefix")
        dropped = (
            page.text[start : found.start("code")] + page.text[found.end("code") : found.end()]
        )
        pieces: tuple[Piece, ...] = (
            f"```{found['language']}\n",
            Kept(*found.span("code")),
            f"{found['prefix']}```",
        )
        tells = (page.mark("read-as", start, "highlight", "{% highlight %}"),)
        yield Edit(start, found.end(), pieces, dropped, tells)
    for words in page.words():
        for found in _ADDRESS.finditer(words.plain):
            address = found["ref"] or found["piped"] or found["plain"]
            if found["link"]:
                # Jekyll's links begin at the site's root.
                address = f"/{found['link'].lstrip('/')}"
            if address is None or "{" not in found["all"]:
                continue
            start, end = words.offset(found.start("all")), words.offset(found.end("all"))
            tells = (page.mark("read-as", start, "template-address", found["all"].strip()),)
            yield Edit(start, end, (address,), page.text[start:end], tells)


def words(page: Page) -> Iterator[Edit]:
    """Marks that are left out, and those that nobody fills in."""
    for passage in page.words():
        for found in _LEFT_OUT.finditer(passage.plain):
            start, end = passage.offset(found.start()), passage.offset(found.end() - 1) + 1
            tells = (page.mark("left-out", start, "template", found[0]),)
            yield Edit(start, end, (), page.text[start:end], tells)
        for found in _TEMPLATE.finditer(passage.plain):
            if _LEFT_OUT.fullmatch(found[0]) or HIDDEN in found[0]:
                continue
            if _READ_ELSEWHERE.match(found[0]):
                continue
            start = passage.offset(found.start())
            yield Edit(start, start, tells=(page.mark(TEMPLATE_IS_FILLED, start, "", found[0]),))


TEMPLATES_OF_BLOCKS = Reader(SIGN, blocks)
TEMPLATES = Reader(SIGN, words)
