"""Pages as their readers open them."""

from pathlib import Path

import pytest

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
    """A question that leaves the page as it was has it opened once, and once more without air."""
    page = tmp_path / "side.html"
    page.write_text("<!DOCTYPE html><p>Ord</p>", encoding="utf-8")
    (row,) = answers([page], VIEWS, question=SEEN, only_looks=only_looks).rows
    opened, seen = zip(*row, strict=True)
    assert len(set(opened)) == times_opened
    assert [*seen] == [[view.width, view.mode == "dark", view.spaced] for view in VIEWS]
