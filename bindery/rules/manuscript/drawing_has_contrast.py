"""Words and lines in a drawing have contrast against what is painted under them.

## Why

People with low vision, and everyone in sunlight, cannot read pale words or follow pale lines. Text
needs a contrast of 4.5 to 1, large text and lines 3 to 1. Pale lines of a grid, of which a drawing
has several, are accepted. What is over a picture or a gradient is not computed.

## Hvorfor

Ord og linjer i en tegning har kontrast mot det som er tegnet under dem. Svaksynte, og alle som
leser i sollys, kan ikke lese bleke ord eller følge bleke linjer. Tekst trenger en kontrast på 4,5
til 1, stor tekst og linjer 3 til 1. Bleke linjer i et rutenett, som det er flere av, blir godtatt.
Det som er over et bilde eller en fargeovergang, blir ikke regnet ut.

## Fails

Lines 3 and 5:

```markdown
# Plan

![Søknad i en boks](../figures/plan.svg)

![En kurve som stiger](../figures/kurve.svg)
```

```svg figures/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<rect width="300" height="200" fill="#336699"/>
<text x="20" y="50" fill="#000000">Søknad</text>
</svg>
```

```svg figures/kurve.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<polyline points="10,150 80,120 150,90 290,20" fill="none" stroke="#ffee88" stroke-width="3"/>
</svg>
```

## Passes

```markdown
# Plan

![Søknad i en boks](../figures/plan.svg)
```

```svg figures/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<rect width="300" height="200" fill="#336699"/>
<text x="20" y="50" fill="#ffffff">Søknad</text>
</svg>
```

## Clauses

- WCAG 2.2: 1.4.3 Contrast (Minimum) (AA), 1.4.11 Non-text Contrast (AA)
"""

import itertools
from collections import Counter
from collections.abc import Iterator

from bindery.document.svg.painted import Paint, contrast, under
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import DRAWINGS
from bindery.rules.manuscript._shown_drawings import Shown, shown_drawings
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, decimal

TEXT, LARGE, LINE = 4.5, 3.0, 3.0
_LARGE_SIZE, _LARGE_BOLD = 24.0, 18.6
_GRID = 3
"""As many lines of one colour are a grid or an axis with its marks."""
_FINE = 1.5
_MOST = 100_000
"""Pairs of something drawn and what may be under it."""

WORDS = Text(
    nb="«{words}» i tegningen har kontrast {ratio} til 1 mot det som er under. Svaksynte kan ikke"
    " lese det.",
    en="“{words}” in the drawing has a contrast of {ratio} to 1 against what is under it. People"
    " with low vision cannot read it.",
)
MORE = Text(nb=" Det gjelder {count} steder.", en=" It is so in {count} places.")
A_LINE = Text(
    nb="En linje i tegningen har kontrast {ratio} til 1 mot det som er under. Svaksynte ser den"
    " ikke.",
    en="A line in the drawing has a contrast of {ratio} to 1 against what is under it. People with"
    " low vision cannot see it.",
)
HINT = Text(
    nb="Velg en mørkere eller lysere farge: minst 4,5 til 1 for tekst, og 3 til 1 for linjer.",
    en="Choose a darker or lighter colour: at least 4.5 to 1 for text, and 3 to 1 for lines.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Drawings with pale words, or else with a pale line; the palest is named."""
    for shown in shown_drawings(manuscript):
        if shown.image.is_decorative or len(shown.words) * len(shown.paints) > _MOST:
            continue
        pale = sorted(_pale_words(shown), key=lambda one: one[0])
        if pale:
            message = WORDS.filled(words=pale[0][1].words[:40], ratio=decimal(pale[0][0]))
            if len(pale) > 1:
                more = MORE.filled(count=len(pale))
                message = Text(nb=message.nb + more.nb, en=message.en + more.en)
            yield Finding(RULE.name, RULE.severity, shown.image.location, message, HINT)
        elif lines := sorted(_pale_lines(shown)):
            message = A_LINE.filled(ratio=decimal(lines[0]))
            yield Finding(RULE.name, RULE.severity, shown.image.location, message, HINT)


def _pale_words(shown: Shown) -> Iterator[tuple[float, Paint]]:
    for index, paint in enumerate(shown.paints):
        if not paint.words or paint.fill is None or paint.unsure or paint.stroke:
            continue
        is_large = paint.size >= (_LARGE_BOLD if paint.bold else _LARGE_SIZE)
        below = shown.paints[:index]
        ratios = []
        for point in paint.outlines[0]:
            ground = under(point, below)
            ratios.append(contrast(paint.fill, ground) if ground else None)
        middle = ratios[len(ratios) // 2]
        if middle is not None and middle < (LARGE if is_large else TEXT):
            yield middle, paint


def _pale_lines(shown: Shown) -> Iterator[float]:
    lines = [(index, paint) for index, paint in enumerate(shown.paints) if _is_line(paint)]
    alike = Counter(paint.stroke for _, paint in lines)
    for index, paint in lines:
        if alike[paint.stroke] >= _GRID or paint.wide < _FINE or paint.stroke is None:
            continue
        grounds = [under(point, shown.paints[:index]) for point in _on(paint)]
        ratios = [contrast(paint.stroke, ground) for ground in grounds if ground]
        if len(ratios) == len(grounds) and ratios and max(ratios) < LINE:
            yield max(ratios)


def _is_line(paint: Paint) -> bool:
    """Whether it is drawn as a line, not as the edge of something."""
    is_open = paint.kind in ("line", "polyline", "path") and paint.fill is None
    return is_open and paint.stroke is not None and not paint.unsure


def _on(paint: Paint) -> Iterator[tuple[float, float]]:
    """Points on a line, at three places of up to five of its parts."""
    for outline in paint.outlines:
        parts = list(itertools.pairwise(outline))
        for (x1, y1), (x2, y2) in parts[:: max(1, len(parts) // 5)]:
            for share in (0.2, 0.5, 0.8):
                yield x1 + (x2 - x1) * share, y1 + (y2 - y1) * share


RULE = Rule("drawing-has-contrast", Severity.WARNING, find, DRAWINGS)
