"""Every heading says something.

Why
    An empty heading is announced as a heading and then nothing: the listener wonders what was
    missed.

Fails at line 3
    # Tittel

    ##

    Tekst.

Passes
    # Tittel

    ## Under

Clauses
    WCAG 2.2: 1.3.1, 2.4.6.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Heading
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Overskriften er tom.", en="The heading is empty.")
HINT = Text(nb="Skriv hva avsnittet handler om, eller slett linjen.", en="Write it or delete it.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Headings without words."""
    for heading in manuscript.every(Heading):
        if not heading.text.strip():
            yield Finding(RULE.name, RULE.severity, heading.location, MESSAGE, HINT)


RULE = Rule("heading-has-text", Severity.ERROR, find)
