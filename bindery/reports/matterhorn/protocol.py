"""The Matterhorn Protocol 1.1: its 31 checkpoints and their 137 conditions, by number.

The protocol (PDF Association) is about PDF/UA-1. It tells which of its conditions a machine can
test and which a person usually has to judge. Its introduction says 136: one came with version 1.1.
The Norwegian names are ours.
"""

from dataclasses import dataclass
from pathlib import Path

from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One checkpoint, and its conditions: those for a ``machine`` and those for a ``person``.

    Two checkpoints have no test of their own: what they are about is tested under others.
    """

    number: str
    name: Text
    machine: tuple[str, ...] = ()
    person: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Protocol:
    checkpoints: tuple[Checkpoint, ...]


CHECKPOINTS = read(_Protocol, Path(__file__).with_suffix(".toml")).checkpoints
"""In the protocol's own order."""
