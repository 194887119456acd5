"""No level is skipped on the way down from one heading to the next.

## Why

Screen reader users move by headings and trust the levels. After `##` a `####` seems as if something
in between is missing.

## Hvorfor

Ingen nivåer hoppes over på vei ned fra en overskrift til den neste. Skjermleserbrukere går fra
overskrift til overskrift, og stoler på nivåene. Hvis `####` kommer rett etter `##`, virker det som
om noe mangler.

## Fails

Line 5:

```markdown
# Funn

## Erfaringer

#### Dialog

Kommunene møtes.
```

## Passes

```markdown
# Funn

## Erfaringer

### Dialog

Kommunene møtes.

## Metode

Vi spurte dem.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- Matterhorn Protocol 1.1: 14-003
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Heading
from bindery.rules.manuscript._extents import HEADINGS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Overskriften hopper fra nivå {before} til nivå {level}.",
    en="The heading goes from level {before} to level {level}.",
)
HINT = Text(nb="Skriv {marks} foran den.", en="Write {marks} before it.")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Headings more than one level below the one before. The first is the chapter's title."""
    for chapter in manuscript.chapters:
        before = 6
        for heading in chapter.every(Heading):
            if heading.level > before + 1:
                message = MESSAGE.filled(before=before, level=heading.level)
                hint = HINT.filled(marks="#" * (before + 1))
                yield Finding(RULE.name, RULE.severity, heading.location, message, hint)
            before = heading.level


RULE = Rule("headings-follow-in-order", Severity.ERROR, find, HEADINGS)
