"""The numbers in a chart are in its description.

## Why

Sighted readers read the numbers at the bars and points of a chart. Blind readers get only the
alternative text and the long description. A number that is missing there, or is another one there,
is lost to them.

## Hvorfor

Tallene i et diagram står også i beskrivelsen. Seende leser tallene ved søyler og punkter. Blinde
får bare den alternative teksten og den lange beskrivelsen. Et tall som mangler der, eller er et
annet der, går de glipp av.

## Fails

Line 4:

```markdown
# Tall

::: {.figure #fig-salg}
![Søyler som viser at salget økte](../figures/salg.svg)

Salget i tre butikker.

:::: long-description
Butikken i nord solgte for 120 kroner, og den i sør for 180.
::::
:::
```

```svg figures/salg.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<text x="20" y="80">120</text><text x="120" y="50">180</text><text x="220" y="30">245</text>
<text x="20" y="190">Nord</text><text x="120" y="190">Sør</text><text x="220" y="190">Øst</text>
</svg>
```

## Passes

```markdown
# Tall

::: {.figure #fig-salg}
![Søyler som viser at salget økte](../figures/salg.svg)

Salget i to butikker.

:::: long-description
Butikken i nord solgte for 1 200 kroner, og den i sør for 1800.
::::
:::
```

```svg figures/salg.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<text x="120" y="80">1200 kr</text><text x="220" y="50">1800</text>
<text x="10" y="30">10</text><text x="10" y="60">20</text><text x="10" y="90">30</text>
<text x="120" y="190">Nord</text><text x="220" y="190">Sør</text>
</svg>
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
- PDF/UA-1 7.3
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import DRAWINGS
from bindery.rules.manuscript._shown_drawings import (
    Shown,
    data_in,
    description_of,
    has_long_description,
    numbers_in,
    plain,
    shown_drawings,
    tables_of,
)
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="{count} av {all} tall i tegningen står ikke i beskrivelsen: {numbers}. Blinde får ikke"
    " vite dem.",
    en="{count} of {all} numbers in the drawing are not in its description: {numbers}. Blind"
    " readers do not get them.",
)
HINT = Text(
    nb="Skriv tallene i ::: long-description i figuren, eller i en tabell i kapittelet.",
    en="Write the numbers in a ::: long-description in the figure, or in a table of the chapter.",
)
_SHOWN = 4
_FEWEST = 2


def undescribed(shown: Shown, manuscript: Manuscript) -> tuple[str, ...]:
    """The data of the drawing that no description and no table of the chapter has."""
    if shown.image.is_decorative or not shown.image.alt:
        return ()
    numbers = data_in(shown)
    if len(numbers) < _FEWEST:
        return ()
    said = numbers_in(f"{description_of(shown, manuscript)} | {tables_of(shown.chapter)}")
    return tuple(number for number in numbers if plain(number) not in said)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Drawings with a long description that lacks some of their numbers."""
    for shown in shown_drawings(manuscript):
        if not has_long_description(shown, manuscript):
            continue  # complex-image-has-long-description reports it.
        if missing := undescribed(shown, manuscript):
            numbers = ", ".join(missing[:_SHOWN]) + (" …" if len(missing) > _SHOWN else "")
            message = MESSAGE.filled(
                count=len(missing), all=len(data_in(shown)), numbers=f"«{numbers}»"
            )
            yield Finding(RULE.name, RULE.severity, shown.image.location, message, HINT)


RULE = Rule("drawing-numbers-are-described", Severity.WARNING, find, DRAWINGS)
