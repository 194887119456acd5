"""Open pages in Chromium, as their readers do, and run a script's question on each."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict

from bindery.tools import locate
from bindery.tools.installation import COMMAND
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATIENCE = 300_000.0
"""Milliseconds that a page may take to answer."""

HEIGHT = 800

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Otherwise a headless browser fits letters to whole pixels, and breaks lines elsewhere.
    "--font-render-hinting=none",
)

Mode = Literal["light", "dark", "forced-colors", "reduced-motion", "more-contrast", "print"]


class Media(TypedDict, total=False):
    """The reader's preferences that a page can query with CSS ``@media``."""

    media: Literal["screen", "print"]
    color_scheme: Literal["light", "dark"]
    forced_colors: Literal["active", "none"]
    reduced_motion: Literal["reduce", "no-preference"]
    contrast: Literal["more", "no-preference"]


NOTHING_WISHED: Media = {
    "media": "screen",
    "color_scheme": "light",
    "forced_colors": "none",
    "reduced_motion": "no-preference",
    "contrast": "no-preference",
}
MODES: Mapping[Mode, Media] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced-colors": {"forced_colors": "active"},
    "reduced-motion": {"reduced_motion": "reduce"},
    "more-contrast": {"contrast": "more"},
    "print": {"media": "print"},
}
"""The preferences of each mode."""

TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * {
      line-height: 1.5 !important;
      letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important; }
  `);
  document.adoptedStyleSheets.push(sheet);
}"""
"""A reader's own spacing, as wide as in WCAG 2.2, 1.4.12. A page's policy cannot forbid it."""

SETTLE = """() => {
  // Where an element's colour arrives, that of those inside it may set out: a step for each level.
  for (let steps = 1000; steps; steps--) {
    const moving = document.getAnimations().filter(
      (each) => each.playState === "running" && each.timeline === document.timeline,
    );
    if (!moving.length) return;
    for (const each of moving) {
      if (each.effect.getComputedTiming().endTime === Infinity) each.cancel();
      else each.finish();
    }
  }
}"""
"""Moves animations to their end. Endless ones are cancelled, as a reader may stop them."""

ASK = """() => {
  window.binderyAnswer = null;
  const answered = (answer) => { window.binderyAnswer = answer; };
  const failed = (reason) => answered({ reason: String(reason) });
  const fault = document.getElementsByTagName("parsererror")[0];
  if (fault) return failed(fault.textContent);
  const settle = SETTLE;
  const ask = async () => {
    settle();
    return await (QUESTION)(settle);
  };
  setTimeout(() => ask().then((answer) => answered({ answer }), failed));
}""".replace("SETTLE", SETTLE)
"""Runs the question in the page's own event loop, so that a page that hangs can be given up.

The page is settled first, and the question gets the function that settles it again.
"""

NOT_ANSWERED = Text(
    nb="Nettleseren fikk ikke svar fra siden {page}: {reason}",
    en="The browser got no answer from the page {page}: {reason}",
)
SEE_DOCTOR = Text(
    nb=f"Se om Chromium er på plass med: {COMMAND} doctor",
    en=f"See whether Chromium is in place with: {COMMAND} doctor",
)


@dataclass(frozen=True, slots=True)
class View:
    """How a page is viewed: the window's width in CSS pixels, and the reader's preferences.

    ``spaced`` is text spaced as widely as in WCAG 2.2, 1.4.12.
    """

    width: int
    mode: Mode = "light"
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers: one row for each page, with one answer for each view."""

    version: str
    rows: tuple[tuple[object, ...], ...]


def answers(
    pages: Sequence[Path],
    views: Sequence[View],
    *,
    question: str,
    script: Path | None = None,
    only_looks: bool = False,
) -> Answers:
    """Run ``question``, a JavaScript function, on each of ``pages`` in each of ``views``.

    The page is opened again for each view, unless the question ``only_looks`` at it and does not
    change it: then window and preferences change while it is open. ``script`` runs before the
    page's own scripts. The page keeps its Content-Security-Policy, and the browser has no network.
    """
    from playwright.sync_api import Error  # noqa: PLC0415 - only checking needs it

    page = pages[0]
    try:
        with _chromium() as browser, _tab(browser, script) as tab:
            rows = []
            for page in pages:
                rows.append(tuple(_row(tab, page, views, question, only_looks=only_looks)))
            return Answers(browser.version, tuple(rows))
    except (Error, OSError) as error:
        raise _unanswered(page, error) from error


@contextmanager
def _chromium() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only checking needs it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=locate.chromium(), args=[*FLAGS])
        yield browser
        browser.close()


@contextmanager
def _tab(browser: "Browser", script: Path | None) -> Iterator["Page"]:
    context = browser.new_context(offline=True, service_workers="block")
    if script:
        context.add_init_script(path=script)
    yield context.new_page()
    context.close()


def _row(
    tab: "Page", page: Path, views: Sequence[View], question: str, *, only_looks: bool
) -> Iterator[object]:
    opened_as: View | None = None
    for view in views:
        tab.set_viewport_size({"width": view.width, "height": HEIGHT})
        tab.emulate_media(**(NOTHING_WISHED | MODES[view.mode]))
        # Spacing can be added to a page, but not removed from it.
        if not only_looks or opened_as is None or opened_as.spaced > view.spaced:
            tab.goto(page.resolve().as_uri())
            opened_as = None
        if view.spaced and not (opened_as and opened_as.spaced):
            tab.evaluate(TEXT_SPACING)
        opened_as = view
        yield _answer(tab, page, question)


def _answer(tab: "Page", page: Path, question: str) -> object:
    tab.evaluate(ASK.replace("QUESTION", question))
    given = tab.wait_for_function("() => window.binderyAnswer", timeout=PATIENCE).json_value()
    if "reason" in given:
        raise _unanswered(page, given["reason"])
    return given["answer"]


def _unanswered(page: Path, reason: object) -> PipelineError:
    return PipelineError(NOT_ANSWERED.filled(page=page.name, reason=reason), SEE_DOCTOR)
