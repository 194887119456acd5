"""A rule: one property of a manuscript, a style or an edition, and where else it is seen."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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


ECHOES: Mapping[str, frozenset[str]] = {
    "alt-text-differs-from-caption": frozenset({"edition-alternatives-say-what-is-shown"}),
    "alt-text-says-what-is-shown": frozenset({"edition-alternatives-say-what-is-shown"}),
    "heading-has-text": frozenset({"axe-empty-heading", "ace-empty-heading"}),
    "headings-follow-in-order": frozenset(
        {
            "edition-headings-are-in-order",
            "axe-heading-order",
            "ace-heading-order",
            "verapdf-ua1-7-4-2-1",
            "outloud-hdg-001",
        }
    ),
    "image-has-alt-text": frozenset(
        {
            "edition-images-are-described",
            "axe-image-alt",
            "ace-image-alt",
            "axe-svg-img-alt",
            "ace-svg-img-alt",
            "verapdf-ua1-7-3-1",
            "verapdf-ua2-8-2-5-28-2-1",
            "verapdf-wt1a-8-2-5-28-2-1",
            "outloud-fig-001",
        }
    ),
    "link-text-says-where": frozenset(
        {"edition-links-say-where", "axe-link-name", "ace-link-name"}
    ),
    "table-has-headers": frozenset(
        {"edition-tables-have-headers", "axe-empty-table-header", "ace-empty-table-header"}
    ),
}
"""The rules on editions, and the checkers', that see again what a rule on the manuscript sees."""
