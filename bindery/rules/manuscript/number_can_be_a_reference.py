"""The number of a figure or a table in the text can be a reference to it.

## Why

A number that is written by hand is wrong as soon as a figure is added before it, and it is no link.
A reference gets the right number, and leads there.

## Hvorfor

Et nummer på en figur eller tabell i teksten kan være en henvisning. Et nummer som er skrevet for
hånd, blir galt når det kommer en ny figur foran, og det er ingen lenke. En henvisning får riktig
nummer, og går dit.

## Fails

Line 3:

```markdown
# Tall

Tabell 1 viser kommunene, og tabell 1 er sortert.

| Kommune | Fylke    |
|---------|----------|
| Alta    | Finnmark |

: Kommunene i studien.
```

## Passes

```markdown
# Tall

Se @tbl-kommuner. Figur 2 i rapporten fra 2019 er en annen.

| Kommune | Fylke    |
|---------|----------|
| Alta    | Finnmark |

: Tabell 1: Kommunene i studien. {#tbl-kommuner}
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A)
"""

import re
from collections.abc import Iterator

from bindery.locales import in_every_language
from bindery.manuscript.numbering import Kind
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Div
from bindery.prose.readings import readings_of
from bindery.rules.manuscript._extents import PROSE
from bindery.rules.manuscript._numbered import numbered
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» er skrevet for hånd. Det gjelder {count} steder.",
    en="“{words}” is written by hand. It is so in {count} places.",
)
HINTS = {
    "figure": Text(
        nb="Gi figuren et navn, ::: {{#fig-navn}}, og skriv @fig-navn i stedet for nummeret.",
        en="Give the figure a name, ::: {{#fig-name}}, and write @fig-name instead of its number.",
    ),
    "table": Text(
        nb="Gi tabellen et navn i tabellteksten, {{#tbl-navn}}, og skriv @tbl-navn i stedet.",
        en="Give the table a name in its caption, {{#tbl-name}}, and write @tbl-name instead.",
    ),
}
_KINDS: tuple[Kind, ...] = ("figure", "table")


def _pattern(kind: Kind) -> re.Pattern[str]:
    said = {one.replace("{label}", "").strip() for one in in_every_language(f"references.{kind}")}
    words = "|".join(sorted(map(re.escape, said)))
    return re.compile(
        rf"(?<!\w)(?:{words})[ \u00a0](?P<number>\d{{1,3}}(?:\.\d{{1,3}})?)(?![\w.]\d)", re.I
    )


_PATTERNS = {kind: _pattern(kind) for kind in _KINDS}


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Numbers of kinds that the publication has, once a kind, outside captions."""
    things = numbered(manuscript)
    kinds = {thing.kind for thing in things}
    # Another number is reported by words-lead-somewhere.
    there = {(thing.kind, thing.number) for thing in things if thing.number}
    printed = {kind for kind, _ in there}
    found: dict[Kind, list[tuple[Location, str]]] = {}
    for chapter in manuscript.chapters:
        for reading in readings_of(chapter, manuscript):
            if any(map(_has_captions, reading.prose.divs())):
                continue
            for kind in kinds.intersection(_PATTERNS):
                for one in _PATTERNS[kind].finditer(reading.text):
                    if kind in printed and (kind, one["number"]) not in there:
                        continue
                    found.setdefault(kind, []).append((reading.at(one.start()), one[0]))
    for kind, places in found.items():
        location, words = places[0]
        message = MESSAGE.filled(words=words, count=len(places))
        yield Finding(RULE.name, RULE.severity, location, message, HINTS[kind].filled())


def _has_captions(div: Div) -> bool:
    return div.is_figure or div.is_table or div.is_listing


RULE = Rule("number-can-be-a-reference", Severity.INFO, find, PROSE)
