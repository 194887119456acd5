"""Match the passages of an edition with those of its manuscript, and compare their texts."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from bindery.vocabulary.text import squeezed

One = TypeVar("One")
Pair = tuple[int | None, int | None]

_ALIKE = 0.5
"""The similarity above which two texts count as the same one with an error in it."""

_AHEAD = 12
"""How many passages ahead to look for one with an error in it."""


_GLANCE = 90
"""How many characters of a passage are quoted."""


def aligned(
    said: Sequence[One],
    heard: Sequence[One],
    text_of: Callable[[One], str],
    may_pair: Callable[[One, One], bool] = lambda _said, _heard: False,
) -> list[Pair]:
    """Return pairs of indexes in ``said`` and ``heard``, in order; ``None`` without a counterpart.

    Items with the same text are paired first; between these, items with similar text and items
    that ``may_pair`` accepts whatever their text. A text that has moved is in two pairs.
    """
    said_texts = [plain(text_of(one)) for one in said]
    heard_texts = [plain(text_of(one)) for one in heard]
    pairs: list[Pair] = []
    for tag, a, b, c, d in _blocks(said_texts, heard_texts):
        if tag == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
            continue
        free = c
        for at in range(a, b):
            match = next(
                (
                    other
                    for other in range(free, min(d, free + _AHEAD))
                    if may_pair(said[at], heard[other])
                    or _alike(said_texts[at], heard_texts[other])
                ),
                None,
            )
            if match is not None:
                pairs += ((None, other) for other in range(free, match))
                free = match + 1
            pairs.append((at, match))
        pairs += ((None, other) for other in range(free, d))
    return pairs


def _blocks(said: list[str], heard: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield the opcodes of ``SequenceMatcher``, after pairing equal texts at both ends."""
    start = 0
    while start < min(len(said), len(heard)) and said[start] == heard[start]:
        start += 1
    end = 0
    while end < min(len(said), len(heard)) - start and said[-1 - end] == heard[-1 - end]:
        end += 1
    yield "equal", 0, start, 0, start
    middle = SequenceMatcher(
        None, said[start : len(said) - end], heard[start : len(heard) - end], autojunk=False
    )
    for tag, a, b, c, d in middle.get_opcodes():
        yield tag, a + start, b + start, c + start, d + start
    yield "equal", len(said) - end, len(said), len(heard) - end, len(heard)


def _alike(one: str, other: str) -> bool:
    letters = SequenceMatcher(None, one, other, autojunk=False)
    return (
        letters.real_quick_ratio() > _ALIKE
        and letters.quick_ratio() > _ALIKE
        and letters.ratio() > _ALIKE
    )


_SPACES = "\u00a0\u2007\u2009\u202f"
_TO_SPACE = dict.fromkeys(map(ord, _SPACES), " ")


def plain(text: str) -> str:
    """Return ``text`` with an ordinary space for every other kind of space."""
    return text.translate(_TO_SPACE)


def same_name(said: str, heard: str) -> bool:
    """Whether two names have the same characters, whatever their spaces.

    A name is plain words: where a formula or an image in a heading touches a word, its own words
    may be written with a space or without.
    """
    return squeezed(said) == squeezed(heard)


def same_text(said: str, heard: str) -> bool:
    """Whether the edition has every character of the manuscript.

    A space may become narrow or non-breaking in print, but not the other way round.
    """
    if said == heard:
        return True
    return len(said) == len(heard) and all(
        one == other or (other in _SPACES and (one == " " or one in _SPACES))
        for one, other in zip(said, heard, strict=True)
    )


def first_difference(said: str, heard: str) -> tuple[str, str]:
    """Return the words that differ between two texts, with a little context."""
    ours, theirs = said.split(" "), heard.split(" ")
    start = 0
    while start < min(len(ours), len(theirs)) and same_text(ours[start], theirs[start]):
        start += 1
    end = 0
    shortest = min(len(ours), len(theirs)) - start
    while end < shortest and same_text(ours[-1 - end], theirs[-1 - end]):
        end += 1
    return _around(ours, start, end), _around(theirs, start, end)


def _around(words: list[str], start: int, end: int) -> str:
    """Return the words from ``start``, without the last ``end``, and up to three on both sides."""
    for context in (3, 2, 1):
        first, last = max(0, start - context), min(len(words), len(words) - end + context)
        text = " ".join(words[first:last])
        if len(text) <= _GLANCE:
            break
    return f"{'… ' if first else ''}{shortened(text)}{' …' if last < len(words) else ''}"


def shortened(text: str, length: int = _GLANCE) -> str:
    """Return ``text``, or its beginning and end if it is longer than ``length``."""
    if len(text) <= length:
        return text
    half = length // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
