"""A word that is marked as a term is in the glossary.

## Why

Readers follow the link to find out what the word means. Without an entry there is no link, and
nobody gets the explanation that the author meant to give.

## Hvorfor

Et ord som er merket som term, står i ordlista. Leserne følger lenken for å få vite hva ordet betyr.
Hvis ordet ikke står der, blir det ingen lenke og ingen forklaring.

## Fails

Lines 3 and 5:

```markdown
# Funn {#funn}

Kommunen er [vertskap]{.term}.

Flere [vertskapene]{.term of="verskap"} svarte.
```

```markdown chapters/02.md
# Ordliste {.glossary}

Vert
:   Den som tar imot noen.
```

## Passes

```markdown
# Funn {#funn}

Kommunen er [vertskap]{.term}. [Vertskapene]{.term of="vertskap"} svarte.
```

```markdown chapters/02.md
# Ordliste {.glossary}

Vertskap
:   Den som tar imot noen.
```

## Clauses

- WCAG 2.2: 3.1.3 Unusual Words (AAA)
"""

import difflib
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._glossary import REFERENCES, key_of, references_of, terms_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MISSING = Text(
    nb="«{word}» står ikke i ordlista. Ordet er ikke en lenke i utgavene.",
    en="“{word}” is not in the glossary. The word is not a link in the editions.",
)
ADD = Text(
    nb="Skriv ordet og en forklaring i kapittelet med tittelen «# Ordliste {{.glossary}}».",
    en="Write the word and an explanation in the chapter titled “# Glossary {{.glossary}}”.",
)
NEAR = Text(
    nb='Hvis du mener «{term}», skriv [{word}]{{.term of="{term}"}}.',
    en='If you mean “{term}”, write [{word}]{{.term of="{term}"}}.',
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """References to terms that no glossary has."""
    known = {key_of(term.text): term.text.strip() for term in terms_of(manuscript)}
    for reference in references_of(manuscript):
        word = reference.attributes.get("of") or reference.text
        if key_of(word) in known:
            continue
        near = difflib.get_close_matches(key_of(word), known, 1)
        hint = NEAR.filled(word=reference.text, term=known[near[0]]) if near else ADD.filled()
        message = MISSING.filled(word=word)
        yield Finding(RULE.name, RULE.severity, reference.location, message, hint)


RULE = Rule("term-is-in-the-glossary", Severity.ERROR, find, REFERENCES)
