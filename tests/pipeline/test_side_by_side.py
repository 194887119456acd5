"""Editions are made side by side: the pages first, the others while those are laid out."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from bindery.editions.making import Made, Maker, Workshop
from bindery.manuscript.templates import Templates
from bindery.pipeline.side_by_side import side_by_side
from bindery.vocabulary.editions import EPUB, PDF, SUMMARY, Edition


class Layout:
    """A place where work takes until ``done``, and what was done before that."""

    at_once = 1

    def __init__(self) -> None:
        self.done = Event()

    def run(self, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do the work when it may be done."""
        assert self.done.wait(60)
        return work(*args, **kwargs)


@pytest.fixture
def steps() -> list[str]:
    """What was done, in order."""
    return []


@pytest.fixture
def layout() -> Iterator[Layout]:
    """A place that is let go in the end, so that no thread waits for ever."""
    place = Layout()
    yield place
    place.done.set()


def _maker(edition: Edition, make: Callable[[Workshop, Any], None]) -> Maker:
    def made(_document: Any, workshop: Workshop, earlier: Any) -> Made:
        make(workshop, earlier)
        return Made(edition.name.encode(), 1)

    return Maker(edition, made)


def test_the_next_is_begun_when_the_one_before_waits(
    tmp_path: Path, steps: list[str], layout: Layout
) -> None:
    """What prepares the pages is not slowed down by others; those are made while it waits."""

    def pages(workshop: Workshop, _earlier: Any) -> None:
        time.sleep(0.2)  # the others could have begun by now
        steps.append("pages are prepared")
        workshop.beside.run(steps.append, "pages are laid out")

    def book(_workshop: Workshop, earlier: Any) -> None:
        steps.append("the book is prepared")
        assert earlier[PDF.name].content
        steps.append("the book is written")

    def summary(_workshop: Workshop, _earlier: Any) -> None:
        steps.append("the summary is made")
        layout.done.set()

    makers = _maker(PDF, pages), _maker(EPUB, book), _maker(SUMMARY, summary)
    workshop: Any = Workshop(Templates(tmp_path), tmp_path, None, layout)  # type: ignore[arg-type]
    with side_by_side(None, workshop, makers) as made:  # type: ignore[arg-type]
        assert made[EPUB.name].content == EPUB.name.encode()
    assert steps == [
        "pages are prepared",
        "the book is prepared",
        "the summary is made",
        "pages are laid out",
        "the book is written",
    ]


def test_one_that_fails_keeps_none_waiting(tmp_path: Path, layout: Layout) -> None:
    """The others are made, and its error is raised for who asks for it."""

    def fails(_workshop: Workshop, _earlier: Any) -> None:
        raise ValueError("no pages")

    makers = _maker(PDF, fails), _maker(SUMMARY, lambda *_: None)
    workshop: Any = Workshop(Templates(tmp_path), tmp_path, None, layout)  # type: ignore[arg-type]
    with side_by_side(None, workshop, makers) as made:  # type: ignore[arg-type]
        assert made[SUMMARY.name].content
        with pytest.raises(ValueError, match="no pages"):
            made[PDF.name]
