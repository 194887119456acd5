"""Every chapter begins with its title, the only heading of level one.

Why
    The title is what contents, bookmarks and reading systems call the chapter. A listener who
    jumps to it must land on one place.

Fails at line 1
    Bare tekst.

Fails at line 3
    # Først

    # Også

    Tekst.

Fails at line 1
    ## Under

    ## Mer

Passes
    # Tittel

    ## Under

Clauses
    WCAG 2.2: 2.4.2, 2.4.6. Nordic guidelines 2025-1: titles of documents.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Heading
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NONE = Text(nb="Kapittelet har ingen tittel.", en="The chapter has no title.")
NONE_HINT = Text(
    nb="Skriv en linje øverst som begynner med # og et mellomrom.",
    en="Write a line at the top that begins with # and a space.",
)
AGAIN = Text(nb="Kapittelet har enda en tittel.", en="The chapter has one more title.")
AGAIN_HINT = Text(
    nb="Gjør den til en underoverskrift med ##, eller flytt teksten til et eget kapittel.",
    en="Make it a heading with ##, or move the text into a chapter of its own.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Chapters without a title, and titles beyond the first."""
    for chapter in manuscript.chapters:
        titles = [heading for heading in chapter.every(Heading) if heading.level == 1]
        if not titles:
            location = Location(chapter.path, 1)
            yield Finding(RULE.name, RULE.severity, location, NONE, NONE_HINT)
        for heading in titles[1:]:
            yield Finding(RULE.name, RULE.severity, heading.location, AGAIN, AGAIN_HINT)


RULE = Rule("chapter-has-one-title", Severity.ERROR, find)
