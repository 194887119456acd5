"""Bold, italics and emoji are for a few words, not for whole paragraphs.

## Why

A paragraph in bold or italics is hard to read for people with dyslexia or low vision, and nothing
in it is emphasised. Screen readers read the name of each emoji in a row.

## Hvorfor

Halvfet, kursiv og emojier er for noen få ord, ikke for hele avsnitt. Et avsnitt i halvfet eller
kursiv er tungt å lese for dyslektikere og svaksynte, og ingenting i det skiller seg ut.
Skjermlesere leser navnet på hver emoji i en rad.

## Fails

Lines 3 and 6:

```markdown
# Funn

**Kommunen og bedriften møtes hver måned. De snakker om planene for året, og om alt som har gått
galt siden sist. Begge skriver referat.**

Kommunen er fornøyd ❤❤❤ med planen.
```

## Passes

```markdown
# Funn

Kommunen og bedriften møtes **hver måned**. De snakker om planene for året.
```

## Clauses

- None: advice for readers with dyslexia, and for readers who listen.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Paragraph
from bindery.prose.readings import readings
from bindery.rules.manuscript._extents import PARAGRAPHS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

WHOLE = Text(
    nb="Hele avsnittet på {count} ord er uthevet. Det er tungt å lese, og ingenting skiller seg"
    " ut.",
    en="The whole paragraph of {count} words is emphasised. It is hard to read, and no word is"
    " more important than another.",
)
FEWER = Text(
    nb="Uthev bare de viktigste ordene, eller bruk ::: key-message.",
    en="Emphasise only the most important words, or use ::: key-message.",
)
EMOJI = Text(
    nb="«{signs}» er {count} emojier på rad. Skjermlesere leser navnet på hver av dem.",
    en="“{signs}” is {count} emoji in a row. Screen readers read the name of each.",
)
REMOVE = Text(nb="Behold høyst én, og si det med ord.", en="Keep one at most, and say it in words.")
_WHOLE = re.compile(
    r"\s*(?P<mark>\*\*\*|\*\*|__|\*|_)(?=\S)(?:(?!(?P=mark)).)+(?<=\S)(?P=mark)[.!?]?\s*", re.DOTALL
)
_FACE = r"(?:[\u2600-\u27bf\u2b50\u2b55]|[\U0001f300-\U0001faff])[\ufe0f\U0001f3fb-\U0001f3ff]*"
_SIGN = rf"{_FACE}(?:\u200d{_FACE})*"
_ROW = re.compile(rf"{_SIGN}(?:\s?{_SIGN}){{2,}}")
_FEWEST = 16


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Paragraphs in bold or italics from end to end, and three emoji in a row."""
    for paragraph in manuscript.every(Paragraph):
        source = paragraph.source
        if source.lstrip()[:1] in ("*", "_") and _WHOLE.fullmatch(source):
            count = len(paragraph.text.split())
            if count >= _FEWEST:
                message = WHOLE.filled(count=count)
                yield Finding(RULE.name, RULE.severity, paragraph.location, message, FEWER)
    for reading in readings(manuscript):
        if not reading.text.isascii() and (found := _ROW.search(reading.text)):
            count = len(re.findall(_SIGN, found[0]))
            message = EMOJI.filled(signs=found[0], count=count)
            yield Finding(RULE.name, RULE.severity, reading.at(found.start()), message, REMOVE)


RULE = Rule("emphasis-is-for-a-few-words", Severity.INFO, find, PARAGRAPHS)
