r"""An emoji is a character, and not a name between colons.

## Why

Some programs draw a picture for `:smile:`. Here the name is printed as it is written, and read
aloud with its colons. Often it is no emoji at all.

## Hvorfor

En emoji er et tegn, og ikke et navn mellom kolon. Noen programmer tegner et bilde for `:smile:`.
Her blir navnet trykt slik det er skrevet, og lest opp med kolon. Ofte er det ingen emoji.

## Fails

Line 3:

```markdown
# Turen

God tur :smile:
```

## Passes

```markdown
# Turen

God tur 🙂 fra 12:30:45, `:smile:` og klokken 1:2:3.
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import PROSE
from bindery.rules.manuscript._marks_left import emoji_left
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{mark}» blir trykt slik det er skrevet.", en="“{mark}” is printed as it is written."
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Each name between colons."""
    for left in emoji_left(manuscript):
        message = MESSAGE.filled(mark=left.mark)
        yield Finding(RULE.name, RULE.severity, left.location, message, left.hint)


RULE = Rule("emoji-is-a-character", Severity.INFO, find, PROSE)
