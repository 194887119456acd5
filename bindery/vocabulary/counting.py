"""The settings of numbers, and of lists of what has them: ``[numbering]`` and ``[lists]``."""

from dataclasses import dataclass
from typing import Literal


def _hyphenated(name: str) -> str:
    return name.replace("_", "-")


STRICT = {"extra": "forbid", "strict": True, "alias_generator": _hyphenated}
"""Pydantic's configuration for settings: unknown keys and wrong types are findings."""

Counted = Literal["auto", "book", "chapter", "off"]
"""How things of a kind are numbered: through the book, in each chapter (2.3), or not.

``auto`` is through the book as soon as anything refers to one of the kind by number.
"""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What is numbered, and how.

    With ``chapters``, each chapter has its number above its title in print. ``sections`` is how
    many levels of headings below the title have numbers. With ``references_say_page``, references
    say in print which page they lead to.
    """

    __pydantic_config__ = STRICT

    chapters: bool = True
    sections: Literal[0, 1, 2, 3, 4, 5] = 0
    figures: Counted = "auto"
    tables: Counted = "auto"
    equations: Counted = "auto"
    code: Counted = "auto"
    references_say_page: bool = True


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists that the printed editions have after the contents."""

    __pydantic_config__ = STRICT

    figures: bool = False
    tables: bool = False
