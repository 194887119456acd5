"""Pictures of every kind, which all show the same: red at the left, blue at the right."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

SIZE = (64, 32)
RED, BLUE = (204, 51, 51), (51, 51, 204)
NAME = "Kari Nordmann"

HEIC = (Path(__file__).parent / "foto.heic").read_bytes()
"""A photograph of a telephone, on its side, with the name of its photographer."""


def saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    """``picture`` as a file in the format ``form``."""
    written = BytesIO()
    picture.save(written, form, **options)
    return written.getvalue()


def two_colours(mode: str = "RGB") -> Image.Image:
    """The picture, in ``mode``."""
    picture = Image.new("RGB", SIZE, RED)
    picture.paste(BLUE, (SIZE[0] // 2, 0, *SIZE))
    return picture.convert(mode)


def noted(orientation: int = 1) -> Image.Exif:
    """Notes on who took a photograph, and how it is to be turned."""
    notes = Image.Exif()
    notes[0x013B] = NAME
    notes[0x0112] = orientation
    notes.get_ifd(0x8825)[1] = "N"
    return notes


def sixteen_bits() -> Image.Image:
    """A grey ramp of 256 shades in sixteen bits."""
    shades = b"".join((shade * 257).to_bytes(2, "little") for shade in range(256))
    return Image.frombytes("I;16", (256, 1), shades)


def seen(content: bytes) -> Image.Image:
    """The picture ``content`` as a program shows it that knows nothing of notes and profiles."""
    return Image.open(BytesIO(content)).convert("RGB")


def is_near(colour: object, other: tuple[int, int, int]) -> bool:
    """Whether two colours look the same."""
    assert isinstance(colour, tuple)
    return all(abs(a - b) <= 24 for a, b in zip(colour, other, strict=True))
