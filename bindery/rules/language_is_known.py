"""Every language tag is one that a screen reader can choose a voice by.

Why
    With a wrong tag, Norwegian is read with English sounds. “no” says neither bokmål nor nynorsk,
    and braille tables and hyphenation differ.

Fails at line 3
    # A

    Han sa [hello]{lang=engelsk}.

Fails at line 3
    # A

    Han sa [hei]{lang=no}.

Passes
    # A

    Han sa [hello]{lang=en-GB} og [bures]{lang=se}.

Clauses
    WCAG 2.2: 3.1.1, 3.1.2. BCP 47. Nordic guidelines 2025-1: nb or nn, never no.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="«{tag}» er ikke en språkkode.", en="“{tag}” is not a language tag.")
HINT = Text(
    nb="Skriv koden på to eller tre bokstaver: nb, nn, en, se, sma, smj, da, sv, de, fr …",
    en="Write the two or three letters: nb, nn, en, se, sma, smj, da, sv, de, fr …",
)
WHICH = Text(
    nb="«{tag}» sier ikke om teksten er bokmål eller nynorsk.",
    en="“{tag}” does not say whether the text is bokmål or nynorsk.",
)
WHICH_HINT = Text(nb="Skriv nb eller nn.", en="Write nb or nn.")

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*")
_SETTINGS = Location("manuscript/publication.toml")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tags of the publication, its chapters and their passages."""
    yield from _look(manuscript.publication.metadata.language, _SETTINGS)
    for chapter in manuscript.chapters:
        if tag := chapter.chapter.front_matter.language:
            yield from _look(tag, Location(chapter.path, 1))
        for element in chapter.elements:
            marked = element.attributes.get("lang")
            if marked is not None:
                yield from _look(marked, element.location)


def _look(tag: str, location: Location) -> Iterator[Finding]:
    if tag == "no" or tag.startswith("no-"):
        message = WHICH.filled(tag=tag)
        yield Finding(RULE.name, RULE.severity, location, message, WHICH_HINT)
    elif not _TAG.fullmatch(tag):
        yield Finding(RULE.name, RULE.severity, location, MESSAGE.filled(tag=tag), HINT)


RULE = Rule("language-is-known", Severity.ERROR, find)
