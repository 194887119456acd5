"""The drawn boxes of tasks, which no typeface has to have a sign for."""

from collections.abc import Mapping

DONE = "bindery/task-done.svg"
NOT_DONE = "bindery/task-not-done.svg"
"""The paths of the boxes. No image of a manuscript is in this folder."""

_BOX = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<path d="M4 4H20V20H4Z" fill="none" stroke="currentColor" stroke-width="2"/>{mark}</svg>'
)
_TICK = (
    '<path d="M7.5 12.5L11 16L17 8" fill="none" stroke="currentColor" stroke-width="2.5" '
    'stroke-linecap="round" stroke-linejoin="round"/>'
)

BOXES: Mapping[str, bytes] = {
    DONE: _BOX.format(mark=_TICK).encode(),
    NOT_DONE: _BOX.format(mark="").encode(),
}
"""The boxes, as images by their paths."""
