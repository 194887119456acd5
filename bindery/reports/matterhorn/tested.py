"""Which tests answer the conditions that a machine can test, and which findings break what.

A condition that none of veraPDF's tests answers is tested by no checker we run. Those are 09-007
and 09-008 (Ruby and Warichu), 28-018 (printers' marks), and 31-013, 31-015 and 31-018 (glyphs that
a font lists and lacks, or cannot look up).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from bindery.vocabulary.tables import read


@dataclass(frozen=True, slots=True)
class _Tested:
    """``verapdf`` by conditions, the others by checkpoints: patterns of rules' names."""

    verapdf: dict[str, tuple[str, ...]]
    besides: dict[str, tuple[str, ...]]
    outloud: dict[str, tuple[str, ...]]
    read_back: dict[str, tuple[str, ...]]


_TESTED = read(_Tested, Path(__file__).with_suffix(".toml"))

TESTS = {
    condition: tuple(f"verapdf-ua1-{one}" for one in tests)
    for condition, tests in _TESTED.verapdf.items()
}
"""Patterns of the findings that break each condition, by its number."""


def broken_by(rule: str) -> frozenset[str]:
    """The numbers of the checkpoints that a finding of ``rule`` is about."""
    return frozenset(_broken_by(rule))


def _broken_by(rule: str) -> Iterator[str]:
    for condition, patterns in TESTS.items():
        if any(fnmatchcase(rule, pattern) for pattern in patterns):
            yield condition.partition("-")[0]
    for prefix, table in (
        ("verapdf-ua1-", _TESTED.besides),
        ("outloud-", _TESTED.outloud),
        ("", _TESTED.read_back),
    ):
        for number, names in table.items():
            if any(fnmatchcase(rule, prefix + name) for name in names):
                yield number
