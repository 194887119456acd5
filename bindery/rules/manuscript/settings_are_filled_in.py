"""Everything in the settings is filled in.

## Why

`bindery new` makes settings that can be built at once, so publisher, contact address and
description may be sample text. Readers who need help would write to an address that does not exist.
`check` warns, and `release` stops until the lines are filled in.

## Hvorfor

Alt i innstillingene er fylt ut. Kommandoen `bindery new` lager innstillinger som kan bygges med én
gang, så utgiver, kontaktadresse og beskrivelse kan være eksempeltekst. Lesere som trenger hjelp,
ville skrevet til en adresse som ikke finnes. `check` advarer, og `release` stopper til linjene er
fylt ut.

## Fails

In `publication.toml`:

```markdown
# Funn

Det går bra.
```

```toml publication.toml
publisher = "Utgiveren"
```

## Passes

```markdown
# Funn

Det går bra.
```

```toml publication.toml
publisher = "Utgiverforeningen"
```

## Clauses

- None: good order.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import setting
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.placeholders import PLACEHOLDERS
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

PLACE = Text(
    nb="«{words}» er eksempeltekst. Fyll ut linjen før publikasjonen gis ut.",
    en="“{words}” is sample text. Fill in the line before the publication is released.",
)
RIGHTS = Text(
    nb="Rettighetene er bare «{words}». Fyll ut linjen før publikasjonen gis ut.",
    en="The rights are only “{words}”. Fill in the line before the publication is released.",
)
HINTS = {
    "publisher": Text(
        nb='Skriv hvem som gir ut publikasjonen: publisher = "Nordvik kommune".',
        en='Write who publishes it: publisher = "Northwick Council".',
    ),
    "accessibility-contact": Text(
        nb='Skriv hvor leserne melder problemer: accessibility-contact = "post@nordvik.example".',
        en='Write where readers report problems: accessibility-contact = "post@council.example".',
    ),
    "description": Text(
        nb='Skriv hva publikasjonen handler om, kort: description = "En rapport om …".',
        en='Write what the publication is about, in short: description = "A report on …".',
    ),
    "rights": Text(
        nb='Skriv hva andre kan gjøre med publikasjonen: rights = "CC BY 4.0".',
        en='Write what others may do with the publication: rights = "CC BY 4.0".',
    ),
}


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Settings that are as ``bindery new`` wrote them, and rights without a word."""
    publication = manuscript.publication
    for key, left in PLACEHOLDERS.items():
        words = str(getattr(publication.metadata, key.replace("-", "_"))).strip()
        if words in left.values():
            at = setting(publication, ("publication", key))
            yield Finding(RULE.name, RULE.severity, at, PLACE.filled(words=words), HINTS[key])
    rights = publication.metadata.rights.strip()
    if "©" not in rights and not any(letter.isalpha() for letter in rights):
        at = setting(publication, ("publication", "rights"))
        message = RIGHTS.filled(words=rights)
        yield Finding(RULE.name, RULE.severity, at, message, HINTS["rights"])


RULE = Rule("settings-are-filled-in", Severity.WARNING, find, CHAPTERS)
