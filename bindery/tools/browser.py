"""Opening a page in Chromium, as its readers do, and asking it a question."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bindery.tools import locate
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
)

ASK = """() => {
  window.binderyAnswer = null;
  const answered = (answer) => { window.binderyAnswer = answer; };
  const failed = (reason) => answered({ reason: String(reason) });
  setTimeout(() => Promise.resolve().then(QUESTION).then((answer) => answered({ answer }), failed));
}"""
"""The question runs on the page's own time, so that a page that hangs can be given up."""

NOT_ANSWERED = Text(
    nb="Nettleseren fikk ikke svar fra siden {page}: {reason}",
    en="The browser got no answer from the page {page}: {reason}",
)
SEE_DOCTOR = Text(
    nb="Se om Chromium er på plass med: invoke doctor",
    en="See whether Chromium is in place with: invoke doctor",
)


@dataclass(frozen=True, slots=True)
class View:
    """How a reader sees a page: the window's width in CSS pixels, and a light or dark scheme."""

    width: int
    scheme: Literal["light", "dark"]


def answers(
    page: Path, views: Sequence[View], *, script: Path, question: str
) -> tuple[object, ...]:
    """What ``page`` answers to ``question``, a JavaScript function, in each of ``views``.

    ``script`` is there before the page's own. The page keeps its Content-Security-Policy, and
    the browser has no network.
    """
    from playwright.sync_api import Error  # noqa: PLC0415 - only checking needs it

    try:
        with _chromium() as browser:
            return tuple(_answer(browser, page, view, script, question) for view in views)
    except (Error, OSError) as error:
        raise _unanswered(page, error) from error


@contextmanager
def _chromium() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only checking needs it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=locate.chromium(), args=[*FLAGS])
        yield browser
        browser.close()


def _answer(browser: "Browser", page: Path, view: View, script: Path, question: str) -> object:
    context = browser.new_context(
        viewport={"width": view.width, "height": HEIGHT},
        color_scheme=view.scheme,
        offline=True,
        service_workers="block",
    )
    context.add_init_script(path=script)
    tab = context.new_page()
    tab.goto(page.resolve().as_uri())
    tab.evaluate(ASK.replace("QUESTION", question))
    given = tab.wait_for_function("() => window.binderyAnswer", timeout=PATIENCE).json_value()
    context.close()
    if "reason" in given:
        raise _unanswered(page, given["reason"])
    return given["answer"]


def _unanswered(page: Path, reason: object) -> PipelineError:
    return PipelineError(NOT_ANSWERED.filled(page=page.name, reason=reason), SEE_DOCTOR)
