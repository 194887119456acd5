"""What is wrong with the values of ``[brand]``, apart from its typefaces."""

from collections.abc import Iterator

from bindery.manuscript.toml_file import Place
from bindery.vocabulary.brand import DARK, LIGHT, NO_BRAND
from bindery.vocabulary.publication import Settings
from bindery.vocabulary.text import Text


def unusable_brand(settings: Settings) -> Iterator[tuple[Place, Text, Text]]:
    """Place, message and hint of each value that cannot be used."""
    brand = settings.brand
    if brand == NO_BRAND:
        return
    from bindery.manuscript.brand.brand_colours import read_colour, said  # noqa: PLC0415

    for table, colours in ((LIGHT, brand.colours), (DARK, brand.colours_in_dark)):
        for key, value in said(colours):
            if read_colour(value) is None:
                message = _NO_COLOUR.filled(value=value[:40])
                yield ("brand", table, key), message, _COLOURS
    if (logo := brand.logo) is not None:
        for key, value in (("file", logo.file), ("alternative", logo.alternative)):
            if not value.strip():
                yield ("brand", "logo", key), _EMPTY.filled(key=key), _LOGO
    old = settings.editions.pdf.cover
    if brand.cover and old and brand.cover != old:
        message = _TWO_COVERS.filled(first=brand.cover[:60], second=old[:60])
        yield ("editions", "pdf", "cover"), message, _ONE_COVER


_NO_COLOUR = Text(nb="«{value}» er ikke en farge.", en="“{value}” is not a colour.")
_COLOURS = Text(
    nb="Skriv fargen som i CSS, uten gjennomsiktighet: #0b4a2f eller rgb(11 74 47).",
    en="Write the colour as CSS does, and opaque: #0b4a2f or rgb(11 74 47).",
)
_EMPTY = Text(nb="«brand.logo.{key}» er tom.", en="“brand.logo.{key}” is empty.")
_LOGO = Text(
    nb='Skriv filen og hva logoen viser: file = "logo.svg", alternative = "Fjell kommune".',
    en='Write the file and what it shows: file = "logo.svg", alternative = "City of Fjell".',
)
_TWO_COVERS = Text(
    nb="Omslaget er både «{first}» i [brand] og «{second}» her.",
    en="The cover is both “{first}” in [brand] and “{second}” here.",
)
_ONE_COVER = Text(
    nb="Fjern nøkkelen her. «cover» i [brand] gjelder alle utgaver.",
    en="Remove the key here. “cover” in [brand] is for all editions.",
)
