"""Signs that no edition can have: control characters, and letters with heaps of marks."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from itertools import groupby
from typing import Any, TypeVar

from bindery.vocabulary.publication import Publication

MOST_MARKS = 30
"""Combining marks on one letter (Unicode Standard Annex 15, 13.1)."""

_LEFT = 3
"""Marks that are left of more than that: they do not cover the lines above."""

FORBIDDEN = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that XML 1.0 (2.2) does not allow."""

NO_LETTERS = re.compile(rf"[^\w\s!-~]{{{MOST_MARKS + 1},}}")
"""Where there may be too many marks: a mark is no letter to Python."""

Said = TypeVar("Said")


def printable(text: str) -> str:
    """``text`` without control characters, and few of over ``MOST_MARKS`` marks on a letter."""
    return NO_LETTERS.sub(_fewer_marks, FORBIDDEN.sub("", text))


def _fewer_marks(run: re.Match[str]) -> str:
    return "".join(
        sign
        for is_mark, signs in groupby(run[0], key=_is_mark)
        for sign in (_few(tuple(signs)) if is_mark else signs)
    )


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _few(marks: tuple[str, ...]) -> tuple[str, ...]:
    return marks if len(marks) <= MOST_MARKS else marks[:_LEFT]


def printable_settings(publication: Publication) -> Publication:
    """``publication`` with only such text in its settings and front matter."""
    settings = _printable(publication.settings)
    chapters = tuple(
        one
        if (matter := _printable(one.front_matter)) is one.front_matter
        else replace(one, front_matter=matter)
        for one in publication.chapters
    )
    if settings is publication.settings and all(
        one is other for one, other in zip(chapters, publication.chapters, strict=True)
    ):
        return publication
    return replace(publication, settings=settings, chapters=chapters)


def _printable(value: Said) -> Said:
    """``value`` itself, if all the text in it is printable already."""
    made: Any = value
    if isinstance(value, str):
        made = printable(value)
        return value if made == value else made
    if isinstance(value, tuple):
        made = tuple(map(_printable, value))
        return value if all(one is other for one, other in zip(made, value, strict=True)) else made
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: new
            for field in fields(value)
            if (new := _printable(getattr(value, field.name))) is not getattr(value, field.name)
        }
        made = replace(value, **changed) if changed else value
    return made  # type: ignore[no-any-return]
