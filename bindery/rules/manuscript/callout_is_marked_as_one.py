"""A note, a tip or a warning is marked as one, and is not a quotation with a word in bold.

## Why

Screen readers announce it as a quotation. It has no name, nobody hears where it ends, and its kind
has no sign.

## Hvorfor

En merknad, et tips eller en advarsel er merket som det, og er ikke et sitat med et ord i halvfet.
Skjermlesere sier at det er et sitat. Det har ikke noe navn, ingen hører hvor det slutter, og slaget
har ikke noe tegn.

## Fails

Lines 3 and 5:

```markdown
# Turen

> **Merk:** Ferga går ikke om natta.

> **Warning**
> Kjør sakte.
```

## Passes

```markdown
# Turen

> [!NOTE]
> Ferga går ikke om natta.

> **Kari** sa det først.

**Merk:** Ferga går ikke om natta.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from bindery.locales import in_every_language
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Block, Element, Paragraph
from bindery.rules.manuscript._extents import PARAGRAPHS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Sitatet begynner med «{word}». Skjermlesere sier at det er et sitat.",
    en="The quotation begins with “{word}”. Screen readers announce a quotation.",
)
HINT = Text(
    nb="Hvis det ikke er et sitat, skriv > [!{kind}] på linjen over, i stedet for ordet.",
    en="If it is no quotation, write > [!{kind}] on the line above, instead of the word.",
)

_BOLD = re.compile(r"(?:\*\*|__)(?P<word>[^*_]{1,30}?):?(?:\*\*|__)")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Quotations whose first word is a kind of callout, in bold."""
    for chapter in manuscript.chapters:
        blocks = [one for one in chapter.elements if isinstance(one, Block | Paragraph)]
        for around, block in pairwise(blocks):
            if (found := _begins(around, block)) is not None:
                word, kind = found
                message, hint = MESSAGE.filled(word=word), HINT.filled(kind=kind.upper())
                yield Finding(RULE.name, RULE.severity, block.location, message, hint)


def _begins(around: Element, block: Element) -> tuple[str, str] | None:
    """The word and the kind that ``block`` begins with, if it is the first in a quotation."""
    if not isinstance(around, Block) or around.kind != "blockquote":
        return None
    bold = _BOLD.match(block.source) if isinstance(block, Paragraph) else None
    kind = _kinds().get(bold["word"].strip().casefold()) if bold else None
    return (bold["word"].strip(), kind) if bold and kind else None


@cache
def _kinds() -> dict[str, str]:
    """The kind for each word that readers get for one, in any language."""
    return {
        word.casefold(): kind
        for kind in ("note", "tip", "important", "warning", "caution")
        for word in in_every_language(f"callouts.{kind}")
    }


RULE = Rule("callout-is-marked-as-one", Severity.INFO, find, PARAGRAPHS)
