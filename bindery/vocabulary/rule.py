"""A rule: one property of a manuscript, a style or an edition, and what else finds its breaches."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bindery.vocabulary.editions import RULES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text, Unit

Looked = TypeVar("Looked", contravariant=True)  # noqa: PLC0105 - named for what it is


def _nothing() -> Text | None:
    return None


def _none(_: object) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Extent(Generic[Looked]):
    """What a rule examines (``unit``), and how many of them there are.

    A rule that depends on words knows some ``languages`` (BCP 47, the first subtag). It counts what
    is in one of these; ``unknown`` are the languages of passages it has no words for. A rule
    without ``languages`` works alike in all of them.
    """

    unit: Unit
    count: Callable[[Looked], int]
    languages: frozenset[str] = frozenset()
    unknown: Callable[[Looked], frozenset[str]] = _none

    @classmethod
    def in_languages(
        cls, unit: Unit, spoken: Callable[[Looked], Iterable[frozenset[str]]], known: Iterable[str]
    ) -> "Extent[Looked]":
        """Count each ``unit`` with words in a ``known`` language, and list the other languages.

        ``spoken`` gives the languages of each unit, none for one that has no words.
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
    """One property, and how to find where it does not hold.

    ``name`` states the property, for a pass and for a failure: ``image-has-alt-text``. ``extent``
    counts what is examined, so that a rule with nothing to examine has not passed. A rule that
    ``makes_draft`` reports what is printed in another way than its author meant, since it is
    impossible or unsafe: the editions are drafts, and nobody can except it. A rule that looks
    ``by_chapter`` finds and counts the same in a chapter whatever the text of the others is; it
    needs no file, no image and nothing that is installed. ``missing`` returns what is not installed
    and the command that installs it, or ``None`` if the rule can run. Its evidence is of
    ``standard``: bindery's own rules, or the standard that it is a clause of.
    """

    name: str
    severity: Severity
    find: Callable[[Looked], Iterator[Finding]]
    extent: Extent[Looked]
    makes_draft: bool = False
    by_chapter: bool = False
    missing: Callable[[], Text | None] = _nothing
    standard: str = RULES


ECHOES: Mapping[str, frozenset[str]] = {
    "alt-text-differs-from-caption": frozenset({"edition-alternatives-say-what-is-shown"}),
    "alt-text-says-what-is-shown": frozenset({"edition-alternatives-say-what-is-shown"}),
    "chapter-has-one-title": frozenset({"edition-headings-can-be-found"}),
    "characters-have-glyphs": frozenset(
        {
            "verapdf-ua1-7-21-4-1-2",
            "verapdf-ua1-7-21-5-1",
            "verapdf-ua1-7-21-8-1",
            "verapdf-2a-6-2-11-4-1-2",
            "verapdf-2a-6-2-11-5-1",
            "verapdf-2a-6-2-11-8-1",
        }
    ),
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
"""Rules on editions, and checkers' rules, that find the same faults as a rule on the manuscript."""
