"""No two headings below the same heading have the same words.

## Why

The table of contents, the bookmarks and a screen reader's list of headings show only the words. If
two are alike, readers easily open the wrong one.

## Hvorfor

To overskrifter under samme overskrift er ikke like. I innholdslista, i bokmerkene og i
skjermleserens liste over overskrifter har leserne bare ordene å velge etter. Hvis to er like, er
det lett å åpne den gale.

## Fails

Line 7:

```markdown
# Funn

## Dialog

Kommunen snakker jevnlig med bedriftene.

## Dialog

Bedriftene snakker jevnlig med kommunen.
```

## Passes

```markdown
# Funn

## Kommunen

### Dialog

Kommunen snakker jevnlig med bedriftene.

## Bedriftene

### Dialog

Bedriftene snakker jevnlig med kommunen.
```

## Clauses

- WCAG 2.2: 2.4.6 Headings and Labels (AA)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Heading
from bindery.rules.manuscript._extents import HEADINGS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Overskriften «{text}» finnes allerede, på linje {line}{elsewhere}. I innholdslista er de"
    " to like.",
    en="The heading “{text}” already exists, on line {line}{elsewhere}. In the table of contents"
    " the two are alike.",
)
ELSEWHERE = Text(nb=" i {path}", en=" of {path}")
HINT = Text(
    nb="Skriv i begge overskriftene hva som skiller dem.",
    en="Write in both headings what distinguishes them.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Headings with the same words as an earlier one of the same level below the same heading.

    Chapter titles count as below the publication's title. Empty headings are ignored.
    """
    around: list[Heading] = []
    first: dict[tuple[Heading | None, int, str], Heading] = {}
    for heading in manuscript.every(Heading):
        around = [one for one in around if one.level < heading.level]
        above = around[-1] if around else None
        around.append(heading)
        said = " ".join(heading.text.split()).casefold()
        earlier = first.setdefault((above, heading.level, said), heading)
        if said and earlier is not heading:
            yield _finding(heading, earlier)


def _finding(heading: Heading, earlier: Heading) -> Finding:
    path = earlier.location.path
    elsewhere = ELSEWHERE.filled(path=path) if path != heading.location.path else ""
    message = MESSAGE.filled(text=heading.text, line=earlier.location.line, elsewhere=elsewhere)
    return Finding(RULE.name, RULE.severity, heading.location, message, HINT)


RULE = Rule("sibling-headings-differ", Severity.WARNING, find, HEADINGS)
