"""The colours of the brand contrast with what they stand on.

## Why

A logo's pale yellow is invisible as a heading on white, and its dark blue as a link on a dark page.
Each colour of `[brand]` is compared with what is really behind it, or in front of it: in every
edition, light and dark, with and without more contrast, in boxes, on the cover and on paper. The
finding names the nearest colour of the same hue that can be read in all of these places.

## Hvorfor

Fargene i `[brand]` har kontrast mot det de står på. Det blekgule fra en logo er usynlig som
overskrift på hvitt, og det mørkeblå som lenke på en mørk side. Hver farge blir sammenlignet med det
som faktisk er bak den, eller foran den: i alle utgaver, lyst og mørkt, med og uten mer kontrast, i
bokser, på omslaget og på papir. Meldingen nevner den nærmeste fargen med samme tone som er lesbar
alle disse stedene.

## Fails

Line 2 of `publication.toml`:

```toml publication.toml
[brand.colours]
heading = "#fff2a8"
```

Line 4 of `publication.toml`:

```toml publication.toml
[brand.colours]
heading = "#14532d"
[brand.colours-in-dark]
link = "#14532d"
```

Line 2 of `publication.toml`:

```toml publication.toml
[brand.colours]
line = "#d5dcdd"
```

## Passes

```toml publication.toml
[brand.colours]
heading = "#14532d"
line = "#6b7a70"
cover = "#d9a441"
```

## Clauses

- WCAG 2.2: 1.4.3 Contrast (Minimum) (AA)
- WCAG 2.2: 1.4.11 Non-text Contrast (AA)
- EPUB Accessibility 1.1, by WCAG.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bindery.manuscript.brand.brand_colours import TINTS, hexadecimal, nearest
from bindery.rules.cascade.colours import over
from bindery.rules.cascade.pairs import Pair
from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._lines_and_targets import brand_pairs
from bindery.rules.styles._shared import BRAND
from bindery.vocabulary.editions import EVIDENCE_PAGE, STATEMENT
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, decimal

MESSAGE = Text(
    nb="{ink} på {ground} har kontrast {ratio}:1 («{box}» i {page}, {mode}), og må ha"
    " {need}:1.{more}",
    en="{ink} on {ground} has contrast {ratio}:1 (“{box}” in {page}, {mode}), but needs"
    " {need}:1.{more}",
)
MORE = Text(nb=" Det er {count} slike par.", en=" There are {count} such pairs.")
HINT = Text(
    nb='Nærmeste farge som er lesbar overalt: Skriv {key} = "{better}" i [brand.{table}].',
    en='The nearest colour that is readable everywhere: {key} = "{better}" in [brand.{table}].',
)
NO_COLOUR = Text(
    nb="Ingen «{key}» er lesbar mot alle de andre i [brand.{table}]. Endre bakgrunnen.",
    en="No “{key}” is readable with all the others in [brand.{table}]. Change its background.",
)

Setting = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Use:
    """A colour of the brand in one place: the setting it comes from, and the pair it is in."""

    setting: Setting
    written: bool
    is_ink: bool
    pair: Pair


def find(styles: Styles) -> Iterator[Finding]:
    """The settings whose colour fails somewhere, each once."""
    in_pairs = [_uses(styles, pair) for pair in brand_pairs(styles)]
    uses = [use for pair in in_pairs for use in pair]
    share: dict[Setting, list[int]] = defaultdict(lambda: [0, 0])
    for use in uses:
        share[use.setting][0] += use.pair.fails
        share[use.setting][1] += 1
    failing: dict[Setting, list[_Use]] = defaultdict(list)

    def weight(use: _Use) -> tuple[object, ...]:
        fails, all_of_it = share[use.setting]
        return use.written, fails / all_of_it, use.is_ink

    for pair in in_pairs:
        if pair[0].pair.fails:
            use = max(pair, key=weight)
            failing[use.setting].append(use)
    for setting, those in failing.items():
        worst = min(those, key=_order)
        alike = [one for one in uses if one.setting == setting]
        yield _finding(styles, setting, worst, those, alike)


def _order(use: _Use) -> tuple[bool, float]:
    """The worst pair that readers see comes first."""
    is_report = use.pair.page in (EVIDENCE_PAGE.called, STATEMENT.called)
    return is_report, (use.pair.ratio or 0) / use.pair.need


def _uses(styles: Styles, pair: Pair) -> list[_Use]:
    """The colours of the brand in ``pair``: its ink, its ground, or both."""
    said = ((styles.brand_setting(one.origin), one is pair.ink) for one in (pair.ink, pair.ground))
    return [_Use(one.setting, not one.source, ink, pair) for one, ink in said if one is not None]


def _finding(
    styles: Styles, setting: Setting, worst: _Use, failing: list[_Use], uses: Iterable[_Use]
) -> Finding:
    table, key = setting
    pair = worst.pair
    assert pair.ink.colour is not None
    assert pair.ground.colour is not None
    message = MESSAGE.filled(
        ink=hexadecimal(over(pair.ink.colour, pair.ground.colour)),
        ground=hexadecimal(pair.ground.colour),
        ratio=decimal(pair.ratio or 0),
        need=decimal(pair.need),
        box=pair.box,
        page=pair.page,
        mode=pair.view.mode.name,
        more=MORE.filled(count=len(failing)) if len(failing) > 1 else Text(nb="", en=""),
    )
    own = pair.ink.colour if worst.is_ink else pair.ground.colour
    beside = {
        (hexadecimal(other.colour), use.pair.need)
        for use in uses
        if (other := use.pair.ground if use.is_ink else use.pair.ink).colour is not None
        and use.pair.ratio is not None
        and (use.pair.ink if use.is_ink else use.pair.ground).colour == own
        and not _moves_with(styles, setting, use)
    }
    better = nearest(own, sorted(beside))
    hint = (HINT if better else NO_COLOUR).filled(better=better, key=key, table=table)
    return Finding(RULE.name, RULE.severity, styles.setting_place(setting), message, hint)


def _moves_with(styles: Styles, setting: Setting, use: _Use) -> bool:
    """Whether the other colour of the pair is derived of the same setting, and changes with it.

    The ground of a box does not: it only has the hue, which the nearest colour keeps.
    """
    other = styles.brand_setting((use.pair.ground if use.is_ink else use.pair.ink).origin)
    return (
        other is not None
        and other.table == setting[0]
        and setting[1] in (other.source, other.key)
        and other.key not in TINTS
    )


RULE = Rule("brand-colours-have-contrast", Severity.ERROR, find, BRAND)
