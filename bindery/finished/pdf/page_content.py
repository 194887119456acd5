"""Read what is on the pages, by the marked-content sequence it is in."""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from bindery.finished.pdf.fonts import LOST, Decoder, decoder
from bindery.finished.pdf.graphics_state import (
    OPERATORS,
    SAME,
    Linear,
    State,
    States,
    linear,
    within,
)

Owner = tuple[int, int]
"""The object number and generation of a page or a form, in which MCIDs are unique."""

Key = tuple[Owner, int]

_PAINTS = frozenset(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"])
_OPERATORS = " ".join(("BDC BMC EMC Tj TJ ' \" Do", *sorted(_PAINTS), *sorted(OPERATORS)))
_DEEPEST_FORM = 12
_HEX = re.compile(rb"<([0-9a-f]*)>")


@dataclass(frozen=True, slots=True)
class Said:
    """Text in one marked-content sequence. ``language`` is empty where the sequence names none.

    ``points`` is the size of its letters on the page; 0 for words that stand for what is drawn.
    """

    text: str
    page: int
    points: float = 0.0
    language: str = ""
    expansion: str = ""


@dataclass(slots=True)
class Content:
    """All pages' text: tagged by its sequence, loose (in no sequence) and furniture by page.

    ``kinds`` has what each piece of furniture is said to be: its type and subtype, such as
    ``Pagination/Header``. ``images`` are the pages that loose images are on, ``painted`` those with
    loose lines or areas.
    """

    tagged: dict[Key, list[Said]] = field(default_factory=lambda: defaultdict(list))
    loose: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    furniture: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    kinds: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    images: list[int] = field(default_factory=list)
    painted: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Sequence:
    """The marked content that is open: the innermost of tagged and artifact counts."""

    key: Key | None = None
    artifact: bool = False
    kind: str = ""
    replaced: bool = False
    language: str = ""
    expansion: str = ""


def read_content(pdf: pikepdf.Pdf) -> Content:
    """Return the text of every page of ``pdf``, decoded, in the order it is drawn."""
    content = Content()
    fonts: dict[Owner, Decoder] = {}
    for number, page in enumerate(pdf.pages, start=1):
        _Reader(content, fonts, number, page.obj).read(page.obj, page.resources, ())
    return content


class _Reader:
    """Reads one page and the forms drawn on it."""

    def __init__(
        self, content: Content, fonts: dict[Owner, Decoder], page: int, owner: pikepdf.Object
    ) -> None:
        self._content = content
        self._fonts = fonts
        self._page = page
        self._owner = owner.objgen
        self._open: list[_Sequence] = [_Sequence()]
        self._depth = 0
        self._last_artifact: _Sequence | None = None

    def read(
        self, stream: Any, resources: Any, around: tuple[Any, ...], drawing: Linear = SAME
    ) -> None:
        """Read a page's or a form's operators. ``around`` is the resources of what draws it."""
        states = States(State(drawing=drawing))
        opened = len(self._open)
        for instruction in pikepdf.parse_content_stream(stream, _OPERATORS):
            operator, operands = str(instruction.operator), instruction.operands
            match operator:
                case "TJ" | "Tj" | "'" | '"':
                    self._show(operands[-1], states.now)
                case _ if operator in OPERATORS:
                    font = self._font(resources, operands[0]) if operator == "Tf" else None
                    states.follow(operator, operands, font)
                case "BDC":
                    self._begin(str(operands[0]), _properties(operands[1], resources))
                case "BMC":
                    self._begin(str(operands[0]), {})
                case "EMC":
                    if len(self._open) > opened:
                        self._open.pop()
                case _ if operator in _PAINTS:
                    if self._open[-1].key is None and not self._open[-1].artifact:
                        self._content.painted.add(self._page)
                case "Do":
                    self._draw(resources, operands[0], around, states.now.drawing)
        # A sequence ends at the latest with the stream it began in (ISO 32000-2, 14.6.1).
        del self._open[opened:]

    def _begin(self, tag: str, properties: Any) -> None:
        now = self._open[-1]
        if tag == "/Artifact":
            self._open.append(_Sequence(artifact=True, kind=_kind(properties)))
            return
        if "/MCID" in properties:
            now = replace(now, key=(self._owner, int(properties["/MCID"])), artifact=False)
            # This registers the sequence, even if it stays empty.
            self._content.tagged[now.key]  # type: ignore[index]
        if "/Lang" in properties:
            now = replace(now, language=str(properties["/Lang"]))
        if "/E" in properties:
            now = replace(now, expansion=str(properties["/E"]))
        self._open.append(now)
        if "/ActualText" in properties and not now.replaced:
            self._say(str(properties["/ActualText"]))
            self._open[-1] = replace(now, replaced=True)

    def _show(self, codes: Any, state: State) -> None:
        if not self._open[-1].replaced:
            self._say(state.font(_codes(codes)) if state.font else LOST, state.points)

    def _say(self, text: str, points: float = 0.0) -> None:
        now = self._open[-1]
        if now.key is not None and not now.artifact:
            said = Said(text, self._page, points, now.language, now.expansion)
            self._content.tagged[now.key].append(said)
        elif now.artifact:
            lines = self._content.furniture[self._page]
            if now is self._last_artifact:
                lines[-1] += text
            else:
                lines.append(text)
                self._content.kinds[self._page].append(now.kind)
            self._last_artifact = now
        else:
            self._content.loose[self._page].append(text)

    def _font(self, resources: Any, name: Any) -> Decoder | None:
        font = resources.get("/Font", {}).get(str(name))
        if font is None:
            return None
        if font.objgen == (0, 0):
            return decoder(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = decoder(font)
        return self._fonts[font.objgen]

    def _draw(self, resources: Any, name: Any, around: tuple[Any, ...], drawing: Linear) -> None:
        drawn = resources.get("/XObject", {}).get(str(name))
        now = self._open[-1]
        if drawn is None or now.artifact:
            return
        if drawn.get("/Subtype") != "/Form":
            if now.key is None:
                self._content.images.append(self._page)
            return
        if drawn.objgen in around or len(around) > _DEEPEST_FORM:
            return
        owner, self._owner = self._owner, drawn.objgen
        inside = within(linear(drawn.get("/Matrix", SAME)), drawing)
        self.read(drawn, drawn.get("/Resources", resources), (*around, drawn.objgen), inside)
        self._owner = owner


def _codes(shown: Any) -> bytes:
    """Return the string of ``Tj``, or the strings of ``TJ`` without the moves between them."""
    if isinstance(shown, pikepdf.String):
        return bytes(shown)
    written = shown.unparse()
    if b"(" not in written:
        # A string for every letter is common, and an object for every string is slow.
        return bytes.fromhex(b"".join(_HEX.findall(written)).decode())
    return b"".join([bytes(part) for part in shown if isinstance(part, pikepdf.String)])


def _kind(properties: Any) -> str:
    parts = (str(properties.get(key, "")).removeprefix("/") for key in ("/Type", "/Subtype"))
    return "/".join(part for part in parts if part)


def _properties(operand: Any, resources: Any) -> Any:
    if isinstance(operand, pikepdf.Name):
        return resources.get("/Properties", {}).get(str(operand), {})
    return operand
