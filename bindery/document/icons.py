"""Images that stand among words: in a sentence, a heading, a cell. They are part of the line."""

from collections.abc import Mapping

from bindery.document.drawings import is_drawing
from bindery.document.model import Element, add_class, has_class
from bindery.document.svg.parse import UndrawableError
from bindery.document.svg.plain import plain_drawing

ICON = "icon"
"""The class of an image among words."""

LINE_HIGH = "line-high"
"""The class of an icon without a size of its own, which is as high as its line."""

_BLOCKS = ("p", "li", "dd", "div", "blockquote", "section", "figure", "figcaption", "aside")
_OTHER_BLOCKS = ("ul", "ol", "dl", "table", "pre", *_BLOCKS)
_ALWAYS_A_LINE = ("td", "th", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "caption")


def mark_icons(section: Element, images: Mapping[str, bytes]) -> None:
    """Mark every image of ``section`` that stands among words, or in a cell or a heading."""
    for image in section.iter("img"):
        if not has_class(image, ICON) and _is_among_words(image):
            add_class(image, ICON)
            if not _has_size(image, images):
                add_class(image, LINE_HIGH)


def _is_among_words(image: Element) -> bool:
    block = next(image.iterancestors(*_BLOCKS, *_ALWAYS_A_LINE), None)
    if block is None:
        return False
    return block.tag in _ALWAYS_A_LINE or any(words.strip() for words in _line_of(block))


def _line_of(block: Element) -> list[str]:
    """The words that stand in ``block`` itself, without those of blocks in it."""
    words = [block.text or ""]
    for child in block:
        if isinstance(child.tag, str) and child.tag not in _OTHER_BLOCKS:
            words.extend(map(str, child.itertext()))
        words.append(child.tail or "")
    return words


def _has_size(image: Element, images: Mapping[str, bytes]) -> bool:
    """Whether the author of the book, or of the drawing, says how large it is."""
    path = image.get("src") or ""
    said = image.get("width") or image.get("height") or "width" in (image.get("style") or "")
    if said or not is_drawing(path) or path not in images:
        return True
    try:
        return plain_drawing(images[path]).size.width is not None
    except UndrawableError:
        return True  # A rule reports it.
