"""Every tag of HTML is closed, and was opened.

## Why

A tag without its other half has no meaning. It is printed as text, and read aloud.

## Hvorfor

Alle HTML-koder er avsluttet, og begynt. En kode som mangler den andre halvdelen, betyr
ingenting. Den blir trykt som tekst, og lest opp.

## Fails

Line 3:

```markdown
# Kart

Et <b>viktig poeng.
```

Line 3:

```markdown
# Kart

</div>

Et viktig poeng.
```

## Passes

```markdown
# Kart

Et viktig poeng om Box<T> og <navn>.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

UNCLOSED = Text(
    nb="«{tag}» er aldri avsluttet i denne blokken. Den blir trykt som tekst.",
    en="“{tag}” is never closed in this block. It is printed as text.",
)
CLOSE = Text(
    nb="Skriv «</{name}>» der det slutter. Hvis det er kode, skriv den mellom ` og `.",
    en="Write “</{name}>” where it ends. If it is code, write it between ` and `.",
)
UNOPENED = Text(
    nb="«{tag}» avslutter noe som ikke er begynt. Den blir trykt som tekst.",
    en="“{tag}” closes what was never opened. It is printed as text.",
)
DELETE = Text(
    nb="Slett den. Hvis det er kode, skriv den mellom ` og `.",
    en="Delete it. If it is code, write it between ` and `.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tags without the other of their pair, once a block and name."""
    for mark in marks_of(manuscript, RULE.name):
        tag = " ".join(mark.words.split())
        said = (UNOPENED.filled(tag=tag), DELETE)
        if not tag.startswith("</"):
            name = tag.strip("<>/").split()[0]
            said = (UNCLOSED.filled(tag=tag), CLOSE.filled(name=name))
        yield Finding(RULE.name, RULE.severity, mark.location, *said)


RULE = Rule("html-is-whole", Severity.ERROR, find, CHAPTERS)
