"""Read figures of MyST, Hugo and R: an image, its alternative, its caption and its name."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.directives import SIGN, Directive, directive_plugin, directives
from bindery.manuscript.marks.edits import Edit, Piece, escaped, rewritten
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

FIGURES = frozenset({"figure", "image", "figure-md"})
"""The directives for figures."""

_NAME = re.compile(r"[\w.:-]+")
_SIGNS = re.compile(r"[\\\[\]]")
_SHORTCODE = re.compile(
    r"^[ \t>]*(?P<mark>\{\{[<%]\s*figure\s(?P<options>.*?)/?\s*[>%]\}\})[ \t]*$", re.M
)
_PAIR = re.compile(
    r"(?P<key>[\w-]+)=(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"}]+))"
)
_WIDTH = re.compile(r"\d+(?:\.\d+)?(?:%|px|cm|mm|em|in)?")


def figure_directives(page: Page) -> Iterator[Edit]:
    """```` ```{figure} a.png ```` and ```` ```{image} a.png ````."""
    for one in directives(page):
        if one.name in FIGURES and one.words:
            yield _directive(page, one)


def _directive(page: Page, one: Directive) -> Edit:
    name = one.said("name") or one.said("label")
    named = f"#{name} " if _NAME.fullmatch(name) else ""
    prefix = one.prefix
    address, alternative = one.argument, one.options.get("alt")
    pieces: list[Piece] = []
    width = one.said("width")
    sized = f"{{width={width}}}" if _WIDTH.fullmatch(width) else ""
    # Pieces are kept in the order of the file: the address stands above its alternative.
    alt = escaped(page.text, *alternative, _SIGNS) if alternative else ()
    image: list[Piece] = ["![", *alt, f"](<{page.text[slice(*address)]}>)", sized]
    if one.name == "image":
        pieces = image
    else:
        pieces = [f"::: {{{named}.figure}}\n{prefix}", *image, f"\n{prefix}\n"]
        pieces += [*one.around_content(), f"\n{prefix}:::"]
    tells = (page.mark("read-as", one.start, "figure", f"{{{one.name}}}"),)
    return rewritten(page.text, one.start, one.end, pieces, tells)


def figure_shortcodes(page: Page) -> Iterator[Edit]:
    """Hugo's ``{{< figure src="a.png" alt="…" caption="…" >}}``."""
    code = [token.map for token in page.tokens if token.type in ("fence", "code_block")]
    for found in _SHORTCODE.finditer(page.text):
        line = page.text.count("\n", 0, found.start("mark"))
        if any(span and span[0] <= line < span[1] for span in code):
            continue
        pairs = {
            one["key"]: one.span(one.lastgroup or 0)
            for one in _PAIR.finditer(page.text, *found.span("options"))
        }
        if "src" not in pairs:
            continue
        start, end = found.span("mark")
        prefix = page.prefix(start)
        source = page.text[slice(*pairs["src"])]
        words = {
            key: page.text[slice(*pairs[key])]
            for key in ("alt", "caption", "title")
            if key in pairs
        }
        alt = _SIGNS.sub(r"\\\g<0>", words.get("alt", ""))
        caption = words.get("caption") or words.get("title") or ""
        image = f"![{alt}](<{source}>)"
        made = (
            f"::: figure\n{prefix}{image}\n{prefix}\n{prefix}{caption}\n{prefix}:::"
            if caption
            else image
        )
        tells = (page.mark("read-as", start, "figure", "{{< figure >}}"),)
        yield Edit(start, end, (made,), page.text[start:end], tells)


FIGURE_DIRECTIVES = Reader(SIGN, figure_directives, directive_plugin)
FIGURE_SHORTCODES = Reader(re.compile(r"\{\{[<%]\s*figure\s"), figure_shortcodes)
