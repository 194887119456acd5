"""The tree of a chapter from what pandoc writes of it: without its wrappers, and not too deep."""

import re
from contextlib import suppress

from lxml import etree

from bindery.document.model import Element

DEEPEST = 150
"""Elements in one another in a chapter. A level of a list is two, one of a quotation one; the
programs that make the editions, and those that read them, need more memory for each."""

_WRAPPER = 'span data-wrapper="1" data-pos="'
_WORD = re.compile(rf'<{_WRAPPER}[\d:;-]*">([^<]*)</span>')
_TOO_DEEP = etree.XPath(f"({'/*' * (DEEPEST + 1)})[1]")
_WRAPPED = etree.XPath("//span[@data-wrapper]")
_WORDS = ("a", "code", "dfn", "kbd", "mark", "span", "u")
_PLACED_WORDS = etree.XPath(f"//*[@data-pos][{' or '.join(f'self::{tag}' for tag in _WORDS)}]")
_WRAPPING = "wrapper"


class NoTreeError(Exception):
    """There is no tree. ``line`` is where in the chapter. It may be that it is ``too_deep``."""

    def __init__(self, line: int, *, too_deep: bool) -> None:
        super().__init__(f"line {line}")
        self.line, self.too_deep = line, too_deep


def tree_of(xhtml: str) -> Element:
    """The ``section`` of a chapter. Its blocks and images have ``data-pos``, its words have none.

    Raises ``NoTreeError`` if it has more than ``DEEPEST`` levels, or is not XML.
    """
    text = f"<section>{_WORD.sub(_word, xhtml)}\n</section>"
    try:
        section = etree.fromstring(text, _parser())
    except etree.XMLSyntaxError as error:
        # Also what has more levels than libxml2 reads, which is 2048.
        raise _where_it_ends(text) from error
    for span in _WRAPPED(section):
        span.tag = _WRAPPING
    etree.strip_tags(section, _WRAPPING)
    for words in _PLACED_WORDS(section):
        del words.attrib["data-pos"]
    if too_deep := _TOO_DEEP(section):
        places = too_deep[0].xpath("ancestor-or-self::*[@data-pos][1]/@data-pos")
        raise NoTreeError(_line(places[0]) if places else 1, too_deep=True)
    return section


def kept_tree(xml: bytes) -> Element:
    """A tree that ``tree_of`` has made, and that was written as XML since."""
    return etree.fromstring(xml, _parser())


def _parser() -> "etree.XMLParser[Element]":
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _word(word: re.Match[str]) -> str:
    return word[1]


def _where_it_ends(text: str) -> NoTreeError:
    """The last line that is read of a tree that is not whole."""
    depth, line = 0, 1
    parser = etree.XMLPullParser(
        ("start", "end"), resolve_entities=False, no_network=True, huge_tree=True
    )
    with suppress(etree.XMLSyntaxError):
        parser.feed(text)
    for event, element in parser.read_events():
        if element.get("data-wrapper"):
            continue
        depth += 1 if event == "start" else -1
        if position := element.get("data-pos"):
            line = _line(position)
        if depth > DEEPEST:
            return NoTreeError(line, too_deep=True)
    return NoTreeError(line, too_deep=False)


def _line(position: str) -> int:
    return int(position.partition(":")[0])
