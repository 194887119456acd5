"""If the text says how many there are, the number is right.

## Why

Screen reader users cannot see that a list has eight items. If the text says six, they think that
the list has ended too early, or that something is missing.

## Hvorfor

Hvis teksten sier hvor mange det er, stemmer tallet. Skjermleserbrukere ser ikke at en liste har
åtte punkter. Hvis teksten sier seks, tror de at lista er slutt for tidlig, eller at noe mangler.

## Fails

Line 3:

```markdown
# Funn

Det er særlig tre erfaringer som er felles for kommunene.

Disse er at kommunen:

- har tid
- har vilje
```

Line 3:

```markdown
# Funn

## Tre råd fra kommunene

### Ta deg tid

Det må til.

### Vis vilje

Det må også til.
```

## Passes

```markdown
# To råd fra 17 kommuner

Det er to grunner til at de 17 kommunene lykkes:

1. De har tid.
2. De har vilje.

I fire år har kommunene:

- bygd skole
- bygd vei
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 2.4.6 Headings and Labels (AA)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.counts import LANGUAGES, claims
from bindery.prose.readings import Stretch
from bindery.rules.manuscript._extents import prose_in
from bindery.rules.manuscript._outline import Counted, counted_in, outline_of
from bindery.rules.manuscript._settings import words_about
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, Unit

LIST = Text(
    nb="Her står det «{words}», men lista på linje {line} har {count}.",
    en="The text says “{words}”, but the list on line {line} has {count}.",
)
HEADINGS = Text(
    nb="Her står det «{words}», men det er {count} overskrifter under denne.",
    en="The text says “{words}”, but there are {count} headings below this one.",
)
POINTS = Unit(nb=("punkt", "punkter"), en=("item", "items"))
ABOUT = Text(
    nb="Her står det «{words}», men i {place} er det {count}.",
    en="The text says “{words}”, but in {place} there are {count}.",
)
HINT = Text(
    nb="Tell på nytt, og endre tallet eller det som telles.",
    en="Count again, and change the number or what is counted.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Sentences before a list, headings and titles that state a wrong number of items."""
    counted: list[Counted] = []
    for chapter in manuscript.chapters:
        counted += counted_in(outline_of(chapter, manuscript))
    for one in counted:
        if not one.agrees:
            said, line = one.claim.words, one.listed.element.location.line
            if one.listed.level:
                message = HEADINGS.filled(words=said, count=one.count)
            else:
                message = LIST.filled(words=said, line=line, count=POINTS.counted(one.count))
            yield Finding(RULE.name, RULE.severity, one.location, message, HINT)
    language = manuscript.publication.metadata.language
    for text in words_about(manuscript.publication):
        for claim in claims(Stretch(text.text, 0, language)):
            about = [one for one in counted if one.is_about(claim)]
            counts = {one.count for one in about}
            # If the book counts them twice, it is not known which count is meant.
            if len(counts) == 1 and claim.number not in counts:
                place, count = about[0].location, about[0].count
                message = ABOUT.filled(words=claim.words, place=place, count=count)
                yield Finding(RULE.name, RULE.severity, text.location, message, HINT)


RULE = Rule("count-agrees-with-list", Severity.WARNING, find, prose_in(LANGUAGES))
