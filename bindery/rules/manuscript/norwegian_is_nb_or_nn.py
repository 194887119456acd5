"""Norwegian is marked as bokmål (`nb`) or nynorsk (`nn`).

## Why

With `no` a voice or a braille table has to guess which of the two it is, and pronounces the other
one wrong.

## Hvorfor

Norsk er merket som bokmål (`nb`) eller nynorsk (`nn`). Med `no` må stemmen eller punktskriften
gjette hvilket av dem det er. Gjetter den feil, blir ordene uttalt feil.

## Fails

Line 3:

```markdown
# Studien

Slagordet er [Bra for naboen]{lang=no}.
```

In `publication.toml`:

```markdown
# Studien
```

```toml publication.toml
language = "no"
```

## Passes

```markdown
# Studien

Slagordet er [Bra for grannen]{lang=nn}.
```

## Clauses

- WCAG 2.2: 3.1.1 Language of Page (A), 3.1.2 Language of Parts (AA)
- Nordic guidelines for accessible EPUB 2025-1: `nb` or `nn` where it is known.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import languages_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{tag}» sier ikke om det er bokmål eller nynorsk.",
    en="“{tag}” does not say whether it is bokmål or nynorsk.",
)
HINT = Text(
    nb="Skriv nb for bokmål eller nn for nynorsk.", en="Write nb for bokmål or nn for nynorsk."
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tags whose language is ``no``."""
    for named in languages_of(manuscript):
        if named.tag.lower().split("-")[0] == "no":
            message = MESSAGE.filled(tag=named.tag)
            yield Finding(RULE.name, RULE.severity, named.location, message, HINT)


RULE = Rule("norwegian-is-nb-or-nn", Severity.WARNING, find, CHAPTERS)
