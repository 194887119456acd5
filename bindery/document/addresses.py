"""Addresses, file names and the like: they get no hyphen, and may break where they have signs."""

import re
from collections.abc import Iterator

SHORTEST = 10
"""Letters. What is shorter is never divided by a hyphen."""

_WORD = re.compile(r"\S+")
_BEFORE, _AFTER = "([{<«“„‘\"'", ")]}>»”’\"'.,;:!?…"
"""What stands around an address in a sentence."""

_ADDRESS = re.compile(
    r"""
    \S*(?:\w@\w | :// | \w:\w[^\s:]*:\w | \w_\w | \\\w)\S*  # e-mail, web, URN, identifier, path
    | (?:www\.|mailto:|tel:|doi:|[.~]?/)\S+
    | [@#]\w\S*                                             # an account, a tag
    | \S*\w\.[a-z][a-z0-9]{1,9}(?:[/?\#:]\S*)?              # a domain, a file
    | (?=[^\W\d]*\d)(?=\d*[^\W\d])[^\W_]+                   # an account number
    | [^\W\d_]*[a-zæøåäö][A-ZÆØÅÄÖ][^\W_]*                  # aNameInCode
    """,
    re.VERBOSE,
)
_PIECE = re.compile(r"[^/:.@_?&=#\\-]*[/:.@_?&=#\\-]+|[^/:.@_?&=#\\-]+")
_PART = re.compile(r"[^/\u2010-]*[/\u2010-]+|[^/\u2010-]+")


def segments(text: str) -> Iterator[tuple[str, bool]]:
    """All of ``text``, in parts that are an address each, or what is between them."""
    begun = 0
    for word in _WORD.finditer(text):
        start, end = _bare(word)
        if end - start >= SHORTEST and _ADDRESS.fullmatch(text, start, end):
            if start > begun:
                yield text[begun:start], False
            yield text[start:end], True
            begun = end
    if begun < len(text):
        yield text[begun:], False


def pieces(address: str) -> list[str]:
    """The parts of ``address`` between which a line may end: after a sign."""
    return _PIECE.findall(address)


def unbreakable(text: str) -> Iterator[str]:
    """The parts of ``text`` that stay on one line where there is room for them."""
    for part, is_address in segments(text):
        if is_address:
            yield from pieces(part)
        else:
            for word in re.split("[ \n\t]+", part):
                yield from _PART.findall(word)


def _bare(word: re.Match[str]) -> tuple[int, int]:
    """Where a word begins and ends without the signs around it."""
    start = word.end() - len(word[0].lstrip(_BEFORE))
    return start, max(start, word.start() + len(word[0].rstrip(_AFTER)))
