"""A name given with `{#name}` is given once in the whole publication.

## Why

A link goes to the first thing with its name. Readers who should go to the second end up in the
wrong place, and cannot know it.

## Hvorfor

Et navn som er gitt med `{#navn}`, er gitt bare én gang i hele publikasjonen. En lenke går til det
første stedet med navnet. Lesere som skulle til det andre, havner på feil sted og kan ikke vite det.

## Fails

Line 9:

```markdown
# Funn

## Kommunene {#liste}

Her er de.

{#liste}

- Alta
```

Line 1 of `chapters/02.md`:

```markdown
# Funn {#funn}
```

```markdown chapters/02.md
# Flere funn {#funn}
```

## Passes

```markdown
# Funn

## Kommunene

### Kilder

Rapporten.

## Bedriftene

### Kilder

Overskrifter uten navn kan være like.
```

## Clauses

- HTML: the value of `id` is unique. EPUB 3.3: XML well-formedness of names.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element
from bindery.rules.manuscript._extents import ELEMENTS
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Navnet «{name}» er brukt før ({where}). Lenker går bare til det første.",
    en="The name “{name}” is already used ({where}). Links go only to the first one.",
)
HINT = Text(
    nb="Gi det ene et annet navn, og endre lenkene dit.",
    en="Give one of them another name, and change the links to it.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Names that an earlier element of the book has already."""
    first: dict[str, Location] = {}
    for element in manuscript.every(Element):
        name = element.attributes.name
        if name and name in first:
            message = MESSAGE.filled(name=name, where=first[name])
            yield Finding(RULE.name, RULE.severity, element.location, message, HINT)
        elif name:
            first[name] = element.location


RULE = Rule("ids-are-unique", Severity.ERROR, find, ELEMENTS, makes_draft=True)
