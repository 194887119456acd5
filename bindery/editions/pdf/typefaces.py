"""The fonts of a joined book: what its parts use of each face, taken together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from weasyprint.pdf.fonts import Font
from weasyprint.text.constants import PANGO_STRETCH, PANGO_VARIANT
from weasyprint.text.ffi import TO_UNITS, ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_key

from bindery.editions.pdf.drawn import DrawnFont, Face
from bindery.editions.pdf.orders import ApartError
from bindery.editions.pdf.structure.reversed_text import PART_OF_A_LETTER
from bindery.editions.pdf.typeset import drawn_font


def together(fonts: Iterable[DrawnFont]) -> list[DrawnFont]:
    """Each face once, with the glyphs of all. What is said of a glyph first counts.

    A glyph that means nothing is an error (ISO 14289-1, 7.21.7), and is a part of a letter.
    """
    found: dict[str, DrawnFont] = {}
    for font in fonts:
        known = found.setdefault(
            font.face.name, replace(font, to_unicode={}, widths={}, missing={})
        )
        for glyph, meaning in font.to_unicode.items():
            known.to_unicode[glyph] = known.to_unicode.get(glyph) or meaning
        known.widths.update(
            {glyph: one for glyph, one in font.widths.items() if glyph not in known.widths}
        )
        known.missing.update(font.missing)
    for font in found.values():
        for glyph, meaning in font.to_unicode.items():
            font.to_unicode[glyph] = meaning or PART_OF_A_LETTER
    return [*found.values()]


def with_glyphs(font: DrawnFont, known: dict[str, Any], configuration: Any) -> Any:
    """WeasyPrint's font of this face, one of the ``known`` or read again, with these glyphs.

    Raises ``ApartError`` if Pango finds another typeface by the same name.
    """
    made = known.get(font.face.name) or _loaded(font.face, configuration)
    if drawn_font(made).face.digest != font.face.digest:
        raise ApartError(f"another file has {font.face}")
    made.to_unicode, made.widths, made.missing = font.to_unicode, font.widths, font.missing
    return made


def _loaded(face: Face, configuration: Any) -> Any:
    """The font of a face. WeasyPrint does not say its variant and width: its name is of all."""
    for variant, stretch in product(_each(PANGO_VARIANT), _each(PANGO_STRETCH)):
        made = _described(face, variant, stretch, configuration)
        if made is not None and made.hash == face.name:
            return made
    raise ApartError(f"no typeface is {face}")


def _each(values: Mapping[str, int]) -> list[int]:
    """All values, the usual one first."""
    return sorted(set(values.values()), key=lambda value: value != values["normal"])


def _described(face: Face, variant: int, stretch: int, configuration: Any) -> Any:
    description = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    family = ffi.new("char[]", face.family.encode())
    pango.pango_font_description_set_family(description, family)
    pango.pango_font_description_set_style(description, face.style)
    pango.pango_font_description_set_weight(description, face.weight)
    pango.pango_font_description_set_variant(description, variant)
    pango.pango_font_description_set_stretch(description, stretch)
    pango.pango_font_description_set_absolute_size(description, face.size * TO_UNITS)
    context = ffi.gc(
        pango.pango_font_map_create_context(configuration.font_map), gobject.g_object_unref
    )
    font = pango.pango_font_map_load_font(configuration.font_map, context, description)
    if font == ffi.NULL:
        return None
    font = ffi.gc(font, gobject.g_object_unref)
    _, known_by, size = get_pango_font_key(font)
    made = Font(font, known_by, size)
    made.pango_font = font  # which the face is read from, as long as it is used
    return made
