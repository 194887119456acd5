"""Photographs on their way into ``figures/``: upright, in sRGB, no larger than print shows.

Notes on who took them, where and when are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL.Image import Image

from bindery.document.pictures.colours import has_plain_colours
from bindery.document.pictures.opening import UNREADABLE, is_animated, opened, orientation_of
from bindery.document.pictures.redrawn import KNOWN, redrawn, shown
from bindery.document.pictures.shown import MOST_PIXELS_IN_PRINT
from bindery.vocabulary.image_files import format_named
from bindery.vocabulary.text import Text, joined

_TURNED = Text(nb="snudd riktig vei", en="turned upright")
_COLOURS = Text(nb="gjort om til fargene i sRGB", en="colours converted to sRGB")
_FORMAT = Text(nb="gjort om fra {form}", en="converted from {form}")
_SMALLER = Text(
    nb="gjort mindre, fra {wide} × {high} bildepunkter",
    en="made smaller, from {wide} × {high} pixels",
)
_NOTES = Text(
    nb="uten opplysninger om kamera, tid og sted", en="without notes on camera, time and place"
)


@dataclass(frozen=True, slots=True)
class MadeRight:
    """A picture as it is kept, the ending of its name, and what was done to it.

    ``redrawn`` is true if its pixels are others than those of the file it came in.
    """

    content: bytes
    kind: str
    done: tuple[Text, ...] = ()
    redrawn: bool = False

    @property
    def told(self) -> Text:
        """What was done, as one list."""
        return joined(", ", self.done)


def made_right(content: bytes, kind: str) -> MadeRight:
    """The picture ``content`` of a ``kind`` (``jpg``) as all programs show it alike."""
    form = format_named(f"a.{kind}")
    if not form:
        return MadeRight(content, kind)
    try:
        done = tuple(_to_do(content, form))
        with opened(content, form) as picture:
            large = picture.width * picture.height > MOST_PIXELS_IN_PRINT and not is_animated(
                picture
            )
        made, new = redrawn(content, form, MOST_PIXELS_IN_PRINT) if large else shown(content, form)
    except UNREADABLE:
        return MadeRight(content, kind)
    if made == content:
        return MadeRight(content, kind)
    ending = kind if new == form else "jpg" if new == "JPEG" else new.lower()
    return MadeRight(made, ending, done or (_NOTES,), redrawn=bool(done))


def _to_do(content: bytes, form: str) -> Iterator[Text]:
    """What is not as it should be in a picture, apart from its notes."""
    with opened(content, form) as picture:
        if orientation_of(picture, content) != 1:
            yield _TURNED
        if is_animated(picture):
            return
        if form in KNOWN and not has_plain_colours(picture):
            yield _COLOURS
        if form not in KNOWN:
            yield _FORMAT.filled(form=form)
        if _is_too_large(picture):
            yield _SMALLER.filled(wide=picture.width, high=picture.height)


def _is_too_large(picture: Image) -> bool:
    return picture.width * picture.height > MOST_PIXELS_IN_PRINT
