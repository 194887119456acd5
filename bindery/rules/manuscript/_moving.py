"""Images that move: for how long, and whether they flash (WCAG 2.2, 2.3.1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice, pairwise
from typing import Any

from bindery.claims.holdings import moves
from bindery.document.drawings import is_drawing
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._images import Whereabouts, image_path, whereabouts

MOST_FLASHES = 3
"""In any one second."""

MOST_FRAMES = 300

_CHANGE = 0.1
"""Of white's relative luminance. A flash is a change of as much, and one back."""

_DARK = 0.8
"""Relative luminance. Where both are lighter than this, nothing flashes."""

_FIELD = (341, 256)
"""CSS pixels that are ten degrees of what the eye sees; a quarter of them is too much."""

_CELL = 16
"""Pixels: the side of the squares whose light is followed."""

_MOST_CELLS = 64
_SECOND = 1000
_AT_ONCE = 20
_BROWSERS_OWN = 100
"""Milliseconds. Browsers show a frame that is to be shown for less than ``_AT_ONCE`` this long."""


@dataclass(frozen=True, slots=True)
class Moving:
    """An image that moves. ``flashes`` is whether it does so more than three times in a second."""

    image: Image
    is_drawing: bool
    flashes: bool


def moving_images(manuscript: Manuscript) -> Iterator[Moving]:
    """Images that move, each file once, where it is first shown."""
    seen: set[str] = set()
    for image in manuscript.every(Image):
        path = image_path(image) or ""
        if path in seen or whereabouts(image, manuscript.publication) is not Whereabouts.HERE:
            continue
        seen.add(path)
        content = manuscript.publication.images[path]
        if _moves(path, content):
            drawn = is_drawing(path)
            flashes = not drawn and _flash(tuple(_frames(content)))
            yield Moving(image, drawn, flashes)


@dataclass(frozen=True, slots=True)
class _Frame:
    """One picture: how long it is shown, in milliseconds, and the light of each of its squares.

    ``columns`` squares make a row. A square is ``side`` pixels wide and high.
    """

    lasts: int
    lights: tuple[float, ...]
    columns: int
    side: float


def _moves(path: str, content: bytes) -> bool:
    try:
        return moves(path, content)
    except (OSError, SyntaxError, ValueError):
        return False  # image-is-readable says so.


def _frames(content: bytes) -> Iterator[_Frame]:
    """The frames of an image that moves, as many as can be looked at in short time."""
    from PIL import Image as Picture  # noqa: PLC0415 - not for a book of drawings
    from PIL import ImageSequence  # noqa: PLC0415

    with Picture.open(BytesIO(content)) as picture:
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
    """Whether a quarter of what the eye sees flashes more than three times in a second."""
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
    """When a square's light changes by a tenth and more, the other way than before.

    An image that is played again goes on from its last frame to its first: two rounds are played,
    or as many as fill two seconds.
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
    """What a channel of sRGB, 0 to 255, adds to the light (WCAG 2.2, relative luminance)."""
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


_LINEAR = tuple(map(_linear, range(256)))
