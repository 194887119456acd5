"""What other dialects write is known, and read as what it stands for.

## Why

A manuscript that was written for another program may have marks that mean the same as one of this
dialect. They are read as that one. It is reported once, so that nothing happens unseen.

## Hvorfor

Det som er skrevet på andre dialekters måte, er kjent, og blir lest som det står for. Et manus til
et annet program kan ha merker som betyr det samme som et merke i denne dialekten. De blir lest som
det. Det står i rapporten én gang, så ingenting skjer i det skjulte.

## Fails

Line 2:

```markdown
---
title: Funn
---

# Veien dit

Teksten kommer her.

# Veien videre

Den fortsetter her.
```

Line 3:

```markdown
# Funn

Se [metoden](02.html#svar) og [svarene](02).
```

```markdown chapters/02.md
# Metode

## Svar

Teksten kommer her.
```

Lines 3, 7 and 10:

```markdown
# Funn

::: hint
Ta med niste.
:::

!!! sitat
    Ferga går hver time.

=== "Linux"
    Skriv dette.
```

Line 3:

```markdown
# Priser

Det koster $5$ per dag.
```

## Passes

```markdown
---
title: Funn
---

Teksten kommer her.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator
from itertools import chain

from bindery.manuscript.addresses import file_at, scheme_of
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Formula, Image, Link
from bindery.manuscript.targets import addresses_of, chapter_at
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._images import image_path
from bindery.rules.manuscript._references import Destinations, links_out_of
from bindery.rules.manuscript._told import marks_of, once_a_kind
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.publication import Mark
from bindery.vocabulary.rule import Rule

_AMOUNT = re.compile(r"[\d\s.,:;+/%–-]+")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first mark of each kind in the book."""
    marks = chain(marks_of(manuscript, RULE.name), _links(manuscript), _amounts(manuscript))
    return once_a_kind(marks, RULE.name, "read_as.toml")


def _links(manuscript: Manuscript) -> Iterator[Mark]:
    """Links without words, and links and pictures that are spelt as another tool spells them."""
    chapters = addresses_of(manuscript.publication.chapters)
    destinations = Destinations(manuscript)
    for link in manuscript.every(Link):
        if not link.text and destinations.is_heading(link):
            yield Mark(RULE.name, link.location, "link-words", f"[]({link.target})")
    for element, address in links_out_of(manuscript):
        file = address.partition("#")[0]
        if file and not scheme_of(address) and not address.startswith("//"):
            path = element.location.path
            if (found := chapter_at(file, path, chapters)) and found != file_at(file, path):
                yield Mark(RULE.name, element.location, "link", address)
    images = manuscript.publication.images
    for image in manuscript.every(Image):
        path = image_path(image, images) or ""
        if path in images and path != file_at(image.source, image.location.path, images):
            yield Mark(RULE.name, image.location, "image", image.source)


def _amounts(manuscript: Manuscript) -> Iterator[Mark]:
    """Formulas of digits alone in a book that has no other."""
    formulas = list(manuscript.every(Formula))
    if all(_AMOUNT.fullmatch(formula.text) for formula in formulas):
        for formula in formulas:
            yield Mark(RULE.name, formula.location, "amount", f"${formula.text}$")


RULE = Rule("read-as", Severity.INFO, find, CHAPTERS)
