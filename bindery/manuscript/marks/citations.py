r"""Citations as pandoc, MyST and LaTeX write them: each becomes code of the class ``cite``.

``[se @a, s. 3; @b]``, ``[-@a]``, ``@a [s. 3]`` and ``@a``; ``{cite:p}`` and ``{cite:t}`` before a
code span; ``\cite[s. 3]{a,b}``. Without brackets only what the bibliography has is a citation.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import HIDDEN, Page, Words
from bindery.manuscript.marks.readers import Reader
from bindery.vocabulary.bibliography import CITED, KEY, keys_of

SIGN = re.compile(r"@[\w{]|\\[A-Za-z]*cite[a-z]*\*?[\[{]|\{cite(?::[a-z]+)?\}")

_OF_OTHERS = re.compile(r"(?:fig|tbl|sec|eq|lst)[-:]", re.IGNORECASE)
"""How the names of figures, tables, headings, formulas and code begin, which are no sources."""

_BRACKET = re.compile(r"\[([^\[\]]*@[^\[\]]*)\](?![(\[{])")
_LOCATOR = re.compile(r"[ \t]?\[([^\[\]@]*)\](?![(\[{])")
_BEGINS = re.compile(r"\s*-?@")
_ROLE = re.compile(r"\{cite(?::(?P<kind>p|t|ps|ts))?\}")
_KEYS = re.compile(r"\s*[\w:.#$%&\-+?<>~/]+(?:\s*,\s*[\w:.#$%&\-+?<>~/]+)*\s*")
_KEY = re.compile(r"[^\s,]+")
_COMMAND = re.compile(
    rf"{HIDDEN}{{2}}(?P<rest>ite[pt]?|arencite|extcite|utocite)"
    r"(?:\[(?P<locator>[^\[\]{}]*)\])?\{(?P<keys>[^{}\[\]\\]*)\}"
)
"""A command of LaTeX. Its backslash and first letter are hidden, as what is escaped is."""

_COMMANDS = frozenset({r"\cite", r"\citep", r"\citet", r"\parencite", r"\textcite", r"\autocite"})
_IN_TEXT = frozenset({"t", "ts", r"\citet", r"\textcite"})


def edits(page: Page) -> Iterator[Edit]:
    """The citations of ``page`` as code."""
    for words in page.words():
        if "@" in words.plain or HIDDEN in words.plain:
            taken = [*_bracketed(words), *_commands(words)]
            yield from taken
            yield from _bare(words, [(edit.start, edit.end) for edit in taken])
    yield from _roles(page)


def _bracketed(words: Words) -> Iterator[Edit]:
    """``[se @a, s. 3; @b]``: only its brackets are touched."""
    for found in _BRACKET.finditer(words.plain):
        keys = [*keys_of(found[1])]
        known = len(words.page.book.sources) > 0
        if not keys or any(map(_OF_OTHERS.match, keys)) or not (known or _BEGINS.match(found[1])):
            continue
        yield _in_code(words, found.start(), found.end())


def _bare(words: Words, taken: list[tuple[int, int]]) -> Iterator[Edit]:
    """``@a`` and ``@a [s. 3]`` of a source there is."""
    sources = words.page.book.sources
    for found in KEY.finditer(words.plain):
        key = found["any"] or found["plain"]
        if key not in sources or _OF_OTHERS.match(key):
            continue
        start = words.offset(found.start())
        if any(first <= start < last for first, last in taken):
            continue
        locator = _LOCATOR.match(words.plain, found.end())
        yield _in_code(words, found.start(), locator.end() if locator else found.end())


def _in_code(words: Words, first: int, last: int) -> Edit:
    start, end = words.offset(first), words.offset(last - 1) + 1
    fence = _fence(words.page.text[start:end])
    return Edit(start, end, (fence, Kept(start, end), f"{fence}{{.{CITED}}}"))


def _fence(code: str) -> str:
    """Backticks that none in ``code`` can close."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    return "`" * (longest + 1)


def _commands(words: Words) -> Iterator[Edit]:
    r"""``\cite[s. 3]{a,b}``: the keys are kept, what is said of the place comes after them."""
    page = words.page
    for found in _COMMAND.finditer(words.plain):
        start, end = words.offset(found.start()), words.offset(found.end() - 1) + 1
        name = page.text[start : start + 2] + found["rest"]
        if name not in _COMMANDS or not _KEYS.fullmatch(found["keys"]):
            continue
        keys = [
            (words.offset(found.start("keys") + key.start()), len(key[0]))
            for key in _KEY.finditer(found["keys"])
        ]
        pieces = _made(keys, found["locator"] or "", in_text=name in _IN_TEXT)
        yield _told(page, start, end, keys, pieces)


def _roles(page: Page) -> Iterator[Edit]:
    """``{cite:p}`` and the code span after it."""
    for inline in page.inlines():
        if inline.token.type != "code_inline":
            continue
        before = page.text[max(0, inline.start - len("{cite:ps}")) : inline.start]
        role = next((one for one in _ROLE.finditer(before) if one.end() == len(before)), None)
        content = page.text[inline.start : inline.end]
        ticks = len(content) - len(content.lstrip("`"))
        inner = content[ticks : len(content) - ticks]
        if role is None or not _KEYS.fullmatch(inner):
            continue
        start = inline.start - len(role[0])
        keys = [(inline.start + ticks + key.start(), len(key[0])) for key in _KEY.finditer(inner)]
        pieces = _made(keys, "", in_text=role["kind"] in _IN_TEXT)
        yield _told(page, start, inline.end, keys, pieces)


def _made(keys: list[tuple[int, int]], locator: str, *, in_text: bool) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    opening, closing = ("`@", f"`{{.{CITED}}}") if in_text else ("`[@", f"]`{{.{CITED}}}")
    for number, (at, length) in enumerate(keys):
        apart = f"{closing}, {opening}" if in_text else "; @"
        pieces += [apart if number else opening, Kept(at, at + length)]
    if locator.strip():
        pieces.append(f" [{locator}]" if in_text else f", {locator}")
    return (*pieces, closing)


def _told(
    page: Page, start: int, end: int, keys: list[tuple[int, int]], pieces: tuple[Piece, ...]
) -> Edit:
    """An edit that drops all but the ``keys``, and is told."""
    dropped, at = [], start
    for first, length in keys:
        dropped.append(page.text[at:first])
        at = first + length
    dropped.append(page.text[at:end])
    told = page.mark("read-as", start, "citation", page.text[start:end])
    return Edit(start, end, pieces, " ".join(dropped), (told,))


CITATIONS = Reader(SIGN, edits)
