"""An image that takes more than two sentences to describe has a long description.

## Why

An alternative text is read in one breath: a listener cannot stop in it, go back a sentence or look
up a word, and on a braille display of 40 cells 250 characters are seven lines to push through. A
long description is text like any other, with paragraphs, lists and tables, and everyone can read
it. No standard sets a limit. The W3C calls an image complex when a sentence or two is not enough,
and 250 characters hold two full Norwegian sentences.

## Hvorfor

Et bilde det tar mer enn to setninger å beskrive, har en lang beskrivelse. Den alternative teksten
leses i ett strekk: Den som lytter, kan ikke stanse i den, gå tilbake eller slå opp et ord. På en
leselist med 40 tegn er 250 tegn sju linjer å bla seg gjennom. En lang beskrivelse er vanlig tekst
med avsnitt, lister og tabeller, og den kan alle lese. Ingen standard setter en grense. W3C regner
et bilde som sammensatt når én eller to setninger ikke er nok, og 250 tegn rommer to hele norske
setninger.

## Fails

Line 3:

```markdown
# Kart

![Norgeskart med 17 kommuner merket. På Sørlandet ligger Grimstad. På Østlandet ligger Skien, Asker,
Gjøvik, Ringebu og Hemsedal. På Vestlandet ligger Sola, Karmøy, Askøy, Sogndal og Ålesund. I
Trøndelag ligger Melhus og Frøya. I nord ligger Rana, Vågan, Alta og Karlsøy.](../figures/kart.svg)
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
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOST = 250
"""Characters."""

MESSAGE = Text(
    nb="Den alternative teksten er på {length} tegn. Den som lytter, må høre alt i ett strekk.",
    en="The alternative text has {length} characters. Those who listen get it in one breath.",
)
HINT = Text(
    nb="Si det viktigste i én setning, og skriv resten i en ramme ::: long-description i figuren.",
    en="Say what matters most in one sentence, and write the rest in a block "
    "::: long-description in the figure.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Alternative texts of more than ``MOST`` characters without a long description."""
    for image in manuscript.every(Image):
        length = len(" ".join(image.alt.split()))
        if length > MOST and not _is_described(image, manuscript):
            message = MESSAGE.filled(length=length)
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


def _is_described(image: Image, manuscript: Manuscript) -> bool:
    if image.div is None or not image.div.has_class("figure"):
        return False
    blocks = manuscript.inside(image.div, Div)
    return any(block.has_class("long-description") for block in blocks)


RULE = Rule("complex-image-has-long-description", Severity.WARNING, find, IMAGES)
