"""What rules find in a chapter whatever the others are: kept for each state of the chapter.

Such a rule is given one chapter at a time, with the names and front matter of the others, the
settings, and nothing else. So what it finds depends on nothing that the key does not say.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.keeping import Keeper
from bindery.vocabulary.publication import Chapter, Publication
from bindery.vocabulary.rule import Rule

Looked = TypeVar("Looked")

_NO_FOLDER = Path(os.devnull)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a rule finds, how many things it examines, and the languages it has no words for."""

    findings: tuple[Finding, ...]
    examined: int
    unknown_languages: frozenset[str]


_KEPT = TypeAdapter(dict[str, Seen])


class ByChapter:
    """What those of ``rules`` find in ``manuscript`` that look at one chapter at a time.

    What ``keeper`` recalls of a chapter is not looked for again.
    """

    def __init__(
        self, manuscript: Manuscript, rules: Sequence[Rule[Manuscript]], keeper: Keeper
    ) -> None:
        self._manuscript = manuscript
        self._rules = tuple(rule for rule in rules if rule.by_chapter)
        self._keeper = keeper

    def seen_by(self, rule: Rule[Manuscript]) -> Seen:
        """What ``rule`` finds in all chapters, in reading order."""
        each = [seen[rule.name] for seen in self._chapters]
        return Seen(
            tuple(finding for seen in each for finding in seen.findings),
            sum(seen.examined for seen in each),
            frozenset().union(*(seen.unknown_languages for seen in each)),
        )

    @cached_property
    def _chapters(self) -> tuple[Mapping[str, Seen], ...]:
        return tuple(map(self._look, self._manuscript.chapters))

    def _look(self, chapter: ChapterSource) -> Mapping[str, Seen]:
        alone = replace(
            self._manuscript,
            publication=_with_only(chapter.chapter, self._manuscript.publication),
            chapters=(chapter,),
        )
        names = [rule.name for rule in self._rules]
        rests_on = f"{names} {alone.publication!r}"
        key = sha256(rests_on.encode(errors="surrogatepass")).hexdigest()
        with suppress(ValueError):
            return _KEPT.validate_json(self._keeper.recall(key) or b"")
        seen = {rule.name: seen_by(rule, alone) for rule in self._rules}
        self._keeper.keep(key, _KEPT.dump_json(seen))
        return seen


def seen_by(rule: Rule[Looked], looked_at: Looked) -> Seen:
    """What ``rule`` finds in all of ``looked_at``."""
    extent = rule.extent
    return Seen(tuple(rule.find(looked_at)), extent.count(looked_at), extent.unknown(looked_at))


def _with_only(chapter: Chapter, publication: Publication) -> Publication:
    """``publication`` with no file but its ``chapter`` and its settings."""
    others = (Chapter(one.path, "", one.front_matter) for one in publication.chapters)
    chapters = tuple(chapter if one.path == chapter.path else one for one in others)
    return Publication(_NO_FOLDER, publication.settings, chapters, {})
