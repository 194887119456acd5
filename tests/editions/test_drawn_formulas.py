"""Formulas drawn for print: editions are made side by side, and each gets its own letters."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from lxml import etree

from bindery.document.model import MATHML
from bindery.editions.pdf.drawn_formulas import Drawings, draw_formulas
from tests.kept_in_memory import Shelf

FORMULA = f'<p><math xmlns="{MATHML[1:-1]}" alttext="x"><mi>x</mi></math></p>'


class _Drawer:
    """In the place of ziamath's drawing: notes whether two are at work at once."""

    at_work = 0
    most = 0

    def __init__(self, *_: object, **__: object) -> None: ...

    def svg(self) -> str:
        _Drawer.at_work += 1
        _Drawer.most = max(_Drawer.most, _Drawer.at_work)
        time.sleep(0.02)
        _Drawer.at_work -= 1
        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def test_one_formula_is_drawn_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two threads draw, each gets letters of the other: ziamath shares one open file."""
    monkeypatch.setattr("ziamath.zmath.Math", _Drawer)
    with ThreadPoolExecutor() as threads:
        drawn = [
            threads.submit(draw_formulas, etree.fromstring(FORMULA), Drawings(12)) for _ in range(4)
        ]
    assert [one.exception() for one in drawn] == [None] * 4
    assert _Drawer.most == 1


class _Counted(_Drawer):
    """Counts what is drawn."""

    drawn = 0

    def __init__(self, *_: object, **__: object) -> None:
        _Counted.drawn += 1


def test_a_formula_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also if it is in the book twice, or in the next build; in other letters it is another."""
    monkeypatch.setattr("ziamath.zmath.Math", _Counted)
    shelf = Shelf()

    def pictures(size: int, formula: str = FORMULA) -> list[str | None]:
        book = etree.fromstring(f"<body>{formula}{formula}</body>")
        drawings = Drawings(size, shelf)
        draw_formulas(book, drawings)
        drawings.keep()
        return [image.get("src") for image in book.iter("img")]

    first = pictures(12)
    assert _Counted.drawn == 1
    assert pictures(12) == first
    assert _Counted.drawn == 1
    pictures(18)
    pictures(12, FORMULA.replace(">x<", ">y<"))
    assert _Counted.drawn == 3
    shelf.kept = dict.fromkeys(shelf.kept, b"{")
    assert pictures(12) == first
    assert _Counted.drawn == 4
