"""Break a formula that is wider than the page into several lines, so that it need not shrink."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

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
_INDENT = "2em"

Width = Callable[[Element], float]
"""Measures a formula."""


def fit(formula: Element, room: float, width: Width) -> None:
    """Break ``formula`` so that it is no wider than ``room``, as far as it has signs to break at."""
    _fit(formula, room, lambda parts: width(_M.math(*map(deepcopy, parts), display="block")))


def _fit(element: Element, room: float, width: Callable[[Sequence[Element]], float]) -> None:
    if width([element] if element.tag != f"{MATHML}math" else list(element)) <= room:
        return
    if element.tag == f"{MATHML}mfrac":
        for part in list(element):
            _fit(part, room, width)
    elif element.tag in _ROWS:
        if len(element) == 1:
            _fit(element[0], room, width)
        else:
            _break(element, room, width)


def _break(row: Element, room: float, width: Callable[[Sequence[Element]], float]) -> None:
    for part in list(row):
        _fit(part, room, width)
    chosen: list[list[Element]] = []
    for signs in _BREAKS:
        chosen = list(_segments(row, signs))
        if all(width(segment) <= room for segment in chosen):
            break
    lines: list[list[Element]] = []
    for segment in chosen:
        if lines and width([*_indented(lines), *lines[-1], *segment]) <= room:
            lines[-1].extend(segment)
        else:
            lines.append(list(segment))
    if len(lines) > 1:
        rows = [
            _M.mtr(_M.mtd(_M.mstyle(*(_indent() if number else ()), *line, displaystyle="true")))
            for number, line in enumerate(lines)
        ]
        row[:] = [_M.mtable(*rows, columnalign="left", displaystyle="true")]


def _indented(lines: Sequence[object]) -> list[Element]:
    return _indent() if len(lines) > 1 else []


def _indent() -> list[Element]:
    return [_M.mspace(width=_INDENT)]


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
