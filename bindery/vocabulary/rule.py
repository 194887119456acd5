"""A rule: one property of a manuscript that its readers depend on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from bindery.vocabulary.findings import Finding, Severity

Looked = TypeVar("Looked")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Looked]):
    """One property, and how to see where it does not hold.

    ``name`` reads true in a pass and in a failure: ``image-has-alt-text``. A rule that
    ``stops_build`` guards what no edition can be made without, or safely with.
    """

    name: str
    severity: Severity
    find: Callable[[Looked], Iterator[Finding]]
    stops_build: bool = False
