"""No script and no style sheet is in the text.

## Why

They are left out of every edition, since nothing in a publication may run. What they would have
shown is missing.

## Hvorfor

Det er ingen skript og stilark i teksten. De er utelatt fra alle utgaver, fordi ingenting i en
publikasjon skal kjøre. Det de ville ha vist, mangler.

## Fails

Lines 3 and 5:

```markdown
# Kart

<script>visKart()</script>

Kartet <style>b { color: red }</style> viser Norge.
```

## Passes

````markdown
# Kart

```html
<script>visKart()</script>
```
````

## Clauses

- EPUB 3.3, Scripted content documents.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._told import marks_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{tag}» og alt i den er utelatt. Den virker ikke i noen utgave.",
    en="“{tag}” and all in it is left out. It works in no edition.",
)
HINT = Text(
    nb="Slett den. Hvis leserne skal se koden, skriv den mellom ``` og ```.",
    en="Delete it. If readers are to see the code, write it between ``` and ```.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Each script and each style sheet."""
    for mark in marks_of(manuscript, RULE.name):
        message = MESSAGE.filled(tag=mark.words)
        yield Finding(RULE.name, RULE.severity, mark.location, message, HINT)


RULE = Rule("script-is-left-out", Severity.WARNING, find, CHAPTERS)
