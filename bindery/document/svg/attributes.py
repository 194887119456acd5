"""The attributes that a drawing in a book keeps: those of SVG 1.1, which every checker knows."""

import re

from bindery.document.svg.parse import SVG, XLINK_HREF, XML, Element, remove
from bindery.document.svg.references import HREFS, with_declarations
from bindery.document.svg.values import declared

_PICTURE = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")

_LOOKS = """alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering direction display dominant-baseline fill
    fill-opacity fill-rule filter flood-color flood-opacity font-family font-size font-size-adjust
    font-stretch font-style font-variant font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering kerning letter-spacing lighting-color marker-end
    marker-mid marker-start mask opacity overflow shape-rendering stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi visibility
    word-spacing writing-mode"""
"""SVG 1.1, appendix M: what CSS can say too."""

_GEOMETRY = """id style lang transform viewBox preserveAspectRatio x y width height rx ry cx cy r
    fx fy x1 y1 x2 y2 d points pathLength offset dx dy rotate textLength lengthAdjust startOffset
    method spacing gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
    patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight
    refX refY orient filterUnits primitiveUnits filterRes in in2 result type values mode operator
    k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha
    surfaceScale kernelUnitLength diffuseConstant specularConstant specularExponent azimuth
    elevation scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves
    seed stitchTiles tableValues slope intercept amplitude exponent z pointsAtX pointsAtY pointsAtZ
    limitingConeAngle"""
_LATER = """mask-type mix-blend-mode paint-order isolation transform-origin transform-box
    vector-effect white-space text-overflow line-height font-feature-settings font-variant-numeric
    text-decoration-line text-decoration-style text-decoration-color"""
"""Properties that SVG 2 allows as attributes. As styles they are the same, and known."""

_KNOWN = frozenset((*_LOOKS.split(), *_GEOMETRY.split(), f"{XML}space", f"{XML}lang"))
_STYLES = frozenset(_LATER.split())

_MEASURES = """x y width height rx ry cx cy r fx fy x1 y1 x2 y2 dx dy rotate refX refY markerWidth
    markerHeight textLength startOffset offset stroke-width stroke-dashoffset stroke-miterlimit
    font-size opacity fill-opacity stroke-opacity stop-opacity stdDeviation"""
_MEASURED = frozenset(_MEASURES.split())
_MEASURE = re.compile(
    r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:[a-z]+|%)?|auto|inherit|medium|.*\(.*"
    r"|[x-]*(?:small|large)r?",
    re.IGNORECASE,
)
_PATH = re.compile(r"[MZLHVCSQTA\dE+\-.,\s]*", re.IGNORECASE)

_NEEDED = {
    "stop": ("offset",),
    "rect": ("width", "height"),
    "circle": ("r",),
    "ellipse": ("rx", "ry"),
}
"""Attributes that SVG 1.1 demands; in SVG 2 they are 0 where they are not said."""

_SAYS_NOTHING = {"vector-effect": "none", "mix-blend-mode": "normal", "paint-order": "normal"}


def is_picture_in_itself(address: str) -> bool:
    """Whether ``address`` holds a picture, and leads to none."""
    return address.strip().lower().startswith(_PICTURE)


def keep_known_attributes(svg: Element) -> None:
    """Remove what runs, loads, or is a note of a drawing program, and write the rest as SVG 1.1."""
    for element in list(svg.iter()):
        later = {}
        for name, value in [(str(key), str(said)) for key, said in element.attrib.items()]:
            if name in HREFS:
                _keep_reference(element, name, value)
            elif name in _STYLES:
                later[name] = value
                del element.attrib[name]
            elif name not in _KNOWN:
                del element.attrib[name]
        _drop_what_is_no_measure(element)
        said = {name for (name, _), _ in declared(element.get("style") or "")}
        later = {
            name: value
            for name, value in later.items()
            if name not in said and value != _SAYS_NOTHING.get(name)
        }
        if later:
            with_declarations(element, later)
        if element.tag == f"{SVG}ellipse":
            # A radius that is not said is as long as the other one.
            _say_both(element, "rx", "ry")
        for name in _NEEDED.get(str(element.tag).removeprefix(SVG), ()):
            if name not in element.attrib:
                element.set(name, "0")
        if element.tag == f"{SVG}use" and XLINK_HREF not in element.attrib:
            remove(element)


def _drop_what_is_no_measure(element: Element) -> None:
    """Do as browsers do: an attribute that cannot be read is not there, and a path ends where."""
    for name, value in [(str(key), str(said)) for key, said in element.attrib.items()]:
        parts = value.replace(",", " ").split()
        if name in _MEASURED and not all(_MEASURE.fullmatch(part) for part in parts):
            del element.attrib[name]
        elif name == "d" and (whole := _PATH.match(value)) and whole[0] != value:
            element.set(name, whole[0])
        elif name == "points" and not all(_MEASURE.fullmatch(part) for part in parts):
            del element.attrib[name]


def _say_both(element: Element, *names: str) -> None:
    said = [value for name in names if (value := element.get(name, "auto")) != "auto"]
    for name in names:
        if said and element.get(name, "auto") == "auto":
            element.set(name, said[0])


def _keep_reference(element: Element, name: str, value: str) -> None:
    """Write a reference to a part of the drawing, or a picture, in the way older programs know."""
    del element.attrib[name]
    stays = value.strip().startswith("#") or is_picture_in_itself(value)
    if stays and (name == "href" or XLINK_HREF not in element.attrib):
        element.set(XLINK_HREF, value.strip())
