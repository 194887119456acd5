"""Which criteria a finding says are broken: the rules of the read-back and of the checkers.

The rules of the manuscript say so themselves, in the evidence. A rule may be named with a pattern
(``verapdf-ua1-7-3-*``). A rule that is not here is about no criterion on level A or AA, or about
several that only a person can tell apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from bindery.vocabulary.tables import read


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules by criterion: patterns of their names, without what each checker's begin with."""

    read_back: dict[str, tuple[str, ...]]
    axe: dict[str, tuple[str, ...]]
    ace: dict[str, tuple[str, ...]]
    layout: dict[str, tuple[str, ...]]
    verapdf: dict[str, tuple[str, ...]]
    outloud: dict[str, tuple[str, ...]]


_RULES = read(_Rules, Path(__file__).with_suffix(".toml"))

BREACHES = (
    ("", _RULES.read_back),
    ("", _RULES.layout),
    ("axe-", _RULES.axe),
    ("ace-", _RULES.axe),
    ("ace-", _RULES.ace),
    ("verapdf-", _RULES.verapdf),
    ("outloud-", _RULES.outloud),
)
"""How each checker's rules begin in a finding, and what they say is broken."""


def broken_by(rule: str) -> frozenset[str]:
    """The numbers of the criteria that a finding of ``rule`` says are broken."""
    return frozenset(_broken_by(rule))


def _broken_by(rule: str) -> Iterator[str]:
    for prefix, table in BREACHES:
        for number, patterns in table.items():
            if any(fnmatchcase(rule, prefix + pattern) for pattern in patterns):
                yield number
