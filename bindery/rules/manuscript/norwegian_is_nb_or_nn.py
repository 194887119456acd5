"""Norwegian is marked as bokmål (`nb`) or nynorsk (`nn`).

## Why

With `no`, a screen reader or a braille display has to guess which of the two it is. If it guesses
wrong, the words are mispronounced.

## Hvorfor

Norsk er merket som bokmål (`nb`) eller nynorsk (`nn`). Med `no` må skjermleseren eller leselista
gjette hvilket av dem det er. Hvis den gjetter feil, blir ordene uttalt feil.

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
    nb="Koden «{tag}» skiller ikke mellom bokmål og nynorsk.",
    en="The tag “{tag}” does not distinguish bokmål from nynorsk.",
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
