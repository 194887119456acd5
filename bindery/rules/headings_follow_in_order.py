"""No heading skips a level on the way down.

Why
    Listeners find their way by levels: a heading two levels below the one before says that
    something between them is missing.

Fails at line 3
    # Tittel

    ### For langt ned

Passes
    # Tittel

    ## Under

    ### Lenger ned

    ## Opp igjen

Clauses
    WCAG 2.2: 1.3.1, technique G141. Matterhorn Protocol 1.1: 14-003.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Heading
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Overskriften er på nivå {level}, men den før er på nivå {before}.",
    en="The heading is of level {level}, and the one before of level {before}.",
)
HINT = Text(
    nb="Bruk {marks} her, eller sett inn overskriften som mangler.",
    en="Use {marks} here, or put in the heading that is missing.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Headings more than one level below the one before."""
    for chapter in manuscript.chapters:
        before = 1
        for heading in chapter.every(Heading):
            if heading.level > before + 1:
                message = MESSAGE.filled(level=heading.level, before=before)
                hint = HINT.filled(marks="#" * (before + 1))
                yield Finding(RULE.name, RULE.severity, heading.location, message, hint)
            before = heading.level


RULE = Rule("headings-follow-in-order", Severity.ERROR, find)
