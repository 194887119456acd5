"""What can be wrong with a page for those who have a keyboard and no mouse."""

import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from PIL import Image
from playwright.sync_api import ElementHandle, FloatRect, Page

_AROUND = 14
"""Pixels around a stop in which its focus may show."""

_STOPS = """() => [...document.querySelectorAll("a[href], button, [tabindex]")]
  .filter((one) => one.tabIndex >= 0 && one.checkVisibility())
  .map((one) => one.outerHTML.slice(0, 120))"""

_COVERED = """(stop) => {
  const box = stop.getClientRects()[0];
  const at = document.elementFromPoint(box.left + Math.min(5, box.width / 2),
    Math.max(1, box.top + box.height / 2));
  return !(at && (stop.contains(at) || at.contains(stop)));
}"""


def keyboard_faults(page: Page) -> list[str]:
    """Stops out of order (WCAG 2.4.3), out of sight (2.4.11) or without focus to see (2.4.13)."""
    expected = page.evaluate(_STOPS)
    faults, reached = [], []
    for _ in expected:
        page.keyboard.press("Tab")
        stop = page.evaluate_handle("document.activeElement").as_element()
        assert stop is not None
        name = str(stop.evaluate("one => one.outerHTML.slice(0, 120)"))
        reached.append(name)
        faults += [f"{fault}: {name}" for fault in _at(page, stop)]
    if reached != expected:
        faults.append(f"out of order: {reached} and not {expected}")
    return faults


def _at(page: Page, stop: ElementHandle) -> Iterator[str]:
    if stop.evaluate(_COVERED):
        yield "covered"
    box = stop.bounding_box()
    height = page.viewport_size["height"] if page.viewport_size else 0
    if box is None or box["y"] + box["height"] < 0 or box["y"] > height:
        yield "out of sight"
        return
    clip = FloatRect(
        x=max(0, box["x"] - _AROUND),
        y=max(0, box["y"] - _AROUND),
        width=box["width"] + 2 * _AROUND,
        height=min(box["height"] + 2 * _AROUND, height - max(0, box["y"] - _AROUND)),
    )
    focused = _picture(page, clip)
    stop.evaluate("one => one.blur()")
    changed = _changed(focused, _picture(page, clip))
    stop.evaluate("one => one.focus({ preventScroll: true, focusVisible: true })")
    visible = min(box["height"], height - box["y"])
    wanted = 2 * 2 * (box["width"] + visible)
    # Of a stop taller than the window, one sees the sides only.
    if box["height"] > visible:
        wanted = 2 * 2 * visible
    if changed < wanted:
        yield f"focus shows in {changed} pixels, not {wanted:.0f}"


def _picture(page: Page, clip: FloatRect) -> Image.Image:
    return Image.open(BytesIO(page.screenshot(clip=clip, animations="disabled"))).convert("RGBA")


def _changed(one: Image.Image, other: Image.Image) -> int:
    """How many pixels have a contrast of 3:1 with what they were."""
    pairs = Counter(zip(_pixels(one), _pixels(other), strict=True))
    return sum(count for pair, count in pairs.items() if _contrast(*pair) >= 3)


def _pixels(picture: Image.Image) -> "memoryview[int]":
    """Each pixel as one number, which takes a tenth of the time of its three."""
    return memoryview(picture.tobytes()).cast("I")


@cache
def _contrast(one: int, other: int) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: int) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    shares = [value / 255 for value in colour.to_bytes(4, sys.byteorder)[:3]]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
