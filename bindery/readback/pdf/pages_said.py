"""The words by which a printed edition says on which page something is, and leads back."""

import re
from functools import cache

from bindery.locales import in_every_language


@cache
def page_said(label: str) -> re.Pattern[str]:
    """The words, in whatever language, that say that something is on the page with ``label``."""
    said = [words.format(reference="", page=label) for words in in_every_language(_AT_PAGE)]
    spoken = (r"\s+".join(map(re.escape, words.split())) for words in {*said})
    return re.compile(rf"\s*(?:{'|'.join(sorted(spoken))})\s*$")


_AT_PAGE = "references.at-page"


@cache
def way_back() -> re.Pattern[str]:
    """The words of a way back from a note, in whatever language."""
    said = (*in_every_language("ways.back-to-note"), *in_every_language("ways.back-to-note-again"))
    return re.compile("|".join(words.format(number="[0-9]+", place="[0-9]+") for words in said))


@cache
def mark_elsewhere() -> re.Pattern[str]:
    """A note's second mark with the page of its first, in whatever language: ``1, side 4``."""
    said = [words.partition("{page}") for words in in_every_language("ways.on-page")]
    before, after = ("|".join({re.escape(one[at]) for one in said}) for at in (0, 2))
    return re.compile(rf"(?P<number>[0-9]+), (?:{before})(?P<page>[0-9]+|[ivxlc]+)(?:{after})")
