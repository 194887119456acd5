"""WCAG 2.2: the 55 success criteria on level A and AA, by number, in both languages.

The Norwegian names are those of the authorised translation of WCAG 2.1 (June 2021). Criteria that
came with 2.2 are not in it: their Norwegian names are ours. 4.1.1 Parsing is not here: WCAG 2.2
has taken it away.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text

STANDARD = "WCAG 2.2 AA"

Level = Literal["A", "AA"]
Version = Literal["2.0", "2.1", "2.2"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One success criterion. ``since`` is the version of WCAG it came with."""

    number: str
    level: Level
    since: Version
    name: Text

    @property
    def principle(self) -> str:
        """The number of its principle: ``"1"`` to ``"4"``."""
        return self.number.partition(".")[0]

    @property
    def address(self) -> str:
        """Its address in the recommendation, which W3C makes of the English name."""
        return f"https://www.w3.org/TR/WCAG22/#{self.place}"

    @property
    def understanding(self) -> str:
        """The address of W3C's explanation of it."""
        return f"https://www.w3.org/WAI/WCAG22/Understanding/{self.place}.html"

    @property
    def place(self) -> str:
        """Its id in the recommendation: ``non-text-content``."""
        return re.sub("[(),]", "", self.name.en.lower()).replace(" ", "-")


@dataclass(frozen=True, slots=True)
class _Wcag:
    criteria: tuple[Criterion, ...]
    principles: dict[str, Text]


_WCAG = read(_Wcag, Path(__file__).with_suffix(".toml"))

PRINCIPLES = _WCAG.principles
"""The principles' names, by number."""

CRITERIA = _WCAG.criteria
"""In WCAG's own order."""
