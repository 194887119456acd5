"""Typefaces for tests of brands: parts of the default ones, as a publisher's own files."""

from functools import cache
from io import BytesIO

import uharfbuzz
from fontTools.ttLib import TTFont

from bindery.manuscript.templates import HOUSE

LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2027))
ASCII = (*range(0x20, 0x7F), *range(0x2010, 0x2027))
LICENCE = b"SIL OPEN FONT LICENSE Version 1.1"

OWN = {
    "brand/Latin-Regular.ttf": ("Andika-Regular.ttf", 400),
    "brand/Latin-Bold.ttf": ("Andika-Bold.ttf", 700),
    "brand/Latin-Italic.ttf": ("Andika-Italic.ttf", 400),
    "brand/Ascii-Regular.ttf": ("Andika-Regular.ttf", 400),
    "brand/Ascii-Bold.ttf": ("Andika-Bold.ttf", 700),
    "brand/Heavy.ttf": ("NotoSansMono-Regular.ttf", 900),
}
"""The files that a test's book may name, and the default ones that they are parts of."""


@cache
def typeface(name: str, letters: tuple[int, ...] = LATIN, embedding: int = 0) -> bytes:
    """The file ``name`` of :data:`OWN`, with these ``letters`` and this ``fsType``."""
    source, weight = OWN[name]
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).set(set(letters))
    whole = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(HOUSE / "fonts" / source)))
    font = TTFont(BytesIO(uharfbuzz.subset(whole, wanted).blob.data), recalcTimestamp=False)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsType = embedding
    font["name"].setName("Latin" if "Latin" in name else "Heavy", 1, 3, 1, 0x409)
    font["name"].names = [one for one in font["name"].names if one.nameID not in (16, 17)]
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def files_named_in(settings: str) -> dict[str, bytes]:
    """The files of the typefaces that ``settings`` name, with a licence beside them."""
    named = {
        name: typeface(name, ASCII if "Ascii" in name else LATIN)
        for name in OWN
        if f'"{name}"' in settings
    }
    return {**named, "brand/OFL.txt": LICENCE} if named else {}
