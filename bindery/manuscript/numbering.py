"""The numbers of figures, tables, formulas and code in the whole book, by its settings."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bindery.locales import in_every_language
from bindery.vocabulary.counting import Counted, Numbering

Kind = Literal["figure", "table", "equation", "code"]

KINDS: tuple[Kind, ...] = ("figure", "table", "equation", "code")
PREFIXES: dict[str, Kind] = {"fig": "figure", "tbl": "table", "eq": "equation", "lst": "code"}
"""How the names of things to refer to begin, ``fig-kart``, and their kinds."""

_SETTINGS = {"figure": "figures", "table": "tables", "equation": "equations", "code": "code"}


@dataclass(frozen=True, slots=True)
class Countable:
    """A thing that may get a number. ``chapter`` is its chapter's number, or empty."""

    kind: Kind
    chapter: str


def numbers_of(
    things: Iterable[Countable], referred: Container[Kind], numbering: Numbering
) -> list[str]:
    """The number of each of ``things``, in reading order; empty where it gets none.

    ``referred`` are the kinds that the text refers to by number.
    """
    counted: Counter[tuple[Kind, str]] = Counter()
    numbers = []
    for thing in things:
        way: Counted = getattr(numbering, _SETTINGS[thing.kind])
        if way == "off" or (way == "auto" and thing.kind not in referred):
            numbers.append("")
            continue
        chapter = thing.chapter if way == "chapter" else ""
        counted[thing.kind, chapter] += 1
        number = str(counted[thing.kind, chapter])
        numbers.append(f"{chapter}.{number}" if chapter else number)
    return numbers


_ABBREVIATED = {"figure": "fig", "table": "tab|tbl", "equation": "eq", "code": "list"}


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """The number that a caption's author wrote at its beginning: ``Figur 3:`` is 9 letters."""

    number: str
    length: int


def written_number(kind: Kind, caption: str) -> WrittenNumber | None:
    """The number of ``kind`` that ``caption`` begins with, in any language; with the space after.

    In “Figur 3 viser kommunene” it is a part of the sentence.
    """
    found = _label(kind).match(caption)
    return found and WrittenNumber(found["number"].rstrip("."), found.end())


@cache
def _label(kind: Kind) -> re.Pattern[str]:
    said = in_every_language(f"references.{'code' if kind == 'code' else kind}")
    words = {re.escape(one.replace("{label}", "").strip()) for one in said}
    several = "|".join(sorted(words, key=lambda one: (-len(one), one)))
    return re.compile(
        rf"\s*(?:{several}|{_ABBREVIATED[kind]})\.?[ \u00a0]*\(?(?P<number>(?:[A-Z]\.)?\d{{1,4}}"
        r"(?:[.-]\d{1,4}){0,3}(?:[ \u00a0]?[a-z](?!\w))?)\)?[ \u00a0]*(?:[.:–—|-]+(?:\s+|$)|$)",
        re.IGNORECASE,
    )
