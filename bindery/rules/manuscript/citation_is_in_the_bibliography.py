"""Every citation names a source in the bibliography.

## Why

A citation of a source that is not there is printed as written: readers see `[@hansen2020]` and
cannot find out what it stands for.

## Hvorfor

Hver kildehenvisning viser til en kilde i kildefilen. En henvisning til en kilde som ikke er der,
blir stående slik den er skrevet: Leserne ser `[@hansen2020]` og får ikke vite hva det er.

## Fails

Line 3:

```markdown
# Funn

Kommunene vokser [@hansen2002].
```

```toml publication.toml
[citations]
bibliography = ["kilder.bib"]
```

```bib kilder.bib
@book{hansen2020,
  title = {Kommunen i tall},
  langid = {norwegian}
}
```

Line 3:

```markdown
# Funn

Kommunene vokser [@hansen2020].
```

## Passes

```markdown
# Funn

Kommunene vokser [@hansen2020].
```

```toml publication.toml
[citations]
bibliography = ["kilder.bib"]
```

```bib kilder.bib
@book{hansen2020,
  title = {Kommunen i tall},
  langid = {norwegian}
}
```

## Clauses

- None. Readers follow what is said to where it is from.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Code
from bindery.rules.manuscript._extents import CITATIONS
from bindery.vocabulary.bibliography import CITED, keys_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Kilden «{key}» er ikke i kildefilen. Henvisningen blir stående slik den er skrevet.",
    en="The source “{key}” is not in the bibliography. The citation is printed as written.",
)
NO_KEY = Text(
    nb="Henvisningen viser ikke til noen kilde: «{words}».",
    en="The citation names no source: “{words}”.",
)
NO_BIBLIOGRAPHY = Text(
    nb="Publikasjonen har kildehenvisninger ({count}), men ingen kildefil. De blir stående slik de"
    " er skrevet.",
    en="The publication has citations ({count}) but no bibliography. They are printed as written.",
)
NEAREST = Text(nb="Du mente kanskje «@{nearest}».", en="You may have meant “@{nearest}”.")
ADD = Text(
    nb="Legg kilden inn i kildefilen, eller rett navnet.",
    en="Add the source to the bibliography, or correct its name.",
)
WRITE = Text(
    nb='Skriv bibliography = ["references.bib"] under [citations] i publication.toml.',
    en='Write bibliography = ["references.bib"] below [citations] in publication.toml.',
)
WRITE_IT = Text(
    nb="Skriv `[@navn]`, der navnet er kildens i kildefilen.",
    en="Write `[@name]`, with the name the source has in the bibliography.",
)

_MOST_COMPARED = 20
"""Names whose nearest is looked for: in a large library that takes its time."""

_LONGEST = 60


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Citations of sources that are not there; one for a book without a bibliography."""
    publication = manuscript.publication
    bibliography = publication.bibliography
    citations = [code for code in manuscript.every(Code) if code.has_class(CITED)]
    if citations and not (bibliography.files or bibliography.unused):
        message = NO_BIBLIOGRAPHY.filled(count=len(citations))
        yield Finding(RULE.name, RULE.severity, citations[0].location, message, WRITE)
        return
    if bibliography.unused and not bibliography.files:
        # bibliography-can-be-read reports why.
        return
    compared = 0
    for code in citations:
        keys = list(keys_of(code.text))
        if not keys:
            message = NO_KEY.filled(words=code.text[:_LONGEST])
            yield Finding(RULE.name, RULE.severity, code.location, message, WRITE_IT)
        for key in dict.fromkeys(keys):
            if key not in bibliography:
                compared += 1
                near = (
                    get_close_matches(key, sorted(bibliography.keys), 1)[:1]
                    if _few(compared)
                    else []
                )
                hint = NEAREST.filled(nearest=near[0]) if near else ADD
                message = MESSAGE.filled(key=key[:_LONGEST])
                yield Finding(RULE.name, RULE.severity, code.location, message, hint)


def _few(compared: int) -> bool:
    return compared <= _MOST_COMPARED


RULE = Rule("citation-is-in-the-bibliography", Severity.ERROR, find, CITATIONS)
