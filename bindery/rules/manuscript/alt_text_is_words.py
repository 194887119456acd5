"""An alternative text is plain words, with no reference and no citation.

## Why

Screen readers read an alternative text as it is written. In it, a reference such as `@fig-kart`
gets no number and is no link.

## Hvorfor

En alternativ tekst er bare ord, uten henvisninger. Skjermlesere leser den slik den er skrevet. En
henvisning som `@fig-kart` får ikke noe nummer der, og er ingen lenke.

## Fails

Lines 3 and 5:

```markdown
# Kart

![Det samme som i @fig-kart](../figures/kart.svg)

![Kommunene etter [@hansen2020]](../figures/foto.png)
```

## Passes

```markdown
# Kart

![Norgeskart med 17 kommuner. Spørsmål: kart@kommunen.no](../figures/kart.svg)
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._extents import IMAGES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{mark}» i en alternativ tekst blir lest opp slik det er skrevet.",
    en="“{mark}” in an alternative text is read aloud as it is written.",
)
HINT = Text(
    nb="Skriv ordene i stedet, eller flytt henvisningen til bildeteksten.",
    en="Write the words instead, or move the reference to the caption.",
)

_MARK = re.compile(
    r"\[[^\[\]]*(?<![\w.])@[^\W\d][^\[\]]*\]"
    r"|(?<![\w.@/-])@(?:fig|tbl|tab|sec|eq|lst)[-:]\w[\w:.-]*"
    r"|\\?@ref\([^()]*\)|\\(?:eq|auto|c)?ref\{[^{}]*\}",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Alternative texts with a reference or a citation."""
    for image in manuscript.every(Image):
        if found := _MARK.search(image.alt):
            message = MESSAGE.filled(mark=found[0])
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("alt-text-is-words", Severity.ERROR, find, IMAGES)
