"""A name that an author gives is given once in its chapter.

Why
    A link to a name that two things have leads to the first of them, whichever the author meant.

Fails at line 5
    # A {#a}

    ## B {#b}

    ## C {#b}

Passes
    # A {#a}

    ## B {#b}

    ## C {#c}

Clauses
    WCAG 2.2: 2.4.4. HTML: 3.2.6 (the id attribute).
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Navnet «{name}» er brukt før i kapittelet.",
    en="The name “{name}” is used before in the chapter.",
)
HINT = Text(nb="Gi den et eget navn.", en="Give it a name of its own.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Elements with a name that an earlier one in the chapter has."""
    for chapter in manuscript.chapters:
        taken: set[str] = set()
        for element in chapter.elements:
            name = element.attributes.name
            if name and name in taken:
                message = MESSAGE.filled(name=name)
                yield Finding(RULE.name, RULE.severity, element.location, message, HINT)
            taken.add(name)


RULE = Rule("ids-are-unique", Severity.ERROR, find, stops_build=True)
