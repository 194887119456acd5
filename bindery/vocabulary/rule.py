"""A rule: one property of a manuscript that its readers depend on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text, Unit

Looked = TypeVar("Looked", contravariant=True)  # noqa: PLC0105 - named for what it is


def _nothing() -> Text | None:
    return None


def _none(_: object) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Extent(Generic[Looked]):
    """What a rule looks at (``unit``), and how many of them there are.

    A rule that goes by words knows some ``languages`` (BCP 47, the first part). It counts what is
    in one of these, and ``unknown`` are the languages of what it had no words for. One that knows
    none goes by what is the same in every language.
    """

    unit: Unit
    count: Callable[[Looked], int]
    languages: frozenset[str] = frozenset()
    unknown: Callable[[Looked], frozenset[str]] = _none

    @classmethod
    def in_languages(
        cls, unit: Unit, spoken: Callable[[Looked], Iterable[frozenset[str]]], known: Iterable[str]
    ) -> "Extent[Looked]":
        """As many of ``unit`` as have words in the ``known`` languages, and the others' languages.

        ``spoken`` gives the languages of each of them, none for one that has no words.
        """
        languages = frozenset(known)
        return cls(
            unit,
            lambda looked_at: sum(bool(each & languages) for each in spoken(looked_at)),
            languages,
            lambda looked_at: frozenset().union(*spoken(looked_at)) - languages,
        )


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
