"""Pages as their readers open them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bindery.manuscript.templates import HOUSE
from bindery.tools.browser import View, answers

VIEWS = (
    View(320),
    View(320, "dark", spaced=True),
    View(1280, spaced=True),
    View(1280),
)
SEEN = """() => [
  performance.timeOrigin,
  [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches,
   getComputedStyle(document.querySelector("p")).letterSpacing !== "normal"],
]"""


@pytest.mark.slow
@pytest.mark.parametrize(("only_looks", "times_opened"), [(True, 2), (False, 4)])
def test_a_page_is_seen_as_asked_however_often_it_is_opened(
    tmp_path: Path, only_looks: bool, times_opened: int
) -> None:
    """A question that leaves the page as it was has it opened once, and once more without air.

    In a thread of its own the page is opened in a browser of its own, as in every check of a book.
    """
    page = tmp_path / "side.html"
    page.write_text("<!DOCTYPE html><p>Ord</p>", encoding="utf-8")
    with ThreadPoolExecutor() as thread:
        asked = thread.submit(answers, [page], VIEWS, question=SEEN, only_looks=only_looks)
    (row,) = asked.result().rows
    opened, seen = zip(*row, strict=True)
    assert len(set(opened)) == times_opened
    assert [*seen] == [[view.width, view.mode == "dark", view.spaced] for view in VIEWS]


LETTERS = """\
<!DOCTYPE html><style>@font-face {{ font-family: Own; src: url("{typeface}") }}
span {{ font: 16px Own }} .large {{ font-size: 160px; white-space: nowrap }}</style>
<p><span>Én til far og én til mor</span></p>
<p><span class="large">Én til far og én til mor</span></p>
"""
WIDTHS = """() => document.fonts.ready.then(
  () => [...document.querySelectorAll("span")].map((one) => one.getBoundingClientRect().width))"""


@pytest.mark.slow
def test_letters_are_as_wide_as_their_typeface_has_them(tmp_path: Path) -> None:
    """No letter is fitted to whole pixels: a line breaks where it does on a reader's screen."""
    page = tmp_path / "side.html"
    typeface = (HOUSE / "fonts/Andika-Regular.ttf").as_uri()
    page.write_text(LETTERS.format(typeface=typeface), encoding="utf-8")
    ((widths,),) = answers([page], [View(1280)], question=WIDTHS).rows
    assert isinstance(widths, list)
    small, large = widths
    assert large == pytest.approx(10 * small, rel=0.001)
