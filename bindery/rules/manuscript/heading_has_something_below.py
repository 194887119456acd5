"""A heading has something below it.

## Why

Screen reader users jump to a heading to read what it is about. If the next thing is a heading of
the same level, or the end, they do not know whether something is missing.

## Hvorfor

En overskrift har noe under seg. Skjermleserbrukere hopper til en overskrift for å lese det den
handler om. Hvis det neste er en overskrift på samme nivå, eller slutten, vet de ikke om noe
mangler.

## Fails

Lines 3 and 9:

```markdown
# Funn

## Dialog

## Planer

Kommunene har planer.

## Veien videre
```

## Passes

```markdown
# Funn

## Dialog

### Hver måned

Kommunene møtes.
```

## Clauses

- WCAG 2.2: 2.4.6 Headings and Labels (AA), 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Div, Element, Heading, Prose, RawHtml
from bindery.rules.manuscript._extents import HEADINGS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Det er ingenting under overskriften «{text}».",
    en="There is nothing below the heading “{text}”.",
)
HINT = Text(
    nb="Skriv teksten, eller fjern overskriften.",
    en="Write the text, or remove the heading.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Headings right above another of their level or a higher one, or at the end of a chapter."""
    for chapter in manuscript.chapters:
        for heading, after in _pairs(chapter):
            is_last = after is None or after.level <= heading.level
            if is_last and heading.level > 1 and heading.text.strip():
                message = MESSAGE.filled(text=heading.text)
                yield Finding(RULE.name, RULE.severity, heading.location, message, HINT)


def _pairs(chapter: ChapterSource) -> Iterator[tuple[Heading, Heading | None]]:
    """Each heading with nothing between it and the next, or the end."""
    waiting: Heading | None = None
    for element in chapter.elements:
        if isinstance(element, Heading):
            if waiting is not None:
                yield waiting, element
            waiting = element
        elif waiting is not None and _is_something(element, waiting):
            waiting = None
    if waiting is not None:
        yield waiting, None


def _is_something(element: Element, heading: Heading) -> bool:
    """Whether ``element`` is neither part of the heading nor a comment."""
    if element.location.line == heading.location.line:
        return False
    if isinstance(element, Prose) and element.block == "heading":
        return False
    is_comment = isinstance(element, RawHtml) and element.text.lstrip().startswith("<!--")
    return not is_comment and not (isinstance(element, Div) and element.has_class("in-summary"))


RULE = Rule("heading-has-something-below", Severity.WARNING, find, HEADINGS)
