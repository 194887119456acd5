"""Where gradients and patterns of a drawing are, as SVG 2 (chapter 14) places them.

WeasyPrint 70 gives a gradient exactly the size of what it paints, and poppler then paints nothing
at many magnifications; it begins every pattern at the corner of what it paints; and it draws a
line that is painted with either in the width of the line before.
"""

from typing import Any

from weasyprint.matrix import Matrix
from weasyprint.svg.bounding_box import is_valid_bounding_box
from weasyprint.svg.utils import size, transform

Box = tuple[float, float, float, float]

_IN_USER_SPACE = "userSpaceOnUse"


def gradient_box(
    drawing: Any, node: Any, gradient: Any, font_size: float, _opacity: float, stroke: bool
) -> Box | None:
    """The part of a gradient's own plane that covers all of ``node``, and as much around it."""
    box = drawing.calculate_bounding_box(node, font_size, stroke)
    if not is_valid_bounding_box(box):
        return None
    if gradient.get("gradientUnits") != _IN_USER_SPACE:
        box = (0, 0, 1, 1)
    x, y, width, height = box
    corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
    if "gradientTransform" in gradient.attrib:
        there = _transform(drawing, gradient.get("gradientTransform"), font_size)
        if not there.determinant:
            return None
        corners = [there.invert.transform_point(*corner) for corner in corners]
    across, down = zip(*corners, strict=True)
    width, height = max(across) - min(across), max(down) - min(down)
    return min(across) - width, min(down) - height, 3 * width, 3 * height


def pattern_matrix(
    drawing: Any, node: Any, pattern: Any, font_size: float, _opacity: float, stroke: bool
) -> Any:
    """From a pattern's own plane to the page's; ``None`` if nothing is painted."""
    box = drawing.calculate_bounding_box(node, font_size, stroke)
    if not is_valid_bounding_box(box):
        return None
    x, y = (size(pattern.get(name), font_size, 1) for name in ("x", "y"))
    if pattern.get("patternUnits") != _IN_USER_SPACE:
        x, y = box[0] + x * box[2], box[1] + y * box[3]
    matrix = Matrix(e=x, f=y)
    if "patternTransform" in pattern.attrib:
        matrix = matrix @ _transform(drawing, pattern.get("patternTransform"), font_size)
    return matrix @ drawing.stream.ctm


def line_width(drawing: Any, node: Any, font_size: float, _opacity: float, stroke: bool) -> None:
    """Set the width of a line that is painted with a gradient or a pattern."""
    if stroke:
        drawing.stream.set_line_width(drawing.length(node.get("stroke-width", "1px"), font_size))


def _transform(drawing: Any, said: str, font_size: float) -> Any:
    return transform(said, "0 0", font_size, drawing.normalized_diagonal)
