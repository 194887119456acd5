"""A paragraph is short enough to survey.

## Why

People who lose their line or enlarge the text see only a wall of words. Screen reader users cannot
skip to the next thought. A paragraph of more than 150 words has several thoughts in it.

## Hvorfor

Ingen avsnitt er lengre enn at leseren har oversikt. Lesere som mister linjen eller forstørrer
teksten, ser bare en vegg av ord. Skjermleserbrukere kan ikke hoppe til neste tanke. Et avsnitt på
mer enn 150 ord har flere tanker i seg.

## Fails

Line 3:

```markdown
# Funn

Kommunen lager en plan for byen. Bedriftene får si hva de mener om den. Noen er enige, og andre er
det ikke. Da må de snakke sammen en gang til. Det tar tid, men det er bryet verdt. En plan som
mange har vært med på, varer lenger. Den blir ikke lagt bort når noe nytt kommer. Folk vet hva som
står i den, og hvorfor. Neste gang går det fortere for alle. Slik lærer de hverandre å kjenne.
Kommunen lager en plan for byen. Bedriftene får si hva de mener om den. Noen er enige, og andre er
det ikke. Da må de snakke sammen en gang til. Det tar tid, men det er bryet verdt. En plan som
mange har vært med på, varer lenger. Den blir ikke lagt bort når noe nytt kommer. Folk vet hva som
står i den, og hvorfor. Neste gang går det fortere for alle. Slik lærer de hverandre å kjenne.
Kommunen lager en plan for byen.
```

## Passes

```markdown
# Funn

Kommunen lager en plan for byen. Bedriftene får si hva de mener om den.

Noen er enige, og andre er det ikke. Da må de snakke sammen en gang til.
```

## Clauses

- WCAG 2.2: 3.1.5 Reading Level (AAA)
- ISO 24495-1:2023, plain language: paragraphs that are short.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import readings, words_in
from bindery.rules.manuscript._extents import PARAGRAPHS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOST = 150
"""Words in a paragraph."""

MESSAGE = Text(nb="Avsnittet har {count} ord.", en="The paragraph has {count} words.")
HINT = Text(
    nb="Begynn et nytt avsnitt ved neste tanke.",
    en="Begin a new paragraph at the next thought.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Paragraphs of more words than ``MOST``."""
    for reading in readings(manuscript):
        count = len(words_in(reading.text))
        if reading.prose.block == "paragraph" and count > MOST:
            place = reading.prose.location
            yield Finding(RULE.name, RULE.severity, place, MESSAGE.filled(count=count), HINT)


RULE = Rule("paragraph-is-short", Severity.INFO, find, PARAGRAPHS, by_chapter=True)
