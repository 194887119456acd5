"""A chapter's outline, and the counts that its text states."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Block, Div, Element, Heading, Note, Paragraph, Table
from bindery.prose.counts import Claim, claims, numbers_in
from bindery.prose.readings import Reading, Stretch, readings_of
from bindery.vocabulary.findings import Location

_ITEMS = {"bullet_list": "list_item", "ordered_list": "list_item", "dl": "dt"}
_OUTLINED = (Block, Heading, Note, Paragraph, Table)


@dataclass(frozen=True, slots=True)
class Part:
    """One element of the outline; ``reading`` is the text of a heading or a paragraph.

    ``items`` is how many items a list has, without those of nested lists; 0 for other elements.
    """

    element: Element
    reading: Reading | None = None
    items: int = 0

    @property
    def level(self) -> int:
        """1 to 6 for a heading; 0 for other elements."""
        return self.element.level if isinstance(self.element, Heading) else 0

    @property
    def is_ordered(self) -> bool:
        """Whether it is a list whose items are numbered."""
        return isinstance(self.element, Block) and self.element.kind == "ordered_list"


def outline_of(chapter: ChapterSource, manuscript: Manuscript) -> tuple[Part, ...]:
    """The outline of ``chapter``."""
    said = {id(reading.prose): reading for reading in readings_of(chapter, manuscript)}
    lines = chapter.lines
    elements = chapter.elements
    parts: list[Part] = []
    for index, element in enumerate(elements):
        if _is_inside(element) or not isinstance(element, _OUTLINED):
            continue
        match element:
            case Heading() | Paragraph():
                after = elements[index + 1] if index + 1 < len(elements) else None
                parts.append(Part(element, said.get(id(after))))
            case Block(kind="bullet_list" | "ordered_list" | "dl"):
                parts.append(Part(element, items=_items(elements[index:], lines)))
            case _:
                parts.append(Part(element))
    return tuple(parts)


def section_of(heading: Part, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts below ``heading``, up to the next heading of its level or a higher one."""
    first = next(place for place, part in enumerate(parts) if part is heading) + 1
    ends = (
        place
        for place in range(first, len(parts))
        if parts[place].level and parts[place].level <= heading.level
    )
    return tuple(parts[first : next(ends, len(parts))])


def introduces(part: Part, listed: Part) -> bool:
    """Whether ``part`` is in the same block as ``listed``, or in one around it."""
    around: list[Div | None] = [*listed.element.divs(), None]
    return part.element.div in around


def _is_inside(element: Element) -> bool:
    return element.nested or any(div.nested for div in element.divs())


def _items(elements: Sequence[Element], lines: Sequence[str]) -> int:
    """How many items the list has that ``elements`` begin with.

    Items of a nested list are indented further; a longer number may begin one space further left.
    """
    whole = elements[0]
    assert isinstance(whole, Block)
    margins: list[int] = []
    for element in _until_outside(elements[1:]):
        if isinstance(element, Block) and element.kind == _ITEMS[whole.kind]:
            assert element.location.line is not None
            line = lines[element.location.line - 1]
            margins.append(len(line) - len(line.lstrip()))
    return sum(margin < margins[0] + 2 for margin in margins)


def _until_outside(elements: Sequence[Element]) -> Iterator[Element]:
    for element in elements:
        if not _is_inside(element):
            return
        yield element


# «Disse er at kommunen:» refers to what the sentence before has counted.
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
_OF_ANOTHER_KIND = ("figure", "listing", "long-description", "table")
_BETWEEN = 2
"""How many paragraphs may stand between a heading and the list it counts."""
_STEM = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim, its place, and what it counts: ``listed``, with ``count`` of them.

    ``agrees`` is whether the claim states that number.
    """

    claim: Claim
    location: Location
    listed: Part
    count: int
    agrees: bool

    def is_about(self, claim: Claim) -> bool:
        """Whether ``claim`` counts the same things."""
        return bool(claim.noun) and _stem(claim) == _stem(self.claim)


def counted_in(parts: Sequence[Part]) -> Iterator[Counted]:
    """The counts stated before a list or in a heading of the outline ``parts``."""
    for index, part in enumerate(parts):
        if part.items:
            yield from _before_list(parts[:index], part, parts[index + 1 :])
        elif part.level and part.reading:
            yield from _in_heading(part.reading, part, section_of(part, parts))


def _before_list(before: Sequence[Part], listed: Part, after: Sequence[Part]) -> Iterator[Counted]:
    for reading, sentence, claim in _introducing(before, listed):
        # A paragraph between two items splits a list in two.
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

    Headings with nothing in common may be about other things, so for them only a difference of one
    counts as a mistake.
    """
    is_close = abs(claim.number - len(below)) == 1
    return below[0] if len(below) > 1 and (are_alike or is_close) else None


def _listed(claim: Claim, lists: Sequence[Part], section: Sequence[Part]) -> Part | None:
    """The list that a heading with ``claim`` counts, if only one can be meant."""
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
    """The lists that may continue ``listed``: of the same kind, and not introduced separately."""
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
