"""What can be wrong with a page for those who see it: each function lists the faults it sees."""

from typing import cast

from playwright.sync_api import Page

_COMMON = """
const name = (element) => element.tagName.toLowerCase()
  + (element.className && element.className.baseVal === undefined ? "." + element.className : "")
  + " " + (element.textContent || "").trim().slice(0, 30);
const shown = (element) => element.checkVisibility({ visibilityProperty: true });
const aside = (box) => box.right <= 0;
const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
const inRegion = (element) => element.parentElement.closest(".region")
  && scrolls(element.parentElement.closest(".region"));
"""

_OVERFLOW = """
const faults = [];
const room = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth > room)
  faults.push(`the page is ${document.documentElement.scrollWidth} px wide in ${room}`);
for (const element of document.body.querySelectorAll("*")) {
  const box = element.getBoundingClientRect();
  if (!shown(element) || aside(box) || element.closest("svg svg, svg > *")) continue;
  if (!inRegion(element) && (box.right > room + 1 || box.left < -1))
    faults.push(`outside: ${name(element)}`);
}
return faults;
"""

_CLIPPED = """
const faults = [];
for (const element of document.body.querySelectorAll("*")) {
  const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
  if (!shown(element) || element.closest("svg") || element.matches(".region, .heard")) continue;
  const cut = (overflow) => ["hidden", "clip"].includes(overflow);
  if ((cut(overflowX) && element.scrollWidth > element.clientWidth + 1)
    || (cut(overflowY) && element.scrollHeight > element.clientHeight + 1))
    faults.push(`cut off: ${name(element)}`);
}
return faults;
"""

_OVERLAPS = """
const INLINE = ["inline", "contents"];
const block = (node) => {
  let element = node.parentElement;
  while (INLINE.includes(getComputedStyle(element).display)) element = element.parentElement;
  return element;
};
const lines = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = texts.nextNode(); node; node = texts.nextNode()) {
  const around = node.parentElement;
  if (!node.data.trim() || around.closest("svg, math, .skip") || !shown(around)) continue;
  const size = parseFloat(getComputedStyle(around).fontSize);
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) {
    const middle = (box.top + box.bottom) / 2;
    lines.push({ block: block(node), text: node.data.trim().slice(0, 25), left: box.left,
      right: box.right, top: middle - size / 2, bottom: middle + size / 2 });
  }
}
const faults = [];
for (const [at, one] of lines.entries())
  for (const other of lines.slice(at + 1))
    if (one.block !== other.block
      && Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
      && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1)
      faults.push(`on top of each other: ${one.text} / ${other.text}`);
return faults;
"""

_SPACING = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
document.adoptedStyleSheets = [sheet];
return [];
"""

_TARGETS = """
const faults = [];
for (const target of document.querySelectorAll("a[href], button, input, select, summary")) {
  const box = target.getBoundingClientRect();
  if (shown(target) && !aside(box) && (box.width < 24 || box.height < 24))
    faults.push(`${Math.round(box.width)} × ${Math.round(box.height)} px: ${name(target)}`);
}
return faults;
"""

_PRINTED = """
const faults = [];
const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92
  : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([red, green, blue]) =>
  0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = texts.nextNode(); node; node = texts.nextNode()) {
  const around = node.parentElement;
  if (!node.data.trim() || around.closest("svg, script, style") || !shown(around)) continue;
  const colour = getComputedStyle(around).color.match(/[0-9.]+/g).map(Number);
  // A browser leaves grounds out of print: what is read there stands on paper.
  const contrast = 1.05 / (luminance(colour) + 0.05);
  if (contrast < 7) faults.push(`faint on paper (${contrast.toFixed(1)}:1): ${name(around)}`);
}
for (const link of document.querySelectorAll("main a[href^=http]"))
  if (shown(link) && link.textContent !== link.getAttribute("href")
    && !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")))
    faults.push(`leads nowhere on paper: ${name(link)}`);
if ([...document.querySelectorAll("nav, .skip")].some(shown))
  faults.push("contents that lead nowhere");
return faults;
"""


def _seen(page: Page, question: str) -> list[str]:
    return cast(list[str], page.evaluate(f"() => {{ {_COMMON} {question} }}"))


def overflows(page: Page) -> list[str]:
    """What makes a reader scroll sideways, but for tables in their regions (WCAG 1.4.10)."""
    return _seen(page, _OVERFLOW)


def lost_with_spacing(page: Page) -> list[str]:
    """What is cut off, covered or outside with a reader's own text spacing (WCAG 1.4.12)."""
    _seen(page, _SPACING)
    return [*overflows(page), *_seen(page, _CLIPPED), *_seen(page, _OVERLAPS)]


def small_targets(page: Page) -> list[str]:
    """What is hard to hit (WCAG 2.5.8), also where the criterion makes exceptions."""
    return _seen(page, _TARGETS)


def unreadable_on_paper(page: Page) -> list[str]:
    """What a reader of a printed page does not get."""
    return _seen(page, _PRINTED)
