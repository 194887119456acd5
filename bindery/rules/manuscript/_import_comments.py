"""Comments that an import leaves in chapters: what to look at, and what to settle first."""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import RawHtml
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Importen har merket dette stedet: «{said}».",
    en="The import has marked this place: “{said}”.",
)
HINT = Text(
    nb="Se på stedet, rett det som er galt, og slett kommentaren.",
    en="Look at the place, fix what is wrong, and delete the comment.",
)
_LONGEST = 120

_COMMENT = re.compile(
    r"<!--\s*(?:sjekk|check)(?P<first>\s+(?:før utgivelse|before release))?:\s*(?P<said>.*?)\s*-->",
    re.DOTALL,
)


def comments(manuscript: Manuscript, *, first: bool) -> Iterator[tuple[Location, str]]:
    """The place of each comment and what it says: those to settle ``first``, or the others."""
    for chapter in manuscript.chapters:
        for comment in chapter.every(RawHtml):
            for found in _COMMENT.finditer(comment.text):
                if bool(found["first"]) == first:
                    said = " ".join(found["said"].split())
                    cut = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rstrip()} …"
                    yield _place(comment, found.start()), cut


def _place(comment: RawHtml, at: int) -> Location:
    """Where the comment at ``at`` of a block of HTML begins."""
    place = comment.location
    lines = comment.text[:at].count("\n")
    if place.line is None or not lines:
        return place
    return Location(place.path, place.line + lines, 1)
