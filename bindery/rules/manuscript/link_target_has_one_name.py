"""A web page has one name in the publication, or names that share a word.

## Why

Screen reader users who go through the links think that two names are two pages, and open the same
page twice.

## Hvorfor

En nettside har ett navn i publikasjonen, eller navn som har et ord felles. Skjermleserbrukere som
går gjennom lenkene, tror at to navn er to sider, og åpner den samme siden to ganger.

## Fails

Line 5:

```markdown
# Kilder

Alt står i [studien av vertskommuner](https://example.org/vertskap).

Se også [lærdommene for naboer](https://example.org/vertskap).
```

## Passes

```markdown
# Kilder

Alt står i [studien av vertskommuner](https://example.org/vertskap). [Studien](https://example.org/vertskap)
har også en del om [metode](https://example.org/vertskap#metode).
```

## Clauses

- WCAG 2.2: 3.2.4 Consistent Identification (AA)
"""

import re
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
    nb="«{text}» og «{earlier}» (linje {line}) er to navn på den samme nettsiden.",
    en="“{text}” and “{earlier}” (line {line}) are two names for the same web page.",
)
HINT = Text(
    nb="Bruk ett navn begge steder, eller navn som har et ord felles.",
    en="Use one name in both places, or names that share a word.",
)
# About as many letters as a Norwegian noun has without its endings: rapport(-en, -er).
_STEM = 5
_SHORTEST = 4


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links of a chapter to the target of an earlier one, without a word in common with it."""
    destinations = Destinations(manuscript)
    for chapter in manuscript.chapters:
        names: dict[str, list[Link]] = {}
        for link, language in with_languages(Link, chapter, manuscript):
            if (
                is_address(link)
                or says_nothing(link, language)
                or not re.match(r"https?://", link.target, re.IGNORECASE)
            ):
                continue
            known = names.setdefault(destinations.place_of(link), [])
            if known and not any(_share_a_word(link, other) for other in known):
                earlier = known[0]
                message = MESSAGE.filled(
                    text=link.text, earlier=earlier.text, line=earlier.location.line
                )
                yield Finding(RULE.name, RULE.severity, link.location, message, HINT)
            known.append(link)


def _share_a_word(one: Link, other: Link) -> bool:
    """Whether the stem of a word of one is in the other, or one has short words only."""
    stems, more = _stems(one), _stems(other)
    return (
        not (stems and more)
        or any(stem in words_of(other) for stem in stems)
        or any(stem in words_of(one) for stem in more)
    )


def _stems(link: Link) -> set[str]:
    return {word[:_STEM] for word in words_of(link).split() if len(word) >= _SHORTEST}


RULE = Rule("link-target-has-one-name", Severity.INFO, find, LINKS)
