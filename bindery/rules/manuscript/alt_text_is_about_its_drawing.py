"""An alternative text shares a word with the words in its drawing.

## Why

A drawing with words is about what they say. If neither alternative text nor description has any of
them, it is probably the text of another image, or says nothing of what the drawing shows.

## Hvorfor

En alternativ tekst har minst ett ord felles med ordene i tegningen. En tegning med ord handler om
det som står i den. Hvis verken den alternative teksten eller beskrivelsen har noen av ordene, hører
teksten trolig til et annet bilde, eller den sier ikke hva tegningen viser.

## Fails

Line 3:

```markdown
# Plan

![Utviklingen siden i fjor](../figures/plan.svg)
```

```svg figures/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<text x="20" y="50">Søknad</text><text x="20" y="100">Vurdering</text>
<text x="20" y="150">Vedtak</text>
</svg>
```

## Passes

```markdown
# Plan

![Veien fra søknaden til vedtaket](../figures/plan.svg)
```

```svg figures/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<text x="20" y="50">Søknad</text><text x="20" y="100">Vurdering</text>
<text x="20" y="150">Vedtak</text>
</svg>
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import DRAWINGS
from bindery.rules.manuscript._shown_drawings import description_of, shown_drawings, stems_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Ingen av ordene i tegningen står i den alternative teksten eller beskrivelsen. I tegningen"
    " står det «{words}».",
    en="No word of the drawing is in its alternative text or description. The drawing says"
    " “{words}”.",
)
HINT = Text(
    nb="Skriv hva tegningen viser, med ordene som står i den.",
    en="Write what the drawing shows, with the words that are in it.",
)
_FEWEST, _SHOWN = 3, 3
_MANY = 15
"""Words. What is longer describes the drawing, if in other words."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Drawings with several words, none of which is in what is said of them."""
    for shown in shown_drawings(manuscript):
        if shown.image.is_decorative or not shown.image.alt:
            continue
        words = [paint.words for paint in shown.words if stems_in(paint.words)]
        stems = stems_in(" ".join(words))
        said = description_of(shown, manuscript)
        if len(stems) < _FEWEST or len(said.split()) > _MANY:
            continue
        # A word may be part of a compound: «søknadsfristen».
        if not any(stem in said.casefold() for stem in stems):
            message = MESSAGE.filled(words=", ".join(words[:_SHOWN]))
            yield Finding(RULE.name, RULE.severity, shown.image.location, message, HINT)


RULE = Rule("alt-text-is-about-its-drawing", Severity.WARNING, find, DRAWINGS)
