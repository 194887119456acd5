"""The alternative text of a figure is different from its caption.

## Why

Screen readers read both. If they are the same, the sentence is read twice, and nobody says what the
image shows.

## Hvorfor

Den alternative teksten til en figur er ulik bildeteksten. Skjermlesere leser begge. Hvis de er
like, kommer samme setning to ganger, og blinde får ikke vite hva bildet viser.

## Fails

Line 4:

```markdown
# Kart

::: figure
![Kommunene i studien](../figures/kart.svg)

Figur 1: Kommunene i studien. Kilde: Kartverket.
:::
```

## Passes

```markdown
# Kart

::: figure
![Norgeskart med 17 kommuner, de fleste ved kysten](../figures/kart.svg)

Figur 1: Kommunene i studien. Kilde: Kartverket.
:::
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image, Paragraph
from bindery.rules.manuscript._extents import IMAGES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

ALIKE = 0.9
"""The likeness from which two texts count as the same: one word in ten may differ."""

MESSAGE = Text(
    nb="Den alternative teksten er lik bildeteksten. Skjermlesere leser den to ganger, og blinde"
    " får ikke vite hva bildet viser.",
    en="The alternative text repeats the caption. Screen readers read it twice, and blind readers"
    " do not learn what the image shows.",
)
HINT = Text(
    nb="Skriv hva bildet viser mellom klammene, og behold bildeteksten.",
    en="Write what the image shows between the brackets, and keep the caption.",
)

_NUMBERED = re.compile(r"^[^\W\d_]+\.?\s*\d{1,3}\s*[.:–-]\s*")
"""The figure's number, in any language: «Figur 1:», «Abbildung 1.»."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images in figures that repeat the caption, or its first sentence."""
    for image in manuscript.every(Image):
        if image.alt and any(_same(image.alt, text) for text in _captions(image, manuscript)):
            yield Finding(RULE.name, RULE.severity, image.location, MESSAGE, HINT)


def _captions(image: Image, manuscript: Manuscript) -> Iterator[str]:
    """The whole caption, and its first sentence, both without the figure's number."""
    if image.div is None or not image.div.is_figure:
        return
    paragraphs = (paragraph.text for paragraph in manuscript.inside(image.div, Paragraph))
    caption = _NUMBERED.sub("", " ".join(filter(None, paragraphs)))
    yield caption
    yield _SENTENCE.split(caption, maxsplit=1)[0]


def _same(one: str, other: str) -> bool:
    mine, theirs = (_WORD.findall(text.casefold()) for text in (one, other))
    if [word for word in mine if word.isdigit()] != [word for word in theirs if word.isdigit()]:
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= ALIKE


RULE = Rule("alt-text-differs-from-caption", Severity.WARNING, find, IMAGES)
