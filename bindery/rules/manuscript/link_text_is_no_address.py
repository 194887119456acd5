"""A link has words of its own, not an address.

## Why

Screen readers spell an address out, letter by letter. In a list of references, or if the sentence
says what the link leads to, that is annoying rather than wrong.

## Hvorfor

En lenke har egne ord, ikke en adresse. Skjermlesere staver en adresse bokstav for bokstav. Hvis
setningen eller kildelista sier hva lenken går til, er det mer plagsomt enn galt.

## Fails

Lines 3 and 5:

```markdown
# Kilder

Se <https://example.org/rapport>.

Se [www.example.org/rapport](https://example.org/rapport).
```

## Passes

```markdown
# Kilder

Kartet er på [kart.example](https://kart.example), og strategien er [*Trygt
nett*](https://example.org/strategi). Skriv til <post@example.org>
eller post@example.no, eller se www.example.org.
```

## Clauses

- None: WCAG 2.2, 2.4.9 Link Purpose (Link Only) is level AAA.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Link
from bindery.rules.manuscript._extents import LINKS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)
"""The name of a site, which says where a link to it leads: «yr.no»."""

_ADDRESS = re.compile(r"https?://\S+|(?:[\w-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)

MESSAGE = Text(
    nb="Lenketeksten «{text}» er en adresse. Skjermlesere leser den bokstav for bokstav.",
    en="The link text “{text}” is an address. Screen readers spell it letter by letter.",
)
HINT = Text(
    nb="Bruk navnet på det lenken går til, som lenketekst: [rapporten om vertskommuner](…).",
    en="Use the name of the target as the link: [the report on host municipalities](…).",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links whose words are an address with a path or a protocol.

    One without any mark is a link because the door reads it so: ``read-as`` tells of those.
    """
    bare = {
        (mark.location.path, mark.location.line, mark.words)
        for mark in marks_of(manuscript, "read-as")
        if mark.kind == "address"
    }
    for link in manuscript.every(Link):
        if (link.location.path, link.location.line, link.text) in bare:
            continue
        if _ADDRESS.fullmatch(link.text):
            message = MESSAGE.filled(text=link.text)
            yield Finding(RULE.name, RULE.severity, link.location, message, HINT)


def is_address(link: Link) -> bool:
    """Whether the words of ``link`` are an address, or the name of a site."""
    return bool(_ADDRESS.fullmatch(link.text) or _SITE.fullmatch(link.text))


RULE = Rule("link-text-is-no-address", Severity.INFO, find, LINKS)
