"""An abbreviation is explained where it is first used.

## Why

Readers who do not know it cannot understand the sentences it is in. Screen readers spell it out or
read it as a word.

## Hvorfor

En forkortelse er forklart der den brukes første gang. Lesere som ikke kjenner den, forstår ikke
setningene den står i. Skjermlesere staver den eller leser den som et ord.

## Fails

Line 3:

```markdown
# Studien

Studien er bestilt av KTU. Den ble lagt fram av KTU i februar.
```

Line 3:

```markdown
# Studien

Studien er bestilt av KTU. Den ble lagt fram i februar.

Kontoret for teknisk utvikling (KTU) har ti ansatte.
```

## Passes

```markdown
# Studien

Den er bestilt av Kontoret for teknisk utvikling (KTU) og
[NHO]{abbr="Næringslivets Hovedorganisasjon"}. KTU la den fram som PDF. Kapittel IV er ISO 9001 og
5 MW. Dette skal IKKE deles.
```

## Clauses

- WCAG 2.2: 3.1.4 Abbreviations (AAA)
"""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element, Link, Prose, Span
from bindery.prose.abbreviations import (
    LANGUAGES_OF_EXPLANATIONS,
    abbreviations,
    explained_by,
    is_explained,
    ordinary_words,
)
from bindery.prose.readings import readings
from bindery.rules.manuscript._extents import prose_in
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NEVER = Text(
    nb="Forkortelsen «{word}» er ikke forklart noe sted i publikasjonen.",
    en="The abbreviation “{word}” is not explained anywhere in the publication.",
)
LATE = Text(
    nb="Forkortelsen «{word}» brukes her, men forklares først i {place}.",
    en="The abbreviation “{word}” is used here, but is not explained until {place}.",
)
HINT = Text(
    nb='Forklar den første gang: «Fullt navn (KS)», eller [KS]{{abbr="fullt navn"}}.',
    en='Explain it the first time: “Full name (KS)”, or [KS]{{abbr="full name"}}.',
)


@dataclass(slots=True)
class _Story:
    """One abbreviation: its first use, and the first place that explains it.

    Both are numbers of pieces of prose in the book. A heading or a cell may use an abbreviation
    that the text below explains, so its use counts only if there is ``no_other``.
    """

    used: tuple[int, Location]
    no_other: bool
    explained: tuple[int, Location] | None


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first use of each abbreviation that is not explained there or before."""
    for word, story in _stories(manuscript).items():
        number, location = story.used
        if story.explained is None:
            message = NEVER.filled(word=word)
        elif story.explained[0] > number and not story.no_other:
            message = LATE.filled(word=word, place=story.explained[1])
        else:
            continue
        yield Finding(RULE.name, RULE.severity, location, message, HINT.filled())


def _stories(manuscript: Manuscript) -> dict[str, _Story]:
    marked = _marked(manuscript)
    pieces = tuple(readings(manuscript))
    ordinary = ordinary_words(piece.text for piece in pieces)
    stories: dict[str, _Story] = {}
    for number, piece in enumerate(pieces):
        for word, start in abbreviations(piece.only(*LANGUAGES_OF_EXPLANATIONS), ordinary):
            in_text = piece.prose.block not in ("heading", "th", "td")
            at = (number, piece.at(start))
            story = stories.setdefault(word, _Story(at, not in_text, marked.get(word)))
            if story.no_other and in_text:
                story.used, story.no_other = at, False
            if is_explained(word, piece.text):
                story.explained = min(story.explained or at, at, key=itemgetter(0))
    return stories


def _marked(manuscript: Manuscript) -> dict[str, tuple[int, Location]]:
    """The marked abbreviations, each with the piece of prose that marks it first.

    A list of abbreviations counts as coming first, wherever it is.
    """
    marked: dict[str, tuple[int, Location]] = {}
    number = -1
    for element in manuscript.every(Element):
        number += isinstance(element, Prose)
        for word in explained_by(element):
            first = number if isinstance(element, Span | Link) else -1
            if word not in marked or first < marked[word][0]:
                marked[word] = (first, element.location)
    return marked


RULE = Rule(
    "abbreviation-is-explained", Severity.WARNING, find, prose_in(LANGUAGES_OF_EXPLANATIONS)
)
