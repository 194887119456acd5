"""The Matterhorn Protocol 1.1: checkpoints, what tests them, and how to check them manually."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One checkpoint, and its conditions: those for a ``machine`` and those for a ``person``.

    Two checkpoints have no condition: what they are about is tested under others.
    """

    number: str
    name: Text
    machine: tuple[str, ...] = ()
    person: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Protocol:
    checkpoints: tuple[Checkpoint, ...]


CHECKPOINTS = read(_Protocol, Path(__file__).with_name("protocol.toml")).checkpoints
"""In the protocol's own order."""


@dataclass(frozen=True, slots=True)
class _Guide:
    look: dict[str, Text]
    no_test: dict[str, Text]


_GUIDE = read(_Guide, Path(__file__).with_name("guide.toml"))

GUIDE = _GUIDE.look
"""By the checkpoint's number."""

NO_TEST = _GUIDE.no_test
"""The checkpoints without a condition."""

UNTESTED = Text(
    nb="Ingen kontroll har bekreftet vilkår {conditions}.",
    en="No check has confirmed conditions {conditions}.",
)
"""For what no machine has tested, or not this time."""

SHOWN = Text(
    nb="{count} av {all} vilkår er bekreftet automatisk.",
    en="{count} of {all} conditions are confirmed automatically.",
)
PROVED = Text(
    nb="veraPDF har testet disse vilkårene, og de er oppfylt: {conditions}.",
    en="veraPDF has tested these conditions, and they are met: {conditions}.",
)
ARGUED = Text(
    nb="Sammenligning med forfatterens manus viser {conditions}: {reason}",
    en="Comparison with the author’s source shows {conditions}: {reason}",
)
"""For what no test can show of the file alone."""

FOUND = Text(
    nb="Kontrollene fant noe som bryter med sjekkpunktet.",
    en="The checks found something that breaks the checkpoint.",
)


@dataclass(frozen=True, slots=True)
class _Tested:
    """``verapdf`` by conditions, the others by checkpoints: patterns of rules' names."""

    verapdf: dict[str, tuple[str, ...]]
    besides: dict[str, tuple[str, ...]]
    outloud: dict[str, tuple[str, ...]]
    read_back: dict[str, tuple[str, ...]]


_TESTED = read(_Tested, Path(__file__).with_name("tested.toml"))

TESTS = {
    condition: tuple(f"verapdf-ua1-{one}" for one in tests)
    for condition, tests in _TESTED.verapdf.items()
}
"""Patterns of the findings that break each condition, by its number."""


def broken_by(rule: str) -> frozenset[str]:
    """Return the numbers of the checkpoints that a finding of ``rule`` is about."""
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
