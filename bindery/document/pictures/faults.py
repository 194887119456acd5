"""What is wrong with the file of a picture, if anything."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import islice

from PIL import Image, ImageSequence

from bindery.document.pictures.opening import (
    UNREADABLE,
    format_of,
    is_animated,
    opened,
    pages_of,
    strictly,
)
from bindery.vocabulary.image_files import format_named

MOST_PIXELS = 2 * (Image.MAX_IMAGE_PIXELS or 0)
"""The most pixels a picture may have. With more, it may take all the memory there is."""

_DECODED = 300_000_000
"""The most pixels that are read of one file: an animation has them in every frame."""

_NUMBERS = frozenset({"F", "I"})
"""Modes of measurements, in which no number is known to be white."""


class Fault(Enum):
    """What is wrong with a picture's file."""

    OTHER_FORMAT = auto()
    DAMAGED = auto()
    TOO_LARGE = auto()
    SEVERAL_PAGES = auto()
    NUMBERS = auto()
    MOVES = auto()


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A ``fault``, and the format that a file of another format is in."""

    fault: Fault
    format: str = ""


@lru_cache(maxsize=512)
def fault_of(path: str, content: bytes) -> Diagnosis | None:
    """What keeps readers from seeing all of the picture ``content``, or ``None``.

    All its pixels are read: Pillow's own ``verify`` finds no JPEG or GIF that is cut short. But
    it finds a PNG whose last few bytes are missing.
    """
    wanted = format_named(path)
    try:
        with strictly():
            with opened(content, wanted) as picture:
                picture.verify()
            with opened(content, wanted) as picture:
                return _of(picture)
    except Image.DecompressionBombError:
        return Diagnosis(Fault.TOO_LARGE)
    except UNREADABLE:
        other = format_of(content)
        if other and other != wanted:
            return Diagnosis(Fault.OTHER_FORMAT, other)
        return Diagnosis(Fault.DAMAGED)


def _of(picture: Image.Image) -> Diagnosis | None:
    if pages_of(picture) > 1:
        return Diagnosis(Fault.SEVERAL_PAGES)
    if picture.mode in _NUMBERS:
        return Diagnosis(Fault.NUMBERS)
    if is_animated(picture):
        if picture.format == "AVIF":
            return Diagnosis(Fault.MOVES)
        most = _DECODED // max(1, picture.width * picture.height)
        for frame in islice(ImageSequence.Iterator(picture), max(1, most)):
            frame.load()
    else:
        # JPEG is read at an eighth of its size, which is as good a test of the file.
        picture.draft(None, (1, 1))
        picture.load()
    return None
