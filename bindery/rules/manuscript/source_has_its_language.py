"""In an English book, every source that is cited says which language its title is in.

## Why

Citation styles give English titles capital letters: “Kommunen I Tall”. They do so with every title
whose language they do not know. With the language, screen readers pronounce the title right, too.
There is one finding for each file of sources, at the first entry.

## Hvorfor

I en engelsk publikasjon er språket oppgitt for hver kilde det vises til. Stiler for
kildehenvisninger gir engelske titler store forbokstaver: «Kommunen I Tall». Det gjør de med alle
titler de ikke vet språket til. Når språket er oppgitt, uttaler skjermleseren også tittelen riktig.
Det er ett funn for hver kildefil, på den første kilden.

## Fails

Line 1 of `sources.bib`:

```markdown
# Findings

Municipalities grow [@hansen2020].
```

```toml publication.toml
language = "en"
title = "Samples"
subtitle = "On trying"
description = "A book of samples."
[citations]
bibliography = ["sources.bib"]
```

```bib sources.bib
@book{hansen2020,
  title = {Kommunen i tall}
}
```

## Passes

```markdown
# Findings

Municipalities grow [@hansen2020].
```

```toml publication.toml
language = "en"
title = "Samples"
subtitle = "On trying"
description = "A book of samples."
[citations]
bibliography = ["sources.bib"]
```

```bib sources.bib
@book{hansen2020,
  title = {Kommunen i tall},
  langid = {norwegian}
}
```

## Clauses

- WCAG 2.2: 3.1.2 Language of Parts (AA)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Code
from bindery.rules.manuscript._extents import CITATIONS
from bindery.vocabulary.bibliography import CITED, BibliographyFile, keys_of
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Språket er ikke oppgitt for {count} av kildene. Titlene får engelske forbokstaver.",
    en="{count} of the sources have no language. Their titles get English capitals.",
)
HINT = Text(
    nb='Skriv langid = "norwegian" i kilden (i CSL: language).',
    en='Write langid = "norwegian" in the entry (in CSL: language).',
)

_SAYS = re.compile(r"""\b(?:langid|language|hyphenation)["']?\s*[=:]""", re.IGNORECASE)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first entry without a language in each file, and how many there are."""
    publication = manuscript.publication
    if publication.metadata.language.split("-")[0].lower() != "en":
        return
    cited = {
        key
        for code in manuscript.every(Code)
        if code.has_class(CITED)
        for key in keys_of(code.text)
    }
    for file in publication.bibliography.files:
        if silent := [file.keys[key] for key in _silent(file) if key in cited]:
            message = MESSAGE.filled(count=len(silent))
            place = Location(file.path, min(silent))
            yield Finding(RULE.name, RULE.severity, place, message, HINT)


def _silent(file: BibliographyFile) -> Iterator[str]:
    """The entries without a language: each is from its line to that of the next."""
    lines = file.text.split("\n")
    begins = sorted({*file.keys.values()})
    ends = dict(zip(begins, (*begins[1:], len(lines) + 1), strict=True))
    for key, line in file.keys.items():
        if not _SAYS.search("\n".join(lines[line - 1 : ends[line] - 1])):
            yield key


RULE = Rule("source-has-its-language", Severity.INFO, find, CITATIONS)
