"""The kinds of image files that a manuscript may have, by the ending of their names."""

from pathlib import PurePosixPath

FORMATS = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".jfif": "JPEG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".bmp": "BMP",
    ".avif": "AVIF",
    ".heic": "HEIF",
    ".heif": "HEIF",
}
"""What Pillow calls the format of a picture with each ending. A drawing in SVG is no picture."""

IMAGE_SUFFIXES = frozenset({".svg", *FORMATS})


def format_named(path: str) -> str:
    """The format that the name of ``path`` says, or an empty string if it names no picture."""
    return FORMATS.get(PurePosixPath(path).suffix.lower(), "")
