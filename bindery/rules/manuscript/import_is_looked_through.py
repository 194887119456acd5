"""An import has been looked through.

## Why

`bindery new --from` writes a comment where it guessed something or gave it another form: a heading
made of bold type, a list typed by hand, a box. Screen reader users get what was guessed. Delete the
comment when you have looked at the place.

## Hvorfor

En import er gått gjennom. Kommandoen `bindery new --from` skriver en kommentar der noe er gjettet
eller har fått en annen form: en overskrift av halvfet skrift, en liste skrevet for hånd, en boks.
Skjermleserbrukere får det som er gjettet. Slett kommentaren når du har sett på stedet.

## Fails

Line 3:

```markdown
# Planen

<!-- sjekk: Overskriften er gjettet fra halvfet skrift -->
## Tiltak

Vi bygger fem hus.
```

## Passes

```markdown
# Planen

<!-- Vi må sjekke: tallene kommer i mai. -->
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
    """Each other comment of an import that is still there."""
    for location, said in comments(manuscript, first=False):
        yield Finding(RULE.name, RULE.severity, location, MESSAGE.filled(said=said), HINT)


RULE = Rule("import-is-looked-through", Severity.WARNING, find, PROSE)
