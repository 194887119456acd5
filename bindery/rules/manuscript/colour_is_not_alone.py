"""The text does not identify anything by colour alone.

## Why

People who listen, print in black and white, or cannot distinguish red from green do not learn which
ones are meant.

## Hvorfor

Teksten viser ikke til noe bare med farge. Lesere som lytter, skriver ut i svart-hvitt eller ikke
ser forskjell på rødt og grønt, får ikke vite hva som menes.

## Fails

Lines 3 and 5:

```markdown
# Funn

De røde kommunene har vokst mest.

Kommuner med vekst er merket med grønt på kartet.
```

## Passes

```markdown
# Funn

Alta, Rana og Vågan har vokst mest. De er merket med grønne trekanter på kartet. Den røde, stiplede
linjen er riksveien. Stien er merket med rødt, og det grønne skiftet angår de røde og de blå.
```

## Clauses

- WCAG 2.2: 1.4.1 Use of Color (A), 1.3.3 Sensory Characteristics (A)
- PDF/UA-1 7.1; Matterhorn Protocol 1.1: 04-001
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.colour_words import LANGUAGES, told_by_colour
from bindery.prose.readings import readings
from bindery.rules.manuscript._extents import prose_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» viser bare til en farge. Fargeblinde får ikke vite hva som menes.",
    en="“{words}” refers only to a colour. Colour-blind readers do not learn what is meant.",
)
HINT = Text(
    nb="Skriv heller {instead}.",
    en="Write {instead} instead.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Sentences that refer to something by its colour only."""
    for reading in readings(manuscript):
        for sentence in reading.sentences():
            for told in told_by_colour(sentence):
                location = reading.at(sentence.start + told.start)
                message = MESSAGE.filled(words=told.words)
                hint = HINT.filled(instead=_shown(told.instead))
                yield Finding(RULE.name, RULE.severity, location, message, hint)


def _shown(examples: tuple[str, ...]) -> Text:
    """The examples in quotation marks; a quotation inside one has the inner ones."""
    inner = [re.sub("[»”]", "’", re.sub("[«“]", "‘", example)) for example in examples]
    return Text(
        nb=" eller ".join(f"«{example}»" for example in inner),
        en=" or ".join(f"“{example}”" for example in inner),
    )


RULE = Rule("colour-is-not-alone", Severity.WARNING, find, prose_in(LANGUAGES), by_chapter=True)
