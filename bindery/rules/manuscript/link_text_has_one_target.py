"""Links with the same words lead to the same place.

## Why

Screen readers list the links of a page by their words. If two are alike, nobody can tell them
apart, and readers take the second for the first.

## Hvorfor

Lenker med samme tekst går til samme sted. Skjermlesere lister opp lenkene på en side etter teksten.
Hvis to er like, kan ingen skille dem, og leserne tar den andre for den første.

## Fails

Line 5:

```markdown
# Kilder

Les [rapporten om vertskommuner](https://example.org/rapport-2025).

Året før kom også [rapporten om vertskommuner](https://example.org/rapport-2024).
```

## Passes

```markdown
# Kilder

Les [rapporten fra 2025](https://example.org/rapport-2025) og
[rapporten fra 2024](https://example.org/rapport-2024). Helt til slutt i
[rapporten fra 2025](https://example.org/rapport-2025/) står metoden.
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A), 2.4.9 Link Purpose (Link Only) (AAA)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Link
from bindery.prose.readings import with_languages
from bindery.rules.manuscript._extents import LINKS
from bindery.rules.manuscript._references import Destinations
from bindery.rules.manuscript.link_text_is_no_address import is_address
from bindery.rules.manuscript.link_text_says_where import says_nothing, words_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lenken «{text}» går et annet sted enn lenken med samme tekst på linje {line}{elsewhere}.",
    en="The link “{text}” leads elsewhere than the link with the same words on line"
    " {line}{elsewhere}.",
)
ELSEWHERE = Text(nb=" i {path}", en=" of {path}")
HINT = Text(
    nb="Skriv i lenketeksten hva som skiller de to, for eksempel årstall eller format.",
    en="Write in the link what distinguishes the two, such as the year or the format.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links with the same words as an earlier one and another target."""
    destinations = Destinations(manuscript)
    first: dict[str, Link] = {}
    seen: set[tuple[str, str]] = set()
    for chapter in manuscript.chapters:
        for link, language in with_languages(Link, chapter, manuscript):
            words, place = words_of(link), destinations.place_of(link)
            if is_address(link) or says_nothing(link, language) or (words, place) in seen:
                continue
            seen.add((words, place))
            earlier = first.setdefault(words, link)
            if earlier is not link:
                path = earlier.location.path
                elsewhere = ELSEWHERE.filled(path=path) if path != link.location.path else ""
                line = earlier.location.line
                message = MESSAGE.filled(text=link.text, line=line, elsewhere=elsewhere)
                yield Finding(RULE.name, RULE.severity, link.location, message, HINT)


RULE = Rule("link-text-has-one-target", Severity.WARNING, find, LINKS)
