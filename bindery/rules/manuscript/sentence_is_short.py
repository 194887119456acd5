"""A sentence is short enough to remember.

## Why

In a sentence of more than 35 words, slow readers and people who read by screen reader or braille
have forgotten the beginning before the end. Plain language has 15 to 20.

## Hvorfor

Ingen setning er lengre enn at leseren husker begynnelsen. Lesere som leser sakte, eller med
skjermleser eller leselist, har glemt den hvis setningen har mer enn 35 ord. Klarspråk har 15 til
20.

## Fails

Line 3:

```markdown
# Funn

Kommunen sier at den gjerne vil ha med seg bedriftene når den skal lage planer for hvordan byen kan
vokse i årene som kommer, fordi det er de som vet hva som trengs for at folk skal ha en jobb å gå
til.
```

## Passes

```markdown
# Funn

Kommunen vil ha med seg bedriftene når den lager planer for byen. Det er de som vet hva som trengs,
f.eks. kl. 10 om morgenen. H. C. Andersen bodde i 2. etasje: Der var det lyst, bl.a. om natta, og
der skrev han ca. 20 eventyr om den gangen en and ble til en svane.
```

## Clauses

- WCAG 2.2: 3.1.5 Reading Level (AAA)
- ISO 24495-1:2023, plain language: sentences that are short.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import clauses, readings, words_in
from bindery.rules.manuscript._extents import PARAGRAPHS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOST = 35
"""Words in a sentence."""

MESSAGE = Text(
    nb="Setningen som begynner med «{beginning}», har {count} ord.",
    en="The sentence that begins with “{beginning}” has {count} words.",
)
HINT = Text(
    nb="Del den i to eller tre, eller gjør oppramsingen til en liste.",
    en="Divide it into two or three, or make a list of what it enumerates.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Sentences of paragraphs that are too long, with text after a colon counted separately."""
    for reading in readings(manuscript):
        if reading.prose.block != "paragraph":
            continue
        for sentence in clauses(reading):
            words = words_in(sentence.text)
            if len(words) > MOST:
                beginning = " ".join(words[:4])
                message = MESSAGE.filled(beginning=beginning, count=len(words))
                place = reading.at(sentence.start)
                yield Finding(RULE.name, RULE.severity, place, message, HINT)


RULE = Rule("sentence-is-short", Severity.INFO, find, PARAGRAPHS, by_chapter=True)
