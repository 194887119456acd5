"""Tell where the front door would have lost a word."""

from collections.abc import Iterator

from bindery.manuscript.requirements import WORDS_ARE_KEPT
from bindery.manuscript.source import Manuscript
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

_MESSAGE = Text(
    nb="bindery leser dette stedet feil: «{words}». Det er trykt som det er skrevet.",
    en="bindery reads this place wrongly: “{words}”. It is printed as written.",
)
_HINT = Text(
    nb="Skriv det på en annen måte.",
    en="Write it in another way.",
)
_LONGEST = 60


def lost_words(manuscript: Manuscript) -> Iterator[Finding]:
    """Each place that was left as it is written, because a word would have been lost."""
    for chapter in manuscript.chapters:
        for mark in chapter.chapter.marks:
            if mark.rule == WORDS_ARE_KEPT.name:
                message = _MESSAGE.filled(words=" ".join(mark.words.split())[:_LONGEST])
                yield WORDS_ARE_KEPT.broken(mark.location, message, _HINT)
