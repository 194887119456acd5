"""The colours of a brand: read, made for what no setting names, and the nearest that can be read.

All is done in OKLCh, where equal steps look equal, so that a colour keeps its hue.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

from coloraide import Color

from bindery.vocabulary.brand import DARK, LIGHT, BrandColours, BrandSettings

PAPER, DARK_PAPER = "#ffffff", "#10191a"
"""The grounds of pages, as ``tokens.css`` and ``screen.css`` have them."""

PROPERTIES: Mapping[str, tuple[str, ...]] = {
    "heading": ("--brand", "--brand-deep"),
    "link": ("--link",),
    "line": ("--rule",),
    "accent": ("--accent",),
    "box": ("--tint",),
    "note": ("--tint-warm",),
    "cover": ("--cover",),
    "cover-text": ("--cover-ink", "--cover-ink-soft"),
    "cover-accent": ("--cover-accent",),
}
"""The custom properties of ``tokens.css`` that each setting gives a value."""

TINTS = ("box", "note")
"""The settings of grounds."""

_GOLD, _LINE = "#d9a441", 3.0
"""The default colour of the cover's line, and the contrast that it needs."""

_FAR, _NEAR = 7.0, 4.5
"""The contrast with dark paper of a derived colour of text, and of a derived line."""

_BOX_CHROMA = 0.02
_BOX, _DARK_BOX = 0.95, 0.27
_STEPS = 256


@dataclass(frozen=True, slots=True)
class BrandColour:
    """The value of one custom property, and the setting it comes from.

    One that is ``derived`` has no setting of its own, which would be the ``key`` of ``table``;
    ``source`` is then the setting it is derived from, and else the same.
    """

    table: str
    key: str
    value: str
    source: tuple[str, str]

    @property
    def derived(self) -> bool:
        """Whether no setting says it."""
        return self.source != (self.table, self.key)

    @property
    def setting(self) -> tuple[str, str]:
        """The setting to change: its own, or the one that it has the same table as."""
        return self.source if self.table == self.source[0] else (self.table, self.key)


def read_colour(written: str) -> Color | None:
    """The opaque colour that CSS ``written`` means, or ``None``."""
    try:
        found = Color.match(written.strip(), fullmatch=True)
    except (ValueError, OverflowError):
        return None
    if found is None or found.color.alpha() != 1:
        return None
    return Color("srgb", found.color.convert("srgb").coords(nans=False))


def hexadecimal(colour: Color) -> str:
    """``colour`` as six digits after a ``#``."""
    return str(colour.convert("srgb").fit("srgb", method="oklch-chroma").to_string(hex=True))


def said(colours: BrandColours) -> Iterator[tuple[str, str]]:
    """Each setting that has a value, and the value."""
    for field in fields(colours):
        if value := getattr(colours, field.name):
            yield field.name.replace("_", "-"), value


@cache
def colours_of(brand: BrandSettings) -> tuple[BrandColour, ...]:
    """All colours that ``brand`` gives, those in light first; none that cannot be read."""
    light = _written(LIGHT, brand.colours)
    _derive_light(light)
    dark = _written(DARK, brand.colours_in_dark)
    for key, colour in light.items():
        if key not in dark and key in _IN_DARK:
            value = _IN_DARK[key](Color(colour.value))
            dark[key] = BrandColour(DARK, key, value, colour.source)
    return (*light.values(), *dark.values())


def _written(table: str, colours: BrandColours) -> dict[str, BrandColour]:
    return {
        key: BrandColour(table, key, hexadecimal(colour), (table, key))
        for key, value in said(colours)
        if (colour := read_colour(value)) is not None
    }


def _derive_light(colours: dict[str, BrandColour]) -> None:
    """Add what follows from the colour of headings, and from that of the cover."""

    def derive(key: str, value: str, source: str) -> None:
        colours.setdefault(key, BrandColour(LIGHT, key, value, (LIGHT, source)))

    if heading := colours.get("heading"):
        derive("link", heading.value, "heading")
        derive("cover", heading.value, "heading")
        derive("box", _tint(Color(heading.value), _BOX), "heading")
    if cover := colours.get("cover"):
        derive("cover-text", _readable_on(cover.value), cover.source[1])
        accent = nearest(Color(_GOLD), ((cover.value, _LINE),))
        derive("cover-accent", accent or colours["cover-text"].value, cover.source[1])


def _readable_on(ground: str) -> str:
    white, black = "#ffffff", "#1c2526"
    return max((white, black), key=lambda ink: ratio(ink, ground))


def _tint(colour: Color, lightness: float) -> str:
    _, chroma, hue = _coordinates(colour)
    return hexadecimal(Color("oklch", [lightness, min(chroma, _BOX_CHROMA), hue]))


def _text_in_dark(colour: Color) -> str:
    return nearest(colour, ((DARK_PAPER, _FAR),)) or "#ffffff"


def _line_in_dark(colour: Color) -> str:
    return nearest(colour, ((DARK_PAPER, _NEAR),)) or "#ffffff"


def _box_in_dark(colour: Color) -> str:
    return _tint(colour, _DARK_BOX)


_IN_DARK = {
    "heading": _text_in_dark,
    "link": _text_in_dark,
    "line": _line_in_dark,
    "accent": _line_in_dark,
    "box": _box_in_dark,
    "note": _box_in_dark,
}
"""How each colour is derived in dark. The cover has the same colours there."""


@cache
def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    return float(Color(one).contrast(Color(other), method="wcag21"))


def _coordinates(colour: Color) -> tuple[float, float, float]:
    """Lightness, chroma and hue; a grey has the hue 0."""
    lightness, chroma, hue = colour.convert("oklch").coords(nans=False)
    return float(lightness), float(chroma), float(hue)


def nearest(start: Color, beside: Sequence[tuple[str, float]]) -> str:
    """The colour nearest to ``start``, of the same hue, that stands out from all of ``beside``.

    Each of these is a colour and the contrast ratio it needs. Empty if there is none.
    """
    lightness, chroma, hue = _coordinates(start)
    found = []
    for end in (0, _STEPS):
        for step in range(_STEPS + 1):
            here = lightness + (end / _STEPS - lightness) * step / _STEPS
            tried = hexadecimal(Color("oklch", [here, chroma, hue]))
            if all(ratio(tried, other) >= need for other, need in beside):
                found.append(tried)
                break
    return min(found, key=lambda one: start.delta_e(Color(one), method="ok"), default="")
