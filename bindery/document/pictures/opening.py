"""Open pictures of every kind that a manuscript may have, without trusting their names."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock

from PIL import Image, ImageFile

from bindery.vocabulary.image_files import FORMATS

UNREADABLE = (
    *(ArithmeticError, EOFError, LookupError, OSError, RuntimeError, SyntaxError, TypeError),
    *(ValueError, struct.error, Image.DecompressionBombError),
)
"""What Pillow and its plug-ins raise for files that they cannot read: damage can be anywhere."""

_HEIF = "HEIF"
_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})
"""The orientations in which width and height change places (Exif 3.0, 4.6.5)."""

_SMALLER_COPY = 1
"""The bit of TIFF's NewSubfileType that says that a page is a smaller copy of another."""


@contextmanager
def opened(content: bytes, form: str) -> Iterator[Image.Image]:
    """The picture ``content``, which is to be in the format ``form``.

    Raises one of ``UNREADABLE`` if it is in another, or has too many pixels. Its pixels are read
    when they are asked for.
    """
    with _open(content, (form,)) as picture:
        yield picture


def format_of(content: bytes) -> str:
    """Pillow's name of the format of ``content``, or an empty string if it is none of ours."""
    try:
        with _open(content, tuple({*FORMATS.values()})) as picture:
            # A JPEG of a telephone may have further pictures beside it.
            return "JPEG" if picture.format == "MPO" else picture.format or ""
    except UNREADABLE:
        return ""


_ONE_AT_A_TIME = Lock()
"""What Python is to warn of is the same for all threads."""


def _open(content: bytes, forms: tuple[str, ...]) -> Image.Image:
    if _HEIF in forms:
        import pi_heif  # noqa: PLC0415 - few books have a photograph in HEIF

        pi_heif.register_heif_opener(thumbnails=False)
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        # Half as many pixels as are refused are no reason to warn.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(BytesIO(content), formats=forms)


@contextmanager
def strictly() -> Iterator[None]:
    """Refuse pictures that are cut short: WeasyPrint makes Pillow draw them in part."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def size_of(content: bytes, form: str) -> tuple[int, int]:
    """Width and height in pixels of a picture held upright; zeros if it cannot be read."""
    try:
        with opened(content, form) as picture:
            # Pillow turns a TIFF itself.
            turned = form != "TIFF" and orientation_of(picture, content) in _TURNED
            return picture.size[::-1] if turned else picture.size
    except UNREADABLE:
        return 0, 0


def orientation_of(picture: Image.Image, content: bytes) -> int:
    """How ``picture`` is to be turned: 1 if it is upright (Exif 3.0, 4.6.5)."""
    # Pillow reads every pixel of a PNG to learn whether there is a note on it after them.
    if picture.format == "PNG" and b"eXIf" not in content:
        return 1
    try:
        said = picture.getexif().get(_ORIENTATION)
    except UNREADABLE:
        return 1  # the note on it cannot be read
    return said if isinstance(said, int) and said in range(2, 9) else 1


def is_animated(picture: Image.Image) -> bool:
    """Whether ``picture`` moves when it is shown.

    A photograph of a telephone may have further pictures beside it, which no program shows.
    """
    moving = picture.format in ("GIF", "PNG", "WEBP", "AVIF")
    return moving and bool(getattr(picture, "is_animated", False))


def pages_of(picture: Image.Image) -> int:
    """How many pages ``picture`` has. Only TIFF has more than one."""
    if picture.format != "TIFF":
        return 1
    pages = 0
    for number in range(getattr(picture, "n_frames", 1)):
        picture.seek(number)
        pages += not picture.tag_v2.get(254, 0) & _SMALLER_COPY  # type: ignore[attr-defined]
    picture.seek(0)
    return pages
