"""Every link block has a title, and is of a kind that has a name in the editions.

## Why

A link block says what is behind the link before readers follow it: a video or a report. Without a
title there is nothing to follow.

## Hvorfor

Hver lenkeblokk har en tittel, og er av en type utgavene har navn på. Lenkeblokken sier hva som er
bak lenken, en video eller en rapport, før leserne følger den. Uten tittel er det ingenting å følge.

## Fails

Lines 3 and 6:

```markdown
# Opptak

::: {.link-block kind=video}
:::

::: {.link-block kind=film}
Opptaket fra møtet
:::
```

## Passes

```markdown
# Opptak

::: {.link-block kind=video href="https://example.org/opptak"}
Opptaket fra møtet
:::

::: link-block
Nettsiden om møtet
:::
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A)
"""

from collections.abc import Iterator

from bindery.document.dialect import LINK_KINDS
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Div, Paragraph
from bindery.rules.manuscript._extents import BLOCKS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NO_TITLE = Text(nb="Lenkeblokken har ingen tittel.", en="The link block has no title.")
WRITE_TITLE = Text(
    nb="Skriv tittelen på det lenken går til, i et avsnitt i blokken.",
    en="Write the title of what the link leads to, in a paragraph inside the block.",
)
UNKNOWN_KIND = Text(
    nb="«{kind}» er ikke en kjent type lenke.", en="“{kind}” is not a known kind of link."
)
USE_KIND = Text(
    nb=f"Bruk en av disse: {', '.join(LINK_KINDS)}.", en=f"Use one of: {', '.join(LINK_KINDS)}."
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Link blocks without a title, or of an unknown kind."""
    for div in manuscript.every(Div):
        if not div.has_class("link-block"):
            continue
        paragraphs = manuscript.inside(div, Paragraph)
        if not any(paragraph.text and not paragraph.nested for paragraph in paragraphs):
            yield Finding(RULE.name, RULE.severity, div.location, NO_TITLE, WRITE_TITLE)
        kind = div.attributes.get("kind")
        if kind is not None and kind not in LINK_KINDS:
            message = UNKNOWN_KIND.filled(kind=kind)
            yield Finding(RULE.name, RULE.severity, div.location, message, USE_KIND)


RULE = Rule("link-block-is-whole", Severity.ERROR, find, BLOCKS, makes_draft=True)
