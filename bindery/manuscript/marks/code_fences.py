"""What is written after the marks that begin a block of code: its language, numbers and title.

``rust,ignore``, ``js {1,3}``, ``python title="a.py"`` and ``{.python .numberLines #lst-x}`` become
``python`` or ``{.python .numberLines startFrom="5"}``. A title is a paragraph above the block, both
in a division of the class ``listing``. What no edition uses is left out, and told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit, Kept, Piece, escaped
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

SIGN = re.compile(r"(?:```|~~~)[^\n`]*[ ,{]")

NUMBERED = "numberLines"
"""The class of a block whose lines have numbers, in pandoc's spelling."""

_NUMBERED = frozenset({"numberlines", "number-lines", "linenos", "linenumbers", "showlinenumbers"})
_STARTS = frozenset({"startfrom", "start", "linenostart", "lineno-start"})
_TITLES = ("lst-cap", "title", "caption", "filename")
_PLAIN = frozenset({"title", "filename"})
"""Titles whose signs are words. A caption has marks, as in Quarto."""

_MOST_DIGITS = 6
_LANGUAGE = re.compile(r"[\w+#.\-]+")
_OPTION = re.compile(
    r"""(?P<key>[\w\-.:]+)=(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s,{}]+))"""
    r"""|(?P<id>\#[\w\-:.]+)|(?P<classes>\.[\w+#\-.]+)|(?P<list>\{[^{}.#=\n]*\})|(?P<rest>[^\s,{}]+)"""
)
_SIGNS = re.compile(r"[\\`*_\[\]<>$~^{}|@#!]")
_CHUNK = re.compile(r"\{\s*[^\s.#}]")
"""Code to run, or a directive of MyST: others read those."""


@dataclass(slots=True)
class _Said:
    """What is said of a block: offsets of the title are in the page's text."""

    language: str = ""
    numbered: bool = False
    start: str = ""
    name: str = ""
    title: tuple[int, int] | None = None
    rank: int = len(_TITLES)
    is_plain: bool = True
    unused: list[str] = field(default_factory=list)

    @property
    def is_listing(self) -> bool:
        """Whether it has a title, or a name that references can have."""
        return self.title is not None or self.name.lower().startswith(("lst-", "lst:"))

    @property
    def written(self) -> str:
        """The plain spelling of it."""
        if not self.numbered and not (self.name and not self.is_listing):
            return self.language
        parts = [f".{self.language}" if self.language else "", f".{NUMBERED}" * self.numbered]
        if self.name and not self.is_listing:
            parts.append(f"#{self.name}")
        if self.numbered and self.start:
            parts.append(f'startFrom="{self.start}"')
        return "{" + " ".join(filter(None, parts)) + "}"


def edits(page: Page) -> Iterator[Edit]:
    """The blocks of code whose first line is not plain."""
    for token in page.tokens:
        if token.type == "fence" and re.search("[ ,{]", token.info.strip()):
            yield from _edits(page, token)


def _edits(page: Page, token: Token) -> Iterator[Edit]:
    begins = page.begins(token)
    first = begins + len(token.markup)
    end = page.text.find("\n", begins)
    end = len(page.text) if end < 0 else end
    info = page.text[first:end]
    if _CHUNK.match(info.strip()):
        return
    said = _read(info, first)
    tells = tuple(page.mark("left-out", first, "code-option", each) for each in said.unused)
    if not said.is_listing:
        if said.written != info.strip():
            yield Edit(first, end, (said.written,), info, tells)
        return
    prefix = page.prefix(begins)
    name = f" #{said.name}" if said.name else ""
    pieces: list[Piece] = [f"::: {{.listing{name}}}\n{prefix}"]
    dropped = info
    if said.title is not None:
        start, stop = said.title
        dropped = f"{info[: start - first]} {info[stop - first :]}"
        words = escaped(page.text, start, stop, _SIGNS) if said.is_plain else [Kept(start, stop)]
        pieces += [*words, f"\n{prefix.rstrip()}\n{prefix}"]
    pieces.append(f"{token.markup}{said.written}")
    yield Edit(begins, end, tuple(pieces), dropped, tells)
    last = page.ends(token)
    yield Edit(last, last, (f"\n{prefix}:::",))


def _read(info: str, first: int) -> _Said:
    said = _Said()
    at = 0
    inside = info.strip().startswith("{")
    if not inside and (word := _LANGUAGE.match(info.lstrip())):
        said.language = word[0]
        at = len(info) - len(info.lstrip()) + word.end()
    for option in _OPTION.finditer(info, at):
        if option["key"] is not None:
            _option(said, option, first)
        elif option["id"] is not None:
            said.name = option["id"].removeprefix("#")
        elif option["classes"] is not None:
            _classes(said, option["classes"])
        elif (option["rest"] or "").lower() in _NUMBERED:
            said.numbered = True
        else:
            said.unused.append(option["list"] or option["rest"])
    return said


def _option(said: _Said, option: re.Match[str], first: int) -> None:
    key = option["key"].lower()
    value = next(name for name in ("double", "single", "bare") if option[name] is not None)
    words = option[value]
    if key in _TITLES and words.strip():
        if _TITLES.index(key) < said.rank:
            said.rank = _TITLES.index(key)
            said.is_plain = key in _PLAIN
            said.title = first + option.start(value), first + option.end(value)
        else:
            said.unused.append(f"{key}={words}")
    elif key in _STARTS and words.isdecimal() and len(words) <= _MOST_DIGITS:
        said.start = words
    elif key in _NUMBERED:
        said.numbered = words.lower() not in ("false", "no", "0")
    elif key in ("label", "lst-label", "name") and re.fullmatch(r"[\w\-:.]+", words):
        said.name = words
    else:
        said.unused.append(f"{key}={words}")


def _classes(said: _Said, written: str) -> None:
    """Classes without a space between them are read one by one, but ``.c++`` is one."""
    for name in filter(None, written.split(".")):
        if name.lower() in _NUMBERED:
            said.numbered = True
        elif not said.language:
            said.language = name
        else:
            said.unused.append(f".{name}")


CODE = Reader(SIGN, edits)
