"""An image that takes more than two sentences to describe has a long description.

## Why

Screen readers read an alternative text without a pause: their users cannot stop in it, go back a
sentence or look up a word. On a braille display of 40 cells 250 characters are seven lines. A long
description is ordinary text with paragraphs, lists and tables, and everyone can read it. No
standard sets a limit. The W3C calls an image complex if a sentence or two is not enough, and 250
characters are enough for two full Norwegian sentences. The same goes for a chart with more numbers
than its alternative text names.

## Hvorfor

Et bilde det tar mer enn to setninger å beskrive, har en lang beskrivelse. Skjermlesere leser den
alternative teksten i ett strekk: Brukerne kan ikke stoppe i den, gå tilbake eller slå opp et ord.
På en leselist med 40 tegn er 250 tegn sju linjer. En lang beskrivelse er vanlig tekst med avsnitt,
lister og tabeller, og alle kan lese den. Ingen standard setter en grense. W3C regner et bilde som
sammensatt hvis én eller to setninger ikke er nok, og 250 tegn rommer to hele norske setninger. Det
samme gjelder et diagram med flere tall enn den alternative teksten nevner.

## Fails

Line 3:

```markdown
# Kart

![Norgeskart med 17 kommuner merket. På Sørlandet ligger Grimstad. På Østlandet ligger Skien, Asker,
Gjøvik, Ringebu og Hemsedal. På Vestlandet ligger Sola, Karmøy, Askøy, Sogndal og Ålesund. I
Trøndelag ligger Melhus og Frøya. I nord ligger Rana, Vågan, Alta og Karlsøy.](../figures/kart.svg)
```

Line 3:

```markdown
# Tall

![Søyler som viser at salget økte](../figures/salg.svg)
```

```svg figures/salg.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<text x="20" y="80">120</text><text x="120" y="50">180</text><text x="220" y="30">245</text>
<text x="20" y="190">2023</text><text x="120" y="190">2024</text><text x="220" y="190">2025</text>
</svg>
```

## Passes

```markdown
# Kart

:::: figure
![Norgeskart med 17 kommuner, spredt fra Grimstad i sør til Alta i nord](../figures/kart.svg)

Kommunene i studien.

::: long-description
På Sørlandet ligger Grimstad. På Østlandet ligger Skien, Asker, Gjøvik, Ringebu og Hemsedal.
:::
::::
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A), technique G92
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Div, Image
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript._shown_drawings import data_in, has_long_description, shown_drawings
from bindery.rules.manuscript.drawing_numbers_are_described import undescribed
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOST = 250
"""Characters."""
FEWEST_NUMBERS = 3
"""Numbers of a chart that nothing else tells."""

MESSAGE = Text(
    nb="Den alternative teksten har {length} tegn. Skjermlesere leser den i ett strekk, uten"
    " pause.",
    en="The alternative text has {length} characters. Screen readers read it without a pause.",
)
NUMBERS = Text(
    nb="Tegningen har {count} tall, og {missing} av dem står verken i den alternative teksten"
    " eller i"
    " en tabell.",
    en="The drawing has {count} numbers, and {missing} of them are neither in its alternative text"
    " nor in a table.",
)
HINT = Text(
    nb="Skriv det viktigste i én setning, og resten i ::: long-description i figuren.",
    en="Write the main point in a sentence, and the rest in a ::: long-description in the figure.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Long alternative texts, and charts with numbers, without a long description."""
    for image in manuscript.every(Image):
        length = len(" ".join(image.alt.split()))
        if length > MOST and not _is_described(image, manuscript):
            message = MESSAGE.filled(length=length)
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)
    for shown in shown_drawings(manuscript):
        if has_long_description(shown, manuscript) or len(shown.image.alt) > MOST:
            continue
        if (missing := len(undescribed(shown, manuscript))) >= FEWEST_NUMBERS:
            message = NUMBERS.filled(count=len(data_in(shown)), missing=missing)
            yield Finding(RULE.name, RULE.severity, shown.image.location, message, HINT)


def _is_described(image: Image, manuscript: Manuscript) -> bool:
    if image.div is None or not image.div.is_figure:
        return False
    blocks = manuscript.inside(image.div, Div)
    return any(block.has_class("long-description") for block in blocks)


RULE = Rule("complex-image-has-long-description", Severity.WARNING, find, IMAGES)
