"""Images alone in a paragraph that are figures, and code with a caption: both become blocks."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from bindery.manuscript.marks.captions import fence_of
from bindery.manuscript.marks.edits import Edit, Kept, Piece, rewritten
from bindery.manuscript.marks.page import Inline, Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.source.attributes import (
    BRACES,
    NOTHING_SAID,
    Attributes,
    attributes_in,
)

CAPTION_IN_BRACKETS = frozenset({"pandoc", "quarto", "bookdown"})
"""Tools for which the brackets of an image that stands alone are its caption."""

_SIGN = re.compile(r"!\[")
_FIGURE_KEYS = ("fig-alt", "fig-cap", "alt")
_IN_PRINT = ("width", "height", "lang")
_MARKS = re.compile(r"[\\\[\]*_`<>&$~^{}|]")
_NAMED_BOOKDOWN = re.compile(r"\(\\#(?P<name>fig:[\w:.-]+)\)[ \t]*")


def pictures(page: Page) -> Iterator[Edit]:
    """Figures of the images that stand alone and have a caption."""
    alone = _alone(page)
    figure_around: list[bool] = []
    for at, token in enumerate(page.tokens):
        if token.type == "div_open":
            said: Attributes = token.meta["attributes"]
            is_figure = "figure" in said.classes or said.name.startswith("fig-")
            figure_around.append(is_figure and not _has_several(page.tokens, at))
            if is_figure and said.pairs:
                yield from _plain_fence(page, token, said)
        elif token.type == "div_close":
            figure_around.pop()
        elif token.type == "inline" and id(token) in alone:
            paragraph, image = page.tokens[at - 1], alone[id(token)]
            inside = bool(figure_around) and figure_around[-1]
            if paragraph.type == "paragraph_open":
                yield from _figure(page, image, paragraph, inside=inside)


def _plain_fence(page: Page, div: Token, said: Attributes) -> Iterator[Edit]:
    """The first line of a figure without what lays out its images beside each other."""
    unused = [key for key, _ in said.pairs if key.startswith(("layout", "fig-"))]
    if not unused or div.map is None:
        return
    begins, end = page.begins(div), page.starts[div.map[0] + 1] - 1
    colons = page.text[begins:end]
    colons = colons[: len(colons) - len(colons.lstrip(":"))]
    kept = Attributes(said.name, said.classes, said.pairs)
    made = colons + fence_of("figure", kept).removeprefix(":::")
    tells = tuple(page.mark("left-out", begins, "figure-option", key) for key in unused)
    yield Edit(begins, end, (made,), page.text[begins:end], tells)


_IN_A_PARAGRAPH = 2
"""Levels below a block where the words of its paragraphs are."""


def _has_several(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure that begins at ``at`` has several images, each a part of it."""
    level, images = tokens[at].level, 0
    for token in tokens[at + 1 :]:
        if token.level <= level:
            break
        if token.level == level + _IN_A_PARAGRAPH:
            images += sum(1 for one in token.children or () if one.type == "image")
    return images > 1


def _alone(page: Page) -> Mapping[int, Inline]:
    """The images that are all of their blocks, by the identity of the blocks."""
    images: defaultdict[int, list[Inline]] = defaultdict(list)
    for one in page.inlines():
        if one.token.type == "image":
            images[id(one.block)].append(one)
    return {
        block: inside[0]
        for block, inside in images.items()
        if len(inside) == 1 and not any(map(_says_something, inside[0].block.children or ()))
    }


def _says_something(token: Token) -> bool:
    return token.type not in ("image", "attributes") and bool(token.content.strip())


def _figure(page: Page, image: Inline, paragraph: Token, *, inside: bool) -> Iterator[Edit]:
    text = page.text
    braces = BRACES.match(text, image.end)
    end = braces.end() if braces else image.end
    if text[end : page.ends(paragraph)].strip():
        return
    said = attributes_in(braces[0]) if braces else NOTHING_SAID
    if "decorative" in said.classes:
        return
    asked = said.name.startswith("fig") or any(said.get(key) is not None for key in _FIGURE_KEYS)
    title = str(image.token.attrs.get("title") or "")
    for_captions = page.book.written_for in CAPTION_IN_BRACKETS
    bookdown = _NAMED_BOOKDOWN.match(text, image.start + 2)
    if bookdown:
        said |= Attributes(name=bookdown["name"])
    if not (asked or title or bookdown or for_captions):
        return
    label_begins, label_ends = image.start + 2, _label_end(image, text)
    if label_ends < 0:
        return
    if bookdown:
        label_begins = bookdown.end()
    given = said.get("fig-alt")
    given = said.get("alt") if given is None else given
    own_caption = said.get("fig-cap") or title
    if inside and not said.name and not own_caption and given is None:
        return  # The caption is the figure's, and the brackets are the alternative.
    caption, alternative = _parts(
        page, (label_begins, label_ends), (image.start, end), own_caption, given
    )
    source = _source(image)
    if not caption:
        if given is not None:
            made = f"![{_escaped(alternative)}]({source}){_kept(said, named=True)}"
            yield Edit(image.start, end, (made,), text[image.start : end])
        return
    prefix = page.prefix(page.begins(paragraph))
    fence = fence_of("figure", Attributes(name=said.name, classes=said.classes))
    shown = f"![{_escaped(alternative)}]({source}){_kept(said)}"
    opening = f"{fence}\n{prefix}{shown}\n{prefix.rstrip()}\n{prefix}"
    pieces: tuple[Piece, ...] = (opening, *caption, f"\n{prefix}:::")
    tells = (page.mark("read-as", image.start, "figure", text[image.start : label_ends + 1]),)
    yield rewritten(text, image.start, end, pieces, tells)


def _parts(
    page: Page,
    label: tuple[int, int],
    whole: tuple[int, int],
    own_caption: str,
    given: str | None,
) -> tuple[tuple[Piece, ...], str]:
    """The caption of an image, and its alternative."""
    text = page.text
    brackets = text[label[0] : label[1]]
    if own_caption:
        at = text.find(own_caption, label[1], whole[1])
        caption: tuple[Piece, ...] = (own_caption,)
        if at >= 0 and "\n" not in own_caption:
            caption = (Kept(at, at + len(own_caption)),)
        return caption, given if given is not None else _unmarked(brackets)
    if not brackets.strip():
        return (), given or ""
    first = label[0] + len(brackets) - len(brackets.lstrip())
    return (Kept(first, first + len(brackets.strip())),), given or ""


def _label_end(image: Inline, text: str) -> int:
    """Where the bracket of an image closes."""
    depth = 0
    at = image.start + 1
    while at < image.end:
        sign = text[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            depth += 1
        elif sign == "]":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return -1


def _source(image: Inline) -> str:
    address = str(image.token.attrs.get("src") or "")
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _escaped(words: str) -> str:
    return _MARKS.sub(r"\\\g<0>", " ".join(words.split()))


def _unmarked(brackets: str) -> str:
    """The words of an alternative, with the marks that are escaped in it."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", brackets)


def _kept(said: Attributes, *, named: bool = False) -> str:
    """The attributes that an image keeps."""
    name = [f"#{said.name}"] if named and said.name else []
    pairs = [
        f'{key}="{value}"' for key in _IN_PRINT if (value := said.get(key)) and '"' not in value
    ]
    return f"{{{' '.join((*name, *pairs))}}}" if name or pairs else ""


READS_PICTURES = Reader(_SIGN, pictures)
