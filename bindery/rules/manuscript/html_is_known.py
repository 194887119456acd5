"""HTML in the text can be read on paper and in an e-book.

## Why

Buttons, forms, code for clicks and elements of other programs do nothing in an edition. Their words
are printed without them, and may make no sense.

## Hvorfor

HTML i teksten kan leses på papir og i e-boka. Knapper, skjemaer, kode for klikk og elementer fra
andre programmer virker ikke i noen utgave. Ordene blir trykt uten dem, og kan bli uforståelige.

## Fails

Lines 3, 5 and 7:

```markdown
# Kart

<button>Vis kartet</button>

Se <button>kartet</button> over Norge.

<Tabs kind="kart">Kartet</Tabs>
```

## Passes

```markdown
# Kart

Se kartet over Norge, og Box<T>.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SAID = {
    "tag": (
        Text(
            nb="«{words}» virker ikke i noen utgave. Bare ordene i den er med.",
            en="“{words}” works in no edition. Only the words in it are kept.",
        ),
        Text(
            nb="Skriv det leserne trenger, med ord. Hvis det er kode, skriv den mellom ` og `.",
            en="Write what readers need in words. If it is code, write it between ` and `.",
        ),
    ),
    "handler": (
        Text(
            nb="«{words}» skal kjøre kode. Det virker ikke i noen utgave, og er utelatt.",
            en="“{words}” is to run code. It works in no edition, and is left out.",
        ),
        Text(nb="Slett det.", en="Delete it."),
    ),
    "untitled": (
        Text(
            nb="«{words}» har ingen tittel. Lenken til den får adressen som navn.",
            en="“{words}” has no title. The link to it is named by its address.",
        ),
        Text(
            nb='Skriv title="Hva det er" i den.',
            en='Write title="What it is" in it.',
        ),
    ),
}
"""What is said of each kind of mark."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tags and attributes that do nothing, and what is shown without a title."""
    for mark in marks_of(manuscript, RULE.name):
        message, hint = SAID[mark.kind]
        message = message.filled(words=" ".join(mark.words.split()))
        yield Finding(RULE.name, RULE.severity, mark.location, message, hint)


RULE = Rule("html-is-known", Severity.ERROR, find, CHAPTERS)
