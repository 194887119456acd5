"""What a chapter says that there are so many of, beside how many there are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.rules._counts import Claim, claims, numbers_in
from bindery.rules._outline import Part, introduces, section_of
from bindery.rules._prose import Reading, Stretch
from bindery.vocabulary.findings import Location

# «Disse er at kommunen:» speaks of what the sentence before has counted.
_SPEAKS_OF_THE_LAST = re.compile(
    r"(?:disse|desse|de|dei|det|these|they)\s+(?:er|var|are|were)\b", re.IGNORECASE
)
_BEFORE_A_NUMBER = re.compile(
    r"(?:(?:de|dei|disse|desse|våre|dette er|her er|the|these|our|here are)\s+)?", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d+ [A-ZÆØÅ]")
"""The number of a heading: «3 Tiltak og ansvar»."""
_AROUND_THE_LISTED = re.compile(
    r"(?:innledning|innleiing|bakgrunn|oppsummer|konklusjon|avslutning|avslutting|om\b|hva\b|kva\b|"
    r"hvorfor|kvifor|veien videre|introduction|background|summary|conclusion|why|what)",
    re.IGNORECASE,
)
_OF_ANOTHER_KIND = ("figure", "long-description", "table")
_BETWEEN = 2
"""How many paragraphs may stand between a heading and the list it counts."""
_STEM = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim, where it stands, and what it counts: ``listed``, with ``count`` of them.

    ``agrees`` is whether they are as many.
    """

    claim: Claim
    location: Location
    listed: Part
    count: int
    agrees: bool

    def is_about(self, claim: Claim) -> bool:
        """Whether ``claim`` is of the same things."""
        return bool(claim.noun) and _stem(claim) == _stem(self.claim)


def counted_in(parts: Sequence[Part]) -> Iterator[Counted]:
    """What stands before a list or in a heading of the outline ``parts``, and counts them."""
    for index, part in enumerate(parts):
        if part.items:
            yield from _before_list(parts[:index], part, parts[index + 1 :])
        elif part.level and part.reading:
            yield from _in_heading(part.reading, part, section_of(part, parts))


def _before_list(before: Sequence[Part], listed: Part, after: Sequence[Part]) -> Iterator[Counted]:
    for reading, sentence, claim in _introducing(before, listed):
        # A paragraph between two items cuts a list in two.
        whole = listed.items + sum(part.items for part in _going_on(listed, after))
        agrees = bool(numbers_in(sentence) & {listed.items, whole})
        count = claim.number if agrees else listed.items
        yield Counted(claim, reading.at(sentence.start + claim.start), listed, count, agrees)


def _introducing(before: Sequence[Part], listed: Part) -> Iterator[tuple[Reading, Stretch, Claim]]:
    """The claim right before ``listed``, if there is one, and the sentence that makes it."""
    sentences: list[tuple[Reading, Stretch]] = []
    for part in before[-2:]:
        if part.reading and not part.level and introduces(part, listed):
            sentences += [(part.reading, sentence) for sentence in part.reading.sentences()]
        else:
            sentences.clear()
    if not sentences:
        return
    reading, sentence = sentences.pop()
    made = list(claims(sentence))
    if not made and sentences and _SPEAKS_OF_THE_LAST.match(sentence.text):
        reading, sentence = sentences.pop()
        made = list(claims(sentence))
    elif not sentence.text.endswith(":"):
        made = [claim for claim in made if claim.noun]
    if made:
        named = [claim for claim in made if claim.noun]
        yield reading, sentence, (named or made)[-1]


def _in_heading(reading: Reading, heading: Part, section: Sequence[Part]) -> Iterator[Counted]:
    whole = Stretch(reading.text, 0, reading.language)
    claim = next((claim for claim in claims(whole) if claim.noun), None)
    if (
        claim is None
        or not _BEFORE_A_NUMBER.fullmatch(whole.text, 0, claim.start)
        or _NUMBERED.match(claim.words)
    ):
        return
    lists = [part for part in section if part.items and not _is_of_another_kind(part)]
    below = [part for part in section if part.level == heading.level + 1]
    named = [part for part in below if not _AROUND_THE_LISTED.match(_text(part))]
    alike = [part for part in named if _is_one_of_them(part, claim)]
    counts = {len(below), len(named), len(alike), *(part.items for part in lists)}
    counts.add(sum(part.items for part in lists))
    location = reading.at(claim.start)
    if claim.number in counts:
        yield Counted(claim, location, heading, claim.number, agrees=True)
    elif not numbers_in(whole) & counts:
        below = alike or named
        listed = _listed(claim, lists, section) if lists else _headings(claim, below, bool(alike))
        if listed is not None:
            count = listed.items or len(below)
            yield Counted(claim, location, listed, count, agrees=False)


def _headings(claim: Claim, below: Sequence[Part], are_alike: bool) -> Part | None:
    """The first of the headings ``below``, if they are what ``claim`` counts.

    Headings with nothing in common may be of other things: only one too many or too few is telling.
    """
    is_close = abs(claim.number - len(below)) == 1
    return below[0] if len(below) > 1 and (are_alike or is_close) else None


def _listed(claim: Claim, lists: Sequence[Part], section: Sequence[Part]) -> Part | None:
    """The list that a heading with ``claim`` counts, where only one can be meant."""
    numbered = [part for part in lists if part.is_ordered]
    has_headings = any(part.level for part in section)
    candidates = numbered if has_headings or len(lists) > 1 else lists
    if len(candidates) != 1:
        return None
    before = section[: next(place for place, part in enumerate(section) if part is candidates[0])]
    if has_headings:
        is_told = any(_stem(claim) in _text(part).lower() for part in before[-_BETWEEN:])
    else:
        is_told = len(before) <= _BETWEEN
    return candidates[0] if is_told else None


def _is_one_of_them(part: Part, claim: Claim) -> bool:
    return _stem(claim) in _text(part).lower() or bool(re.match(r"\d", _text(part)))


def _going_on(listed: Part, after: Sequence[Part]) -> Iterator[Part]:
    """The lists that may be the rest of ``listed``: alike, and introduced by nothing else."""
    before = ""
    for part in after:
        if part.level:
            return
        if part.items:
            if part.is_ordered != listed.is_ordered or before.rstrip().endswith(":"):
                return
            yield part
        before = _text(part)


def _is_of_another_kind(part: Part) -> bool:
    return any(div.has_class(name) for div in part.element.divs() for name in _OF_ANOTHER_KIND)


def _text(part: Part) -> str:
    return part.reading.text if part.reading else ""


def _stem(claim: Claim) -> str:
    return claim.noun[:_STEM]
