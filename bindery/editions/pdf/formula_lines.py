"""Break a formula that is wider than the page into several lines, so that it need not shrink."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree
from lxml.builder import ElementMaker

from bindery.document.model import MATHML, Element, text_of

_M = ElementMaker(namespace=MATHML.strip("{}"))

_RELATIONS = frozenset("=≠<>≤≥≈≡∼≅∝→⇒⇔∈⊂⊆≪≫")
_SUMS = frozenset("+−-±∓∪∩∧∨")
_PRODUCTS = frozenset("⋅·×*÷/")
_BREAKS = (_RELATIONS, _RELATIONS | _SUMS, _RELATIONS | _SUMS | _PRODUCTS)
"""The signs that a line may begin with; the later ones only where the earlier ones do not do."""

_OPEN, _CLOSED = frozenset("([{⟨⌈⌊"), frozenset(")]}⟩⌉⌋")
_ROWS = frozenset({f"{MATHML}math", f"{MATHML}mrow", f"{MATHML}mstyle"})
_INDENT = 2
"""How far in a line begins that continues a formula, as a multiple of its letters."""

_BETWEEN = 0.4
"""The space before a sign between two terms, which a part that begins with it is drawn without."""

Width = Callable[[Element], float]
"""Measures a formula."""


def fit(formula: Element, room: float, em: float, width: Width) -> None:
    """Break ``formula`` to be no wider than ``room``, as far as it has signs to break at.

    ``em`` is the size of its letters, in the unit of ``room`` and ``width``.
    """
    _Breaker(room, em, width).fit(formula)


class _Breaker:
    """Breaks one formula. Nothing is measured twice: each time, it is drawn."""

    def __init__(self, room: float, em: float, width: Width) -> None:
        self._room = room
        self._em = em
        self._measure = width
        self._known: dict[bytes, float] = {}

    def _width(self, parts: Sequence[Element]) -> float:
        formula = _M.math(*map(deepcopy, parts), display="block")
        key = etree.tostring(formula)
        if key not in self._known:
            self._known[key] = self._measure(formula)
        return self._known[key]

    def fit(self, element: Element) -> None:
        """Break ``element`` where it is too wide."""
        parts = list(element) if element.tag == f"{MATHML}math" else [element]
        if self._width(parts) <= self._room:
            return
        if element.tag == f"{MATHML}mfrac":
            for part in list(element):
                self.fit(part)
        elif element.tag in _ROWS:
            if len(element) == 1:
                self.fit(element[0])
            else:
                self._break(element)

    def _break(self, row: Element) -> None:
        for part in list(row):
            if len(part):
                self.fit(part)
        segments: list[list[Element]] = []
        for signs in _BREAKS:
            segments = list(_segments(row, signs))
            if all(self._width(segment) <= self._room for segment in segments):
                break
        lines = list(self._lines(segments))
        if len(lines) > 1:
            row[:] = [_table(lines)]

    def _lines(self, segments: Sequence[list[Element]]) -> Iterator[list[Element]]:
        """As many ``segments`` on each line as there is room for."""
        line: list[Element] = []
        left = self._room
        for segment in segments:
            needed = self._width(segment) + _BETWEEN * self._em
            if line and needed > left:
                yield line
                line, left = [], self._room - _INDENT * self._em
            line.extend(segment)
            left -= needed
        yield line


def _table(lines: Sequence[Sequence[Element]]) -> Element:
    rows = []
    for number, line in enumerate(lines):
        indent = (_M.mspace(width=f"{_INDENT}em"),) if number else ()
        rows.append(_M.mtr(_M.mtd(_M.mstyle(*indent, *line, displaystyle="true"))))
    return _M.mtable(*rows, columnalign="left", displaystyle="true")


def _segments(row: Element, signs: frozenset[str]) -> Iterator[list[Element]]:
    """The parts of ``row`` that begin with one of ``signs``, outside of parentheses."""
    segment: list[Element] = []
    depth = 0
    for part in row:
        sign = text_of(part) if part.tag == f"{MATHML}mo" else ""
        if sign in signs and depth <= 0 and _ends_a_term(segment):
            yield segment
            segment = []
        depth += (sign in _OPEN) - (sign in _CLOSED)
        segment.append(part)
    if segment:
        yield segment


def _ends_a_term(segment: Sequence[Element]) -> bool:
    """Whether a sign after it stands between two terms, and not before the first as in −1."""
    return bool(segment) and segment[-1].tag not in (f"{MATHML}mo", f"{MATHML}mspace")
