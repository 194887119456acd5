"""Formulas drawn for print: editions are made side by side, and each gets its own letters."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from lxml import etree

from bindery.document.model import MATHML
from bindery.editions.pdf.drawn_formulas import draw_formulas

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
        drawn = [threads.submit(draw_formulas, etree.fromstring(FORMULA), 12) for _ in range(4)]
    assert [one.exception() for one in drawn] == [None] * 4
    assert _Drawer.most == 1
