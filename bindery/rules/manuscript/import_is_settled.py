"""What an import could not decide is settled.

## Why

`bindery new --from` writes a comment where readers may get something else than is meant: text
hidden in Word, a tracked change, a colleague's comment, guessed headers of a table, a missing
picture. Decide what readers are to get, and delete the comment.

## Hvorfor

Det importen ikke kunne avgjøre, er avgjort. Kommandoen `bindery new --from` skriver en kommentar
der leserne kan få noe annet enn det som er ment: tekst som er skjult i Word, en sporet endring, en
kommentar fra en kollega, gjettede overskrifter i en tabell, et bilde som mangler. Avgjør hva
leserne skal få, og slett kommentaren.

## Fails

Lines 3 and 6:

```markdown
# Planen

<!-- sjekk før utgivelse: Kommentar fra Per: «Stemmer tallet?» -->
Vi bygger fem hus.

<!-- check before release: The text is hidden in Word -->
Husene står ferdige i mai.
```

## Passes

```markdown
# Planen

<!-- Per lurer på om tallet stemmer. Det gjør det. -->
Vi bygger fem hus.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import PROSE
from bindery.rules.manuscript._import_comments import HINT, MESSAGE, comments
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Each comment of what must be settled."""
    for location, said in comments(manuscript, first=True):
        yield Finding(RULE.name, RULE.severity, location, MESSAGE.filled(said=said), HINT)


RULE = Rule("import-is-settled", Severity.ERROR, find, PROSE)
