"""Editions and the outputs they leave in ``build/``."""

from dataclasses import dataclass
from pathlib import Path

from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: ``count`` of ``unit`` (pages, documents; page of one) in ``size`` bytes."""

    edition: str
    path: Path
    size: int
    count: int
    unit: Text
    seconds: float
