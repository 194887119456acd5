"""An entry of the index has words, and what it refers to is another entry.

## Why

Readers who look up a word are sent to another one, and do not find that in the index. A mark
without words is no entry at all.

## Hvorfor

Et stikkord har ord, og det viser bare til andre stikkord. Lesere som slår opp et ord, blir sendt
til et annet og finner ikke det. Et merke uten ord blir ikke noe stikkord.

## Fails

Lines 3 and 5:

```markdown
# Funn

Kommunen er [vertskap]{.index}.[]{.index entry="næring" see="etablering"}

Kommunen er stor.[]{.index}
```

## Passes

```markdown
# Funn

Kommunen er [vertskap]{.index}.[]{.index entry="næring" see="vertskap"}
```

## Clauses

- WCAG 2.2: 2.4.5 Multiple Ways (AA)
"""

import difflib
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Span
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

NO_WORDS = Text(
    nb="Stikkordet har ingen ord. Det kommer ikke med i noen utgave.",
    en="The index entry has no words. It is in no edition.",
)
WRITE_WORDS = Text(
    nb='Skriv [ordet]{{.index}}, eller []{{.index entry="ordet"}}.',
    en='Write [the word]{{.index}}, or []{{.index entry="the word"}}.',
)
NOWHERE = Text(
    nb="Stikkordet «{entry}» viser til «{see}», som ikke er et stikkord.",
    en="The index entry “{entry}” refers to “{see}”, which is not in the index.",
)
CORRECT = Text(
    nb='Skriv see="{near}" hvis det er det du mener.',
    en='Write see="{near}" if that is what you mean.',
)
ADD = Text(
    nb="Merk ordet der det står i teksten: [{see}]{{.index}}.",
    en="Mark the word where it is in the text: [{see}]{{.index}}.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Entries without words, and those that refer to no other."""
    marks = list(_marks(manuscript))
    known: dict[str, str] = {}
    for mark in marks:
        levels = _levels(mark.attributes.get("entry") or mark.text)
        for depth in range(1, len(levels) + 1):
            known.setdefault(_key(levels[:depth]), "!".join(levels[:depth]))
    for mark in marks:
        entry, see = mark.attributes.get("entry") or mark.text, mark.attributes.get("see")
        if not _levels(entry):
            yield Finding(RULE.name, RULE.severity, mark.location, NO_WORDS, WRITE_WORDS.filled())
        elif see and _key(_levels(see)) not in known:
            near = difflib.get_close_matches(_key(_levels(see)), known, 1)
            hint = CORRECT.filled(near=known[near[0]]) if near else ADD.filled(see=see)
            message = NOWHERE.filled(entry=entry, see=see)
            yield Finding(RULE.name, RULE.severity, mark.location, message, hint)


def _marks(manuscript: Manuscript) -> Iterator[Span]:
    return (one for one in manuscript.every(Span) if one.has_class("index"))


def _levels(entry: str) -> list[str]:
    return [part for part in (" ".join(each.split()) for each in entry.split("!")) if part]


def _key(levels: list[str]) -> str:
    return "!".join(levels).casefold()


_ENTRIES: Extent[Manuscript] = Extent(
    Unit(nb=("merket stikkord", "merkede stikkord"), en=("index entry", "index entries")),
    lambda manuscript: sum(1 for _ in _marks(manuscript)),
)
RULE = Rule("index-entry-leads-somewhere", Severity.ERROR, find, _ENTRIES)
