"""Pictures inside the page: as sharp as there is room for."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from io import BytesIO
from mimetypes import guess_type

from PIL import Image, ImageOps

from bindery.document.model import Element

_LADDER = (
    *((1344, 80), (1008, 75), (672, 70), (504, 60), (420, 55), (336, 50), (252, 40)),
    *((168, 30), (112, 20)),
)
"""Width in pixels and WebP quality, from twice the column's width on a dense screen downwards."""

_AS_TEXT = 4 / 3
"""How much longer bytes are in base64."""


def embed_pictures(pictures: Sequence[Element], images: Mapping[str, bytes], room: int) -> None:
    """Write every picture's bytes into its ``img``, so small that all are within ``room`` bytes.

    A picture that is small enough as it is stays as its author made it. Where even the smallest
    are too large, they go in as the smallest.
    """
    paths = [picture.get("src") or "" for picture in pictures]
    embedded = {path: (_media_type(path), images[path]) for path in paths}
    for width, quality in _LADDER:
        if sum(len(embedded[path][1]) * _AS_TEXT for path in paths) <= room:
            break
        embedded = {path: _smaller(path, images[path], width, quality) for path in embedded}
    for picture, path in zip(pictures, paths, strict=True):
        media_type, data = embedded[path]
        picture.set("src", f"data:{media_type};base64,{b64encode(data).decode()}")


def _smaller(path: str, data: bytes, width: int, quality: int) -> tuple[str, bytes]:
    """The media type and bytes of a picture at most ``width`` pixels wide."""
    written = BytesIO()
    with Image.open(BytesIO(data)) as opened:
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((width, 2 * width))
        upright.convert("RGBA" if upright.has_transparency_data else "RGB").save(
            written, "WEBP", quality=quality, method=4
        )
    smaller = written.getvalue()
    return ("image/webp", smaller) if len(smaller) < len(data) else (_media_type(path), data)


def _media_type(path: str) -> str:
    return guess_type(path)[0] or "application/octet-stream"
