"""The words of a block, run by run, each with its language and its place."""

import html
import re
from collections.abc import Iterator, Sequence
from functools import partial

from markdown_it.token import Token

from bindery.manuscript.source_attributes import NOTHING_SAID
from bindery.manuscript.source_elements import Run
from bindery.manuscript.source_places import Places
from bindery.vocabulary.findings import Location

_CODE = frozenset({"code_inline", "math_inline", "math_inline_double"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_ESCAPED = re.compile(r"[!-/:-@\[-`{-~]")


def runs_of(tokens: Sequence[Token], source: str, places: Places) -> tuple[Run, ...]:
    """The runs of a block's inline ``tokens``, which were made of its ``source``."""
    return tuple(_runs(tokens, source, places))


def languages_of(tokens: Sequence[Token]) -> Iterator[str]:
    """What the author says of the language of each of ``tokens`` and of what it opens, or empty."""
    around = [""]
    for token in tokens:
        said = token.meta.get("attributes", NOTHING_SAID).get("lang") or around[-1]
        yield said
        if token.nesting > 0:
            around.append(said)
        elif token.nesting < 0:
            around.pop()


def _runs(tokens: Sequence[Token], source: str, places: Places) -> Iterator[Run]:
    cursor = start = 0
    for token, language in zip(tokens, languages_of(tokens), strict=True):
        text = " " if token.type in _BREAKS else token.content
        if not text or token.type not in {"text", *_CODE, *_BREAKS}:
            continue
        offsets = _offsets("\n" if token.type in _BREAKS else text, source, cursor)
        place = partial(_at, places, offsets)
        yield Run(text, start, place, language, token.type in _CODE)
        cursor, start = offsets[-1] + 1, start + len(text)


def _at(places: Places, offsets: Sequence[int], index: int) -> Location:
    return places.at(offsets[min(index, len(offsets) - 1)])


def _offsets(text: str, source: str, cursor: int) -> Sequence[int]:
    """Where each character of ``text`` is written in ``source``, from ``cursor`` on.

    Most are written as they are read; some with a backslash before them, or as an entity.
    """
    whole = source.find(text, cursor)
    if whole >= 0:
        return range(whole, whole + len(text))
    plain = _ESCAPED.split(text, maxsplit=1)[0]
    at = max(source.find(plain, cursor), cursor) if plain else cursor
    offsets = []
    for character in text:
        if source.startswith(f"\\{character}", at):
            at += 1
        entity = _ENTITY.match(source, at)
        offsets.append(min(at, len(source) - 1))
        stands_for = entity and html.unescape(entity[0]) == character
        at = entity.end() if entity and stands_for else at + 1
    return offsets
