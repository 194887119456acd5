"""A name given with `{#name}` is given once in the whole book.

## Why

A link goes to the first thing with its name. A reader who is sent to the second one ends up in the
wrong place and has no way to know.

## Hvorfor

Et navn som er gitt med `{#navn}`, er gitt bare én gang i hele boka. En lenke fører til det første
stedet med navnet. Den som skulle til det andre, havner feil og kan ikke vite det.

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
    nb="Navnet «{name}» er brukt før ({where}). Lenker dit finner bare det første.",
    en="The name “{name}” is taken ({where}). Links to it find the first one only.",
)
HINT = Text(
    nb="Gi det ene et annet navn, og rett lenkene dit.",
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


RULE = Rule("ids-are-unique", Severity.ERROR, find, ELEMENTS, stops_build=True)
