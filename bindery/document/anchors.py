"""Anchors alone in a paragraph: they name what follows, and no edition has an empty paragraph."""

from bindery.document.contents import HEADINGS
from bindery.document.model import Element


def settle_anchors(chapter: Element) -> None:
    """Let each paragraph of ``chapter`` that has only anchors name the block after it.

    An anchor with the name that a heading has in any case is left out.
    """
    for paragraph in list(chapter.iter("p")):
        anchors = _anchors_of(paragraph)
        block = paragraph.getnext()
        parent = paragraph.getparent()
        if not anchors or block is None or parent is None:
            continue
        left = [one for one in anchors if one.get("id") != block.get("id")]
        if left and block.get("id") is None:
            block.set("id", left.pop(0).get("id") or "")
        if left and block.tag in (*HEADINGS, "p"):
            left[-1].tail, block.text = block.text, None
            block[:0] = left
            left = []
        if not left:
            parent.remove(paragraph)


def _anchors_of(paragraph: Element) -> list[Element]:
    """The anchors that are all a paragraph has, or none."""
    texts = (paragraph.text, *(one.tail for one in paragraph))
    if any((text or "").strip() for text in texts):
        return []
    anchors = [one for one in paragraph if one.tag == "span" and one.get("id") and not len(one)]
    for one in anchors:
        one.tail = None
    alone = len(anchors) == len(paragraph) and not any(one.text for one in anchors)
    return anchors if alone else []
