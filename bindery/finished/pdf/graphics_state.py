"""The part of a content stream's state that says how its letters are drawn."""

from dataclasses import dataclass, field, replace
from math import hypot
from typing import Any

from bindery.finished.pdf.fonts import Decoder

OPERATORS = frozenset(("BT", "Tf", "Tm", "cm", "q", "Q"))
"""Those that change it."""

Linear = tuple[float, float, float, float]
"""The linear part of a transformation matrix (ISO 32000-2, 8.3.3)."""

SAME: Linear = (1.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class State:
    """The typeface and its size, and the matrices of text (9.4.4) and of all that is drawn."""

    font: Decoder | None = None
    size: float = 0.0
    text: Linear = SAME
    drawing: Linear = SAME

    @property
    def points(self) -> float:
        """The size of the letters on the page."""
        _, _, *up = within(self.text, self.drawing)
        return abs(self.size) * hypot(*up)


@dataclass(slots=True)
class States:
    """The state ``now``, and those that are saved."""

    now: State
    saved: list[State] = field(default_factory=list)

    def follow(self, operator: str, operands: Any, font: Decoder | None) -> None:
        """Change as one of ``OPERATORS`` says. ``font`` is the typeface that ``Tf`` names."""
        match operator:
            case "BT":
                self.now = replace(self.now, text=SAME)
            case "Tf":
                self.now = replace(self.now, font=font, size=float(operands[1]))
            case "Tm":
                self.now = replace(self.now, text=linear(operands))
            case "cm":
                self.now = replace(self.now, drawing=within(linear(operands), self.now.drawing))
            case "q":
                self.saved.append(self.now)
            case "Q" if self.saved:
                self.now = self.saved.pop()


def linear(matrix: Any) -> Linear:
    """Return the linear part of a matrix of six numbers."""
    a, b, c, d = (float(number) for number in list(matrix)[:4])
    return (a, b, c, d)


def within(inner: Linear, outer: Linear) -> Linear:
    """Return ``inner`` as it is in the space around ``outer``."""
    (a, b, c, d), (p, q, r, s) = inner, outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s)
