"""A rule: one property of a manuscript that its readers depend on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text

Looked = TypeVar("Looked", contravariant=True)  # noqa: PLC0105 - named for what it is


@dataclass(frozen=True, slots=True)
class Extent(Generic[Looked]):
    """What a rule looks at, in the plural (``unit``), and how many of them there are."""

    unit: Text
    count: Callable[[Looked], int]


def _nothing() -> Text | None:
    return None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Looked]):
    """One property, and how to see where it does not hold.

    ``name`` reads true in a pass and in a failure: ``image-has-alt-text``. ``extent`` is all that
    was looked at, so that a rule with nothing to look at has not passed. A rule that
    ``stops_build`` guards what no edition can be made without, or safely with. ``missing`` says
    what is not installed and the command that gets it, or ``None`` when the rule can look.
    """

    name: str
    severity: Severity
    find: Callable[[Looked], Iterator[Finding]]
    extent: Extent[Looked]
    stops_build: bool = False
    missing: Callable[[], Text | None] = _nothing
