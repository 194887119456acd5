"""Draw formulas for print, and break those that are wider than the page."""

from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from math import inf
from threading import Lock

from lxml import etree
from lxml.builder import E
from pydantic import TypeAdapter

from bindery.document.contents import PLACE
from bindery.document.model import MATHML, SOURCE, Element
from bindery.document.paper import PIXELS_TO_A_MILLIMETRE
from bindery.editions.pdf.formula_lines import fit
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper

MATHML_SOURCE = "data-mathml"
"""The attribute of a formula's drawing with its markup, which a PDF 2.0 includes."""

_PIXELS = 4 / 3
"""CSS pixels to a point: drawings are measured in pixels."""

_COLUMNS_APART = "1em"
"""ziamath's own 0.3em lets the numbers of a matrix run together."""

_STRETCHED = {"ˆ": "\N{COMBINING CIRCUMFLEX ACCENT}", "˜": "\N{COMBINING TILDE}", "¯": "‾"}
"""Marks over more than one letter, as ziamath's typeface has them: only these grow wide."""

_ONE_AT_A_TIME = Lock()
"""ziamath reads its typeface from one open file, so that two threads would mix up letters."""


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A formula that is wider than the page, also in several lines.

    ``source`` is the place of its block, ``points`` the size that its letters are printed in.
    """

    source: str
    points: float


_KEPT = TypeAdapter(dict[str, str])


class Drawings:
    """Drawings of formulas in letters of ``text_size`` points, each made once.

    Those that ``keeper`` recalls are not made again.
    """

    def __init__(self, text_size: int, keeper: Keeper = NOTHING_KEPT) -> None:
        self.text_size = text_size
        self._keeper = keeper
        self._key = sha256(f"formulas {text_size}".encode()).hexdigest()
        self._before: dict[str, str] = {}
        self._used: dict[str, str] = {}
        with suppress(ValueError):
            self._before = _KEPT.validate_json(keeper.recall(self._key) or b"")

    def of(self, formula: Element) -> str:
        """The drawing of ``formula``, as SVG."""
        source = etree.tostring(formula, encoding="unicode", with_tail=False)
        if source not in self._used:
            self._used[source] = self._before.get(source) or self._drawn(source)
        return self._used[source]

    def _drawn(self, source: str) -> str:
        from ziamath.zmath import Math  # noqa: PLC0415 - slow to import, and few books have formulas

        with _ONE_AT_A_TIME:
            drawn: str = Math(source, size=self.text_size * _PIXELS).svg()
        return drawn

    def keep(self) -> None:
        """Keep those that were asked for."""
        if self._used:
            self._keeper.keep(self._key, _KEPT.dump_json(self._used))


def draw_formulas(
    body: Element, drawings: Drawings, text_width: float | None = None
) -> tuple[Shrunk, ...]:
    """Draw each formula, with its words as alternative text, and return those that shrink.

    ``text_width`` is that of the page in millimetres. A formula that is wider is broken into lines.
    """
    shrunk = []
    text_size = drawings.text_size
    for formula in list(body.iter(f"{MATHML}math")):
        around = list(formula.iterancestors())
        source = next((place for one in around if (place := one.get(SOURCE))), "")
        narrower = sum(_INDENTED * text_size * _PIXELS for one in around if one.tag in _INDENTING)
        room = inf if text_width is None else text_width * PIXELS_TO_A_MILLIMETRE - narrower
        width = _draw(formula, drawings, room)
        if width > room:
            shrunk.append(Shrunk(source, text_size * room / width))
    return tuple(shrunk)


_INDENTED, _INDENTING = 2, frozenset({"li", "dd", "blockquote"})
"""How much narrower a line is in each of these, as a multiple of the text's size."""


def _draw(formula: Element, drawings: Drawings, room: float) -> float:
    """Replace ``formula`` by its drawing, and return how wide that is, in pixels."""
    place = formula.attrib.pop(PLACE, "")
    semantics = formula.find(f"{MATHML}semantics")
    if semantics is not None:
        formula[:] = [semantics[0]]
    mathml = etree.tostring(formula, encoding="unicode", with_tail=False)
    for table in formula.iter(f"{MATHML}mtable"):
        table.set("columnspacing", _COLUMNS_APART)
    for over in formula.iter(f"{MATHML}mover"):
        if len(over) == 2 and len(over[0]) > 1:
            over[1].text = _STRETCHED.get(over[1].text or "", over[1].text)
    drawing = drawings.of(formula)
    if _width(drawing) > room:
        em = drawings.text_size * _PIXELS
        fit(formula, room, em, lambda part: _width(drawings.of(part)))
        drawing = drawings.of(formula)
    data = b64encode(drawing.encode()).decode()
    block = formula.get("display") == "block"
    image = E.img(
        {"class": "formula formula-block" if block else "formula", MATHML_SOURCE: mathml},
        role="math",
        alt=formula.get("alttext") or "",
        src=f"data:image/svg+xml;base64,{data}",
    )
    if not block:
        image.set("style", f"vertical-align: -{_depth(drawing):.2f}px")
    if place:
        image.set(PLACE, place)
    image.tail = formula.tail
    parent = formula.getparent()
    assert parent is not None
    parent.replace(formula, image)
    return _width(drawing)


def _width(drawing: str) -> float:
    """In pixels."""
    _, _, width, _ = map(float, etree.fromstring(drawing.encode()).get("viewBox", "").split())
    return width


def _depth(drawing: str) -> float:
    """How far the drawing goes below the baseline, in pixels."""
    _, top, _, height = map(float, etree.fromstring(drawing.encode()).get("viewBox", "").split())
    return max(0.0, top + height)
