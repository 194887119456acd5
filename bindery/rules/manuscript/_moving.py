"""Images that move: for how long, and whether they flash (WCAG 2.2, 2.3.1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from bindery.claims.holdings import moves
from bindery.document.drawings import is_drawing
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._images import Whereabouts, image_path, whereabouts
from bindery.vocabulary.image_files import format_named

MOST_FLASHES = 3
"""The most flashes allowed in any one second."""

MOST_FRAMES = 300

_CHANGE = 0.1
"""In relative luminance, where white is 1. A flash is a change of this much and one back."""

_DARK = 0.8
"""Relative luminance. A change between two values above this is no flash."""

_FIELD = (341, 256)
"""CSS pixels in ten degrees of the field of view; a quarter of them must not flash."""

_CELL = 16
"""Pixels: the side of the squares whose luminance is compared."""

_MOST_CELLS = 64
_SECOND = 1000
_AT_ONCE = 20
_BROWSERS_OWN = 100
"""Milliseconds. Browsers show a frame this long if its own time is less than ``_AT_ONCE``."""


@dataclass(frozen=True, slots=True)
class Moving:
    """An image that moves. ``flashes`` is whether it flashes more than three times in a second."""

    image: Image
    is_drawing: bool
    flashes: bool


def moving_images(manuscript: Manuscript) -> Iterator[Moving]:
    """The images that move, each file once, at its first use."""
    seen: set[str] = set()
    for image in manuscript.every(Image):
        path = image_path(image, manuscript.publication.images) or ""
        if path in seen or whereabouts(image, manuscript.publication) is not Whereabouts.HERE:
            continue
        seen.add(path)
        content = manuscript.publication.images[path]
        if _moves(path, content):
            drawn = is_drawing(path)
            flashes = not drawn and _flash(tuple(_frames(path, content)))
            yield Moving(image, drawn, flashes)


@dataclass(frozen=True, slots=True)
class _Frame:
    """One frame: how long it is shown, in milliseconds, and the luminance of each square.

    A row has ``columns`` squares of ``side`` by ``side`` pixels.
    """

    lasts: int
    lights: tuple[float, ...]
    columns: int
    side: float


def _moves(path: str, content: bytes) -> bool:
    try:
        return moves(path, content)
    except (OSError, SyntaxError, ValueError):
        return False  # image-is-readable reports it.


def _frames(path: str, content: bytes) -> Iterator[_Frame]:
    """The first frames of an image that moves, at most ``MOST_FRAMES``."""
    from PIL import ImageSequence  # noqa: PLC0415 - not for a book of drawings

    from bindery.document.pictures.opening import opened  # noqa: PLC0415

    with opened(content, format_named(path)) as picture:
        yield from map(_seen, islice(ImageSequence.Iterator(picture), MOST_FRAMES))


def _seen(frame: Any) -> _Frame:
    from PIL import Image as Picture  # noqa: PLC0415

    side = max(_CELL, max(frame.size) / _MOST_CELLS)
    columns, rows = (max(1, round(length / side)) for length in frame.size)
    coloured = frame.convert("RGBA")
    on_white = Picture.new("RGBA", frame.size, "white")
    on_white.alpha_composite(coloured)
    squares = on_white.convert("RGB").resize((columns, rows), Picture.Resampling.BOX)
    colours = squares.tobytes()
    lights = tuple(
        0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]
        for red, green, blue in zip(colours[::3], colours[1::3], colours[2::3], strict=True)
    )
    lasts = round(frame.info.get("duration", 0))
    return _Frame(lasts if lasts >= _AT_ONCE else _BROWSERS_OWN, lights, columns, side)


def _flash(frames: Sequence[_Frame]) -> bool:
    """Whether a quarter of the field of view flashes more than three times in a second."""
    first = frames[0]
    flashing = {
        divmod(place, first.columns)
        for place in range(len(first.lights))
        if _flashes_in_a_second([(frame.lasts, frame.lights[place]) for frame in frames])
    }
    across, down = (length / first.side for length in _FIELD)
    enough = across * down / 4
    if len(flashing) < enough:
        return False
    return any(
        sum(row <= y < row + down and column <= x < column + across for y, x in flashing) >= enough
        for row, column in flashing
    )


def _flashes_in_a_second(lights: Sequence[tuple[int, float]]) -> bool:
    changes = tuple(_changes(lights))
    most = 2 * MOST_FLASHES
    return any(last - start < _SECOND for start, last in zip(changes, changes[most:], strict=False))


def _changes(lights: Sequence[tuple[int, float]]) -> Iterator[int]:
    """The times at which a square's luminance changes by a tenth or more and reverses direction.

    The image is taken to repeat from its first frame: two rounds, or as many as fill two seconds.
    """
    length = sum(lasts for lasts, _ in lights)
    rounds = max(2, -(-2 * _SECOND // length))
    shown = [*lights] * rounds
    now, direction = 0, 0
    extreme = shown[0][1]
    for (lasts, _), (_, light) in pairwise(shown):
        now += lasts
        change = light - extreme
        if direction and change * direction > 0:
            extreme = light
        elif abs(change) >= _CHANGE and min(light, extreme) < _DARK:
            direction = 1 if change > 0 else -1
            extreme = light
            yield now


def _linear(channel: int) -> float:
    """The linear value of an sRGB channel, 0 to 255 (WCAG 2.2, relative luminance)."""
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


_LINEAR = tuple(map(_linear, range(256)))
