"""Punctuation follows its word, with no space between.

## Why

A line may break at the space, so that the next one begins with a comma. Screen readers may read the
name of the mark.

## Hvorfor

Skilletegn står rett etter ordet, uten mellomrom. Linjen kan brekke ved mellomrommet, så den neste
begynner med et komma. Skjermlesere kan komme til å lese navnet på tegnet.

## Fails

Lines 3 and 4:

```markdown
# Funn

Kommunen er med , og bedriften også.
Hvem bestemmer ?
```

## Passes

```markdown
# Funn

Kommunen er med, og bedriften også … Det endte 2 : 1, filen heter .txt.

::: {lang=fr}
Pourquoi : c'est ainsi !
:::
```

## Clauses

- None: the orthography of each language, French left out.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._spelling import Spelling
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MARK = Spelling(
    # A colon after a digit counts something, and a mark before a letter begins a name: «.txt».
    re.compile(r"(?:[^\W\d_][ \u00a0]+[,.:;!?]|\d[ \u00a0]+[,;!?])(?=[\s»”)]|$)"),
    lambda found: f"{found[0][0]}{found[0][-1]}",
    Text(
        nb="Det står mellomrom foran tegnet: «{old}».",
        en="There is a space before the mark: “{old}”.",
    ),
    Text(nb="Skriv tegnet rett etter ordet.", en="Write the mark directly after the word."),
    ("nb", "nn", "en", "da", "sv", "fi", "de", "se", "sma", "smj"),
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Spaces between a word and the mark after it."""
    yield from MARK.findings(manuscript, RULE.name, RULE.severity)


RULE = Rule("punctuation-follows-its-word", Severity.WARNING, find, MARK.extent, by_chapter=True)
