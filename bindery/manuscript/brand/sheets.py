"""What a brand adds to the style sheets: values of their custom properties, and its typefaces.

Each colour is on a line of its own with the setting that it comes from, so that what is wrong with
it can be told there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bindery.vocabulary.brand import DARK, FAMILIES, LIGHT, NO_BRAND, BrandFace, BrandSettings

TOKENS, SCREEN, PRINT, COVER = "tokens.css", "screen.css", "print/print.css", "print/cover.svg"

_IN_DARK = "@media screen and (prefers-color-scheme: dark) {"
_MORE_CONTRAST = re.compile(r"@media \(prefers-contrast: more\) \{.*?\n\}", re.DOTALL)
_SANS = re.compile(r"--sans:\s*([^;}]+)")
_SAID = re.compile(r"(--[\w-]+): [^;]+; /\* \[brand\.([\w-]+)\] ([\w-]+)(?: < ([\w-]+))? \*/")
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_ITALIC = "em, i, cite, dfn, var"


@dataclass(frozen=True, slots=True)
class BrandLook:
    """The settings of a brand, and the files of its typefaces."""

    settings: BrandSettings = NO_BRAND
    faces: tuple[BrandFace, ...] = ()


NO_LOOK = BrandLook()


@dataclass(frozen=True, slots=True)
class SaidColour:
    """The setting that a line of a style sheet comes from: its table and key.

    Where that is not written, ``source`` is the key that it is derived from.
    """

    table: str
    key: str
    source: str = ""

    @property
    def setting(self) -> tuple[str, str]:
        """The setting to change. In the light a derived colour changes with its source."""
        derived = self.source and self.table == LIGHT
        return self.table, self.source if derived else self.key


def said_on(line: str) -> SaidColour | None:
    """The setting that ``line`` of a style sheet comes from, if it is of a brand."""
    found = _SAID.search(line)
    return SaidColour(found[2], found[3], found[4] or "") if found else None


def with_brand(name: str, text: str, look: BrandLook) -> str:
    """The template ``name`` with what ``look`` adds; the same if that is nothing."""
    if look == NO_LOOK:
        return text
    if name == COVER:
        return _painted(text, look)
    added = "\n".join(_added(name, text, look))
    return f"{text.rstrip()}\n{added}\n" if added else text


def _added(name: str, text: str, look: BrandLook) -> Iterator[str]:
    if name == TOKENS:
        yield from _root(look, LIGHT)
    if name == SCREEN and (dark := [*_root(look, DARK)]):
        yield from (_IN_DARK, *dark, "}")
        # It is above them in the sheet, and must win.
        yield from _MORE_CONTRAST.findall(text)
    if name in (TOKENS, SCREEN):
        yield from _sans(name, text, look)
    if name in (PRINT, SCREEN):
        yield from _families(look, name)


def _root(look: BrandLook, table: str) -> Iterator[str]:
    """The colours of a table of settings, as values of custom properties."""
    # coloraide takes a tenth of a second to import, which only a brand needs.
    from bindery.manuscript.brand.brand_colours import PROPERTIES, colours_of  # noqa: PLC0415

    lines = [
        f"  {name}: {colour.value}; /* [brand.{table}] {colour.key}"
        + (f" < {colour.source[1]}" if colour.derived else "")
        + " */"
        for colour in colours_of(look.settings)
        if colour.table == table
        for name in PROPERTIES[colour.key]
    ]
    if lines:
        yield from (":root {", *lines, "}")


_DRAWINGS = (
    "/* unntak readers-styles-can-win: Ordene i en tegning er plassert etter disse bokstavene. */",
    "/* exception readers-styles-can-win: A drawing's words are placed by these letters. */",
)


def _sans(name: str, text: str, look: BrandLook) -> Iterator[str]:
    """The typeface of the text, before those that the sheet has."""
    if (found := _SANS.findall(text)) and any(face.role == "body" for face in look.faces):
        stack = found[-1].strip()
        yield f':root {{ --sans: "{FAMILIES["body"]}", {stack}; }}'
        if name == SCREEN:
            yield from _DRAWINGS
            yield f".drawing, .drawing * {{ font-family: {stack} !important; }}"


def _families(look: BrandLook, name: str) -> Iterator[str]:
    """The typeface of headings, and bold where the text's typeface has no italic."""
    if any(face.role == "headings" for face in look.faces):
        titles = ", .cover .title" if name == PRINT else ""
        yield f'{_HEADINGS}{titles} {{ font-family: "{FAMILIES["headings"]}", var(--sans); }}'
    body = [face for face in look.faces if face.role == "body"]
    if body and not any(face.italic for face in body):
        yield f"{_ITALIC} {{ font-style: normal; font-weight: bold; }}"


_WAVES = ("#0b4a4f", "#14646a")
"""The first two colours of the default cover's drawing: lighter than its ground."""
_GOLD = "#d9a441"
_SHARES = (0.08, 0.18)


def _painted(drawing: str, look: BrandLook) -> str:
    """The default cover's drawing in the colours of the cover."""
    from coloraide import Color  # noqa: PLC0415 - see above

    from bindery.manuscript.brand.brand_colours import colours_of, hexadecimal, ratio  # noqa: PLC0415

    values = {one.key: one.value for one in colours_of(look.settings) if one.table == "colours"}
    if gold := values.get("cover-accent"):
        drawing = drawing.replace(_GOLD, gold)
    if not (ground := values.get("cover")) or not (ink := values.get("cover-text")):
        return drawing
    lighter = [hexadecimal(Color(ground).mix(ink, share, space="oklab")) for share in _SHARES]
    # The words go on over the drawing.
    away = "#000000" if ratio(ink, "#000000") > ratio(ink, "#ffffff") else "#ffffff"
    other = [hexadecimal(Color(ground).mix(away, share, space="oklab")) for share in _SHARES]
    waves = lighter if all(ratio(ink, one) >= 4.5 for one in lighter) else other
    for before, now in zip(_WAVES, waves, strict=True):
        drawing = drawing.replace(before, now)
    return drawing
