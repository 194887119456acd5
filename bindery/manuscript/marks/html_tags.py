"""Tags and comments of HTML, with their places; CommonMark's grammar of both."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from bindery.manuscript.marks.html_names import VOID

_NAME = r"[A-Za-z][A-Za-z0-9-]*"
_VALUE = r"""(?:[^\s"'=<>`]+|'[^']*'|"[^"]*")"""
_KEY = r"[A-Za-z_:][A-Za-z0-9_.:-]*"
_ATTRIBUTE = rf"{_KEY}(?:\s*=\s*{_VALUE})?"
_TAG = re.compile(rf"<(?:/(?P<closed>{_NAME})\s*|(?P<opened>{_NAME})(?:\s+{_ATTRIBUTE})*\s*/?)>")
_EACH = re.compile(
    rf"(?P<key>{_KEY})(?:\s*=\s*(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"'=<>`]+)))?"
)
_COMMENT_ENDS = re.compile(r"<!--(?:-?>|(?:.*?)-->)", re.DOTALL)
_RAW = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style", "textarea")
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag from ``start`` to ``end`` of a text. ``name`` and keys are in small letters.

    ``source`` is the tag as it is written, ``written`` its name. ``is_whole`` says that it needs no
    closing tag.
    """

    name: str
    start: int
    end: int
    source: str
    written: str
    closes: bool = False
    is_whole: bool = False
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str | None:
        """The value of an attribute, or ``None``; of two, the first counts."""
        return next((value for found, value in self.attributes if found == key), None)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes, as they are written."""
        return tuple((self.get("class") or "").split())


@dataclass(frozen=True, slots=True)
class Span:
    """The ``text`` or, if it is one, the comment from ``start`` to ``end``."""

    start: int
    end: int
    text: str
    is_comment: bool = False


def tag_of(source: str, start: int = 0) -> Tag | None:
    """The tag that ``source`` is, at ``start`` of its text."""
    found = _TAG.fullmatch(source)
    return _made(found, start, start + len(source)) if found else None


def items_of(text: str) -> Iterator[Tag | Span]:
    """The tags, the comments and the text between them, in order and with nothing left out."""
    at = begins = 0
    unclosed: set[str] = set()
    last_comment_end = text.rfind("-->")
    while (found := text.find("<", at)) >= 0:
        item: Tag | Span | None = None
        if text.startswith("<!--", found):
            comment = _COMMENT_ENDS.match(text, found) if found <= last_comment_end else None
            if comment:
                item = Span(found, comment.end(), comment[0], is_comment=True)
        elif match := _TAG.match(text, found):
            item = _made(match, found, match.end())
        if item is None:
            at = found + 1
            continue
        if begins < found:
            yield Span(begins, found, text[begins:found])
        yield item
        at = begins = item.end
        if isinstance(item, Tag) and _is_raw(item) and item.name not in unclosed:
            # Nothing inside it is a tag, but its own end.
            end = _RAW[item.name].search(text, at)
            at = end.start() if end else at
            if end is None:
                unclosed.add(item.name)
    if begins < len(text):
        yield Span(begins, len(text), text[begins:])


def _is_raw(tag: Tag) -> bool:
    return tag.name in _RAW and not tag.closes and not tag.is_whole


def _made(found: re.Match[str], start: int, end: int) -> Tag:
    written = found["closed"] or found["opened"]
    closes, name = found["closed"] is not None, written.lower()
    attributes: tuple[tuple[str, str], ...] = ()
    if not closes:
        inside = found[0][1 + len(written) : -1]
        attributes = tuple(
            (one["key"].lower(), unescape(one["a"] or one["b"] or one["c"] or ""))
            for one in _EACH.finditer(inside)
        )
    is_whole = not closes and (name in VOID or found[0].endswith("/>"))
    return Tag(name, start, end, found[0], written, closes, is_whole, attributes)
