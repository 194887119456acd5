"""Make a picture one that all programs show alike: upright, in sRGB, in a format they know.

A picture that is so already keeps its bytes, but for notes on who took it, when and where.
"""

from io import BytesIO
from typing import Any

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import get_sampling

from bindery.document.pictures.colours import has_plain_colours, in_plain_colours
from bindery.document.pictures.opening import UNREADABLE, is_animated, opened, orientation_of
from bindery.document.pictures.unsigned import NotWholeError, unsigned

KNOWN = frozenset({"PNG", "JPEG", "GIF", "WEBP"})
"""The formats that reading systems know (EPUB 3.3, Core media types)."""

_LOSSLESS = frozenset({"PNG", "GIF", "TIFF", "BMP"})
_WEBP_LOSSLESS = b"VP8L"
_FINE, _GOOD = 95, 88
"""The quality of a JPEG without any difference to be seen, and of one made smaller."""

_SHADES = 65_536
"""A picture with more colours is a photograph, and smaller as a JPEG."""


def shown(content: bytes, wanted: str) -> tuple[bytes, str]:
    """The bytes and the format that editions have for the picture ``content``.

    ``wanted`` is the format it is to be in. A file that cannot be read is returned as it is: a
    rule reports it, if a chapter shows it.
    """
    try:
        with opened(content, wanted) as picture:
            upright = orientation_of(picture, content) == 1
            plain = is_animated(picture) or (upright and has_plain_colours(picture))
        kept = _unsigned(content, wanted) if plain and wanted in KNOWN else None
        return redrawn(content, wanted) if kept is None else (kept, wanted)
    except UNREADABLE:
        return content, wanted


def _unsigned(content: bytes, form: str) -> bytes | None:
    """``content`` without notes, if it shows the same as before."""
    try:
        kept = unsigned(content, form)
    except NotWholeError:
        return None
    same = kept == content or _drawn_small(kept, form) == _drawn_small(content, form)
    return kept if same else None


def _drawn_small(content: bytes, form: str) -> bytes:
    """The pixels of a picture, of a JPEG at an eighth of its size."""
    try:
        with opened(content, form) as picture:
            picture.draft(None, (1, 1))
            return picture.tobytes()
    except UNREADABLE:
        return b""


def redrawn(content: bytes, form: str, most_pixels: int | None = None) -> tuple[bytes, str]:
    """The picture ``content`` in a plain form, of at most ``most_pixels``; and its format."""
    with opened(content, form) as picture:
        before = _as_before(picture)
        if orientation_of(picture, content) != 1:
            ImageOps.exif_transpose(picture, in_place=True)
        plain = in_plain_colours(picture)
        options: dict[str, Any] = {"quality": _FINE, "subsampling": 0}
        if most_pixels is not None and plain.width * plain.height > most_pixels:
            plain = _smaller(plain, most_pixels)
            options = {"quality": _GOOD}
        elif before and plain.mode in ("L", "RGB"):
            options = before
        # All other notes would be written again, from the file that was opened.
        plain.info = {name: said for name, said in plain.info.items() if name == "transparency"}
        lossless = form in _LOSSLESS or (form == "WEBP" and _WEBP_LOSSLESS in content)
        made = _form_of(plain, form, lossless=lossless)
        if made != "JPEG":
            options = {"lossless": lossless, "quality": _FINE} if made == "WEBP" else {}
        written = BytesIO()
        plain.save(written, made, **options)
    return written.getvalue(), made


def _as_before(picture: Image.Image) -> dict[str, Any]:
    """How a JPEG in RGB or grey was compressed; the same once more costs next to nothing."""
    tables = getattr(picture, "quantization", None)
    if not tables or picture.mode not in ("L", "RGB"):
        return {}
    return {"qtables": tables, "subsampling": get_sampling(picture)}


def _smaller(plain: Image.Image, most_pixels: int) -> Image.Image:
    """``plain`` with at most ``most_pixels``, in a mode whose colours can be mixed."""
    if plain.has_transparency_data:
        plain = plain.convert("RGBA")
    elif plain.mode in ("1", "P"):
        plain = plain.convert("L" if plain.mode == "1" else "RGB")
    share = (most_pixels / (plain.width * plain.height)) ** 0.5
    size = (max(1, int(plain.width * share)), max(1, int(plain.height * share)))
    return plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _form_of(plain: Image.Image, form: str, *, lossless: bool) -> str:
    """The format for ``plain``, whose file was in the format ``form``."""
    if form == "WEBP":
        return "WEBP"
    if plain.has_transparency_data or form in ("PNG", "GIF"):
        return "PNG"
    return "PNG" if lossless and plain.getcolors(_SHADES) is not None else "JPEG"
