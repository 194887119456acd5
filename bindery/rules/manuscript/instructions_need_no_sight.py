"""Nothing is identified by its place on the page or its shape alone.

## Why

What is on the right on paper comes before or after in the e-book. For screen reader users there is
no right side.

## Hvorfor

Teksten viser ikke til noe bare med plassen på siden eller formen. Det som er til høyre på papir,
kommer før eller etter i e-boka. For skjermleserbrukere finnes det ingen høyre side.

## Fails

Lines 3, 5 and 6:

```markdown
# Søknaden

Kravene er forklart i boksen under.

Se kartet til høyre. Trykk så på
den runde knappen.
```

## Passes

```markdown
# Søknaden

Se [kravene](#søknaden) nedenfor. Trykk så på den runde knappen «Send». Rådhuset ligger til høyre
for kirken, og partiene til høyre ser det slik.
```

## Clauses

- WCAG 2.2: 1.3.3 Sensory Characteristics (A). What is told to be above or below is told by the
  order of reading, which everyone has; boxes and frames are not told of.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.directions import LANGUAGES, pointed_at
from bindery.prose.readings import Reading, readings
from bindery.rules.manuscript._extents import prose_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» hjelper bare lesere som ser den trykte siden.",
    en="“{words}” helps only people who see the printed page.",
)
HINT = Text(
    nb="Skriv hva det heter, gjerne med en lenke: [kartet over kommunene](#kart).",
    en="Write its name, preferably as a link: [the map of the municipalities](#map).",
)
# Captions and long descriptions rightly describe where things are in a picture.
_TELLS_WHAT_IS_WHERE = ("figure", "long-description")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Directions to something on the page, and references to something by its shape."""
    for reading in _looked_at(manuscript):
        for sentence in reading.sentences():
            for words, start in pointed_at(sentence):
                location = reading.at(sentence.start + start)
                message = MESSAGE.filled(words=words)
                yield Finding(RULE.name, RULE.severity, location, message, HINT)


def _looked_at(manuscript: Manuscript) -> Iterator[Reading]:
    return (
        reading
        for reading in readings(manuscript)
        if not any(
            div.has_class(name) for div in reading.prose.divs() for name in _TELLS_WHAT_IS_WHERE
        )
    )


RULE = Rule(
    "instructions-need-no-sight",
    Severity.WARNING,
    find,
    prose_in(LANGUAGES, _looked_at),
    by_chapter=True,
)
