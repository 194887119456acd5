"""Bare addresses become links: ``https://x.no``, ``www.x.no`` and ``a@b.no``.

An address ends before a punctuation mark that ends a sentence, and before a bracket that it does
not open. What is code, a link already, or part of HTML is left alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import HIDDEN, Page, Words
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"https?://\w|\bwww\.\w|\w@\w", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?<![\w+.@/-])(?:(?P<web>https?://)(?=[\w-]+\.\w)|(?P<www>www\.)(?=\w))"
    r"|(?<![\w+.@/-])(?P<mail>[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,8}"
    r"@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}[^\W\d_]{2,24})(?![\w@-]|[.:/]\w)",
    re.IGNORECASE,
)
_STOPS = re.compile(rf"[\s<>\"«»“”„`\\{HIDDEN}]")
_ENDS = frozenset(".,;:!?'’‘*_~…–—")
_PAIRS = {")": "(", "]": "["}
_TEMPLATE = re.compile(r"\{[{%]")
_SIGNS = re.compile(r"[\\`*_\[\]<>$~^{}&]")
_PLAIN_TARGET = re.compile(r"[\w:/.@?=%#+,;~-]*")


@dataclass(frozen=True, slots=True)
class _Address:
    """An address, from ``start`` to ``end`` of the text, as a link to ``target``.

    ``shown`` is what readers see of it.
    """

    start: int
    end: int
    shown: str
    target: str
    is_plain: bool


class _Passage:
    """The words of a block, and what in them is a link or an escaped sign."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._links: list[tuple[int, int]] = []
        self._signs: dict[int, tuple[int, str]] = {}
        self._read(words.block.children or ())

    def _read(self, tokens: list[Token] | tuple[()]) -> None:
        for token in tokens:
            if "ends" not in token.meta:
                continue
            if token.type == "link_open":
                self._links.append((token.meta["at"], token.meta["ends"]))
            elif token.type == "text_special":
                self._signs[token.meta["at"]] = token.meta["ends"], token.content

    def addresses(self) -> Iterator[_Address]:
        """The bare addresses, in order."""
        at = 0
        while found := _BEGINS.search(self.words.plain, at):
            at = found.end()
            if self._is_in_a_link(found.start()):
                continue
            if found["mail"]:
                yield self._made(found.start(), found.end(), found[0], "mailto:", plain=False)
                continue
            end, address, is_plain = self._to_its_end(found.start())
            at = max(at, end)
            if len(address) > len(found[0]):
                scheme = "https://" if found["www"] else ""
                is_plain = is_plain and not scheme
                yield self._made(found.start(), end, address, scheme, plain=is_plain)

    def _made(self, first: int, end: int, shown: str, scheme: str, *, plain: bool) -> _Address:
        start, ends = self.words.offset(first), self.words.page.end(self.words.block, end)
        return _Address(start, ends, shown, f"{scheme}{shown}", plain)

    def _is_in_a_link(self, at: int) -> bool:
        near = bisect_right(self._links, (at, len(self.words.plain))) - 1
        return near >= 0 and at < self._links[near][1]

    def _to_its_end(self, first: int) -> tuple[int, str, bool]:
        """Where the address ends, what it is, and whether it is written without backslashes.

        One that goes on with a template or a placeholder ends where it begins: it leads nowhere.
        """
        signs: list[str] = []
        ends: list[int] = []
        open_: list[str] = []
        at, plain, is_plain = first, self.words.plain, True
        in_a_cell = "column" in self.words.block.meta
        while at < len(plain):
            sign, after = plain[at], at + 1
            if at in self._signs:
                after, sign = self._signs[at]
                is_plain = False
                if sign == "<":
                    return at, "", True
            if _STOPS.match(sign) or len(sign) != 1 or (sign == "|" and not in_a_cell):
                break
            is_plain = is_plain and sign != "|"
            if sign in _PAIRS:
                if not open_ or open_.pop() != _PAIRS[sign]:
                    break
            elif sign in _PAIRS.values():
                open_.append(sign)
            if plain.startswith("==", at) and plain.startswith("==", first - 2):
                break
            signs.append(sign)
            ends.append(after)
            at = after
        # A bracket that is not closed is no part of it.
        while signs and (signs[-1] in _ENDS or signs[-1] in "(["):
            signs.pop()
            ends.pop()
        address = "".join(signs)
        if _TEMPLATE.search(address):
            return at, "", True
        return (ends[-1] if ends else first), address, is_plain


def _edits(page: Page) -> Iterator[Edit]:
    for words in page.words():
        if _SIGN.search(words.plain) is None:
            continue
        for found in _Passage(words).addresses():
            start, end = found.start, found.end
            # One that is only the name of a site or of a mailbox can be heard as it is.
            told = (page.mark("read-as", start, "address", found.shown),)
            tells = told if "/" in found.shown else ()
            if found.is_plain:
                pieces: tuple[Piece, ...] = ("<", Kept(start, end), ">")
            else:
                pieces = ("[", *_label(page.text, start, end), f"]({_written(found.target)})")
            yield Edit(start, end, pieces, "", tells)


def _written(target: str) -> str:
    """``target`` as the address of a link."""
    if _PLAIN_TARGET.fullmatch(target):
        return target
    return f"<{target.replace('&', '&amp;').replace('|', '%7C')}>"


def _label(text: str, start: int, end: int) -> Iterator[Piece]:
    """The words from ``start`` to ``end`` with a backslash before each mark that has none."""
    at = start
    for sign in _SIGNS.finditer(text, start, end):
        here = sign.start()
        if sign[0] in "\\&" or text[here - 1 : here] == "\\":
            continue
        yield Kept(at, here)
        yield "\\"
        at = here
    yield Kept(at, end)


ADDRESSES = Reader(_SIGN, _edits)
