"""Every chapter begins with its title: one heading of the first level, and no other of that level.

## Why

The title is the chapter's name in the table of contents, the bookmarks and the running head. Screen
readers read it first, so their users know which chapter it is.

## Hvorfor

Hvert kapittel begynner med tittelen: én overskrift på første nivå, og ingen flere på det nivået.
Tittelen er kapittelets navn i innholdslista, i bokmerkene og øverst på sidene. Skjermleseren leser
den først, så brukeren vet hvilket kapittel det er.

## Fails

Line 1:

```markdown
Åtte erfaringer.

# Funn
```

Line 5:

```markdown
# Funn

Åtte erfaringer.

# Flere funn
```

## Passes

```markdown
<!-- Sist endret i november. -->

# Funn

Åtte erfaringer.
```

## Clauses

- WCAG 2.2: 2.4.2 Page Titled (A), 2.4.6 Headings and Labels (AA)
- Matterhorn Protocol 1.1: 14-002
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element, Heading, RawHtml
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NO_TITLE = Text(
    nb="Kapittelet begynner ikke med en tittel.", en="The chapter does not begin with a title."
)
BEGIN_WITH_TITLE = Text(
    nb="Skriv «# Tittelen» over alt annet i kapittelet.",
    en="Write “# The title” above everything else in the chapter.",
)
ANOTHER = Text(
    nb="Kapittelet har en tittel fra før, på linje {line}.",
    en="The chapter already has a title, on line {line}.",
)
LOWER_IT = Text(
    nb="Skriv ## foran denne, eller gi den et eget kapittel.",
    en="Write ## before this one, or give it a chapter of its own.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Chapters that begin with something else, and headings that would be a second title."""
    for chapter in manuscript.chapters:
        elements = chapter.every(Element)
        first = next((one for one in elements if not isinstance(one, RawHtml)), None)
        titles = [heading for heading in chapter.every(Heading) if heading.level == 1]
        if first is None or first not in titles[:1]:
            at = Location(chapter.path, first.location.line if first else 1)
            yield Finding(RULE.name, RULE.severity, at, NO_TITLE, BEGIN_WITH_TITLE)
        for title in titles[1:]:
            message = ANOTHER.filled(line=titles[0].location.line)
            yield Finding(RULE.name, RULE.severity, title.location, message, LOWER_IT)


RULE = Rule("chapter-has-one-title", Severity.ERROR, find, CHAPTERS)
