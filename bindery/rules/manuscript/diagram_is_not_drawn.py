"""Diagrams are drawn, not written as code.

## Why

Code for a diagram is printed as code. Readers get boxes and arrows as signs, read aloud one by
one.

## Hvorfor

Diagrammer er tegnet, ikke skrevet som kode. Kode for et diagram blir trykt som kode. Leserne får
tegnene i koden lest opp ett for ett.

## Fails

Line 3:

````markdown
# Turen

```mermaid
graph TD; A-->B
```
````

## Passes

````markdown
# Turen

```js
tegn(a, b)
```
````

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Code
from bindery.rules.manuscript._extents import CODE_BLOCKS, is_block_of_code
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_DRAWN = frozenset({"mermaid", "graphviz", "dot", "plantuml", "puml", "d2", "ditaa", "nomnoml"})

MESSAGE = Text(
    nb="Diagrammet er skrevet som kode ({language}), og blir trykt som kode.",
    en="The diagram is written as code ({language}), and is printed as code.",
)
HINT = Text(
    nb="Lagre det som SVG, og sett det inn som en figur med alternativ tekst og lang beskrivelse.",
    en="Save it as SVG, and insert it as a figure with an alternative text and a long description.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Blocks of code in a language for diagrams."""
    for code in filter(is_block_of_code, manuscript.every(Code)):
        language = code.language.strip("{}").lower()
        if language in _DRAWN:
            message = MESSAGE.filled(language=language)
            yield Finding(RULE.name, RULE.severity, code.location, message, HINT)


RULE = Rule("diagram-is-not-drawn", Severity.WARNING, find, CODE_BLOCKS)
