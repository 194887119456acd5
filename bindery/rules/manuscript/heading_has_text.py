"""Every heading has text.

## Why

An empty heading is a line without a name in the table of contents. Screen reader users who move by
headings stop there, and get no words.

## Hvorfor

Hver overskrift har tekst. En tom overskrift er en linje uten navn i innholdslista.
Skjermleserbrukere som går fra overskrift til overskrift, stopper der og får ingen ord.

## Fails

Lines 3 and 5:

```markdown
# Funn

##

## ![](../figures/foto.png){.decorative}
```

## Passes

```markdown
# Funn

## ![Åtte erfaringer](../figures/foto.png)

De er felles.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 2.4.6 Headings and Labels (AA)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Heading
from bindery.rules.manuscript._extents import HEADINGS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Overskriften er tom.", en="The heading is empty.")
HINT = Text(
    nb="Skriv hva delen handler om, eller slett tegnene #.",
    en="Write what the part is about, or delete the # marks.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Headings with neither words nor alternative texts of images."""
    for heading in manuscript.every(Heading):
        if not heading.text:
            yield Finding(RULE.name, RULE.severity, heading.location, MESSAGE, HINT)


RULE = Rule("heading-has-text", Severity.ERROR, find, HEADINGS)
