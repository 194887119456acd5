"""An abbreviation that is marked has words for what it stands for.

Why
    An expansion is there for readers who do not know the letters. An empty one is announced and
    says nothing.

Fails at line 3
    # A

    [NHO]{abbr=""} sier ja.

Passes
    # A

    [NHO]{abbr="Næringslivets Hovedorganisasjon"} sier ja.

Clauses
    WCAG 2.2: 3.1.4.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Span
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Forkortelsen «{text}» har ingen forklaring.",
    en="The abbreviation “{text}” has no expansion.",
)
HINT = Text(
    nb='Skriv hele navnet: [{text}]{{abbr="…"}}.', en='Write it in full: [{text}]{{abbr="…"}}.'
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Marked abbreviations without their expansion."""
    for span in manuscript.every(Span):
        expansion = span.attributes.get("abbr")
        if expansion is not None and not expansion.strip():
            message, hint = MESSAGE.filled(text=span.text), HINT.filled(text=span.text)
            yield Finding(RULE.name, RULE.severity, span.location, message, hint)


RULE = Rule("abbreviation-has-expansion", Severity.ERROR, find)
