"""What can be wrong with a page for those who have a keyboard and no mouse."""

import sys
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import compress
from typing import Any

from PIL import Image, ImageChops
from playwright.sync_api import CDPSession, Page

_AROUND = 14
"""Pixels around a stop in which its focus may show."""

_STOPS = """() => [...document.querySelectorAll("a[href], button, summary, [tabindex]")]
  .filter((one) => one.tabIndex >= 0 && one.checkVisibility())
  .map((one) => one.outerHTML.slice(0, 120))"""

_REACHED = """() => {
  const stop = document.activeElement;
  const around = stop.getBoundingClientRect();
  const box = stop.getClientRects()[0] ?? around;
  const at = document.elementFromPoint(box.left + Math.min(5, box.width / 2),
    Math.max(1, box.top + box.height / 2));
  return {
    name: stop.outerHTML.slice(0, 120),
    covered: !(at && (stop.contains(at) || at.contains(stop))),
    box: [around.x, around.y, around.width, around.height],
    scrolled: [scrollX, scrollY],
  };
}"""

_LEAVE = "() => { window.binderyStop = document.activeElement; window.binderyStop.blur(); }"
_RETURN = "() => window.binderyStop.focus({ preventScroll: true, focusVisible: true })"


def keyboard_faults(page: Page) -> Iterator[str]:
    """Stops out of order (WCAG 2.4.3), out of sight (2.4.11) or without focus to see (2.4.13)."""
    browser = page.context.new_cdp_session(page)
    for expected in page.evaluate(_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_REACHED)
        if stop["name"] != expected:
            yield f"out of order: {stop['name']} and not {expected}"
        for fault in _at(page, browser, stop):
            yield f"{fault}: {stop['name']}"


def _at(page: Page, browser: CDPSession, stop: dict[str, Any]) -> Iterator[str]:
    if stop["covered"]:
        yield "covered"
    x, y, width, tall = stop["box"]
    height = page.viewport_size["height"] if page.viewport_size else 0
    if y + tall < 0 or y > height:
        yield "out of sight"
        return
    left, top = stop["scrolled"]
    clip = {
        "x": left + max(0, x - _AROUND),
        "y": top + max(0, y - _AROUND),
        "width": width + 2 * _AROUND,
        "height": min(tall + 2 * _AROUND, height - max(0, y - _AROUND)),
        "scale": 1,
    }
    focused = _picture(browser, clip)
    page.evaluate(_LEAVE)
    changed = _changed(focused, _picture(browser, clip))
    page.evaluate(_RETURN)
    visible = min(y + tall, height) - max(0, y)
    # Of a stop that goes out of the window, one sees the sides only.
    wanted = 2 * 2 * (visible if tall > visible else width + visible)
    if changed < wanted:
        yield f"focus shows in {changed} pixels, not {wanted:.0f}"


def _picture(browser: CDPSession, clip: dict[str, float]) -> Image.Image:
    """What is on the screen, as the browser has it: Playwright itself waits for more frames."""
    taken = browser.send("Page.captureScreenshot", {"format": "png", "clip": clip})
    return Image.open(BytesIO(b64decode(taken["data"]))).convert("RGBA")


def _changed(one: Image.Image, other: Image.Image) -> int:
    """How many pixels have a contrast of 3:1 with what they were."""
    differing = ImageChops.difference(one, other).convert("RGB").convert("L").tobytes()
    pairs = Counter(compress(zip(_pixels(one), _pixels(other), strict=True), differing))
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
