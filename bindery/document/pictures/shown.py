"""What the editions show of a picture: the author's own file, or one that all programs can show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import Lock

from bindery.document.svg.parse import UndrawableError
from bindery.document.svg.plain import plain_drawing
from bindery.vocabulary.image_files import format_named

MOST_PIXELS_IN_PRINT = 36_000_000
"""An A4 page at 600 pixels to the inch. More is not seen on paper, and viewers choke on it."""

_DRAWING = "SVG"


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of an image as editions show it, and their format, such as ``PNG``."""

    content: bytes
    form: str

    @property
    def media_type(self) -> str:
        """Its media type."""
        return "image/svg+xml" if self.is_drawing else f"image/{self.form.lower()}"

    @property
    def suffix(self) -> str:
        """The ending of the name of its file, such as ``.png``."""
        return ".jpg" if self.form == "JPEG" else f".{self.form.lower()}"

    @property
    def is_drawing(self) -> bool:
        """Whether it is SVG."""
        return self.form == _DRAWING


class Pictures(Mapping[str, Picture]):
    """The images of a publication by their paths, as its editions show them.

    Each is made when an edition first asks for it, and once for all editions. A drawing is in its
    plain form. A file that cannot be read is left as it is.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._made: dict[str, Picture] = {}
        self._locks = {path: Lock() for path in files}

    def __getitem__(self, path: str) -> Picture:
        with self._locks[path]:
            if path not in self._made:
                self._made[path] = _shown(path, self._files[path])
            return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _shown(path: str, content: bytes) -> Picture:
    if not (wanted := format_named(path)):
        return _drawing(content)
    from bindery.document.pictures.redrawn import shown  # noqa: PLC0415 - not for drawings

    return Picture(*shown(content, wanted))


def _drawing(content: bytes) -> Picture:
    try:
        return Picture(plain_drawing(content).as_file, _DRAWING)
    except UndrawableError:
        return Picture(content, _DRAWING)


def can_be_shown(path: str, content: bytes) -> bool:
    """Whether every program shows all of the picture ``content``."""
    if not format_named(path):
        try:
            plain_drawing(content)
        except UndrawableError:
            return False
        return True
    from bindery.document.pictures.faults import fault_of  # noqa: PLC0415 - not for drawings

    return fault_of(path, content) is None


def fitting(picture: Picture, most_pixels: int) -> Picture:
    """``picture``, made smaller if it has more than ``most_pixels``; one that moves is not."""
    if picture.is_drawing:
        return picture
    from bindery.document.pictures.opening import UNREADABLE, is_animated, opened  # noqa: PLC0415
    from bindery.document.pictures.redrawn import redrawn  # noqa: PLC0415 - not for drawings

    try:
        with opened(picture.content, picture.form) as before:
            if before.width * before.height <= most_pixels or is_animated(before):
                return picture
        return Picture(*redrawn(picture.content, picture.form, most_pixels))
    except UNREADABLE:
        return picture
