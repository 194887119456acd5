"""Make the summary one file: embedded pictures, styles that its policy allows, a limited size."""

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from io import BytesIO

from bindery.document.model import Element, add_class
from bindery.document.pictures.opening import opened
from bindery.document.pictures.shown import Picture, Pictures
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text

_LADDER = (
    *((1344, 80), (1008, 75), (672, 70), (504, 60), (420, 55), (336, 50), (252, 40)),
    *((168, 30), (112, 20)),
)
"""Width in pixels and WebP quality, from twice the column's width on a dense screen downwards."""

_AS_TEXT = 4 / 3
"""The growth of bytes in base64."""


def embed_pictures(images: Sequence[Element], pictures: Pictures, room: int) -> None:
    """Embed the picture of every ``img``, made so small that all fit in ``room`` bytes.

    A picture that is small enough is not changed. If even the smallest versions are too large,
    those are embedded.
    """
    paths = [image.get("src") or "" for image in images]
    embedded = {path: pictures[path] for path in paths}
    for width, quality in _LADDER:
        if sum(len(embedded[path].content) * _AS_TEXT for path in paths) <= room:
            break
        embedded = {path: _smaller(pictures[path], width, quality) for path in embedded}
    for image, path in zip(images, paths, strict=True):
        data = b64encode(embedded[path].content).decode()
        image.set("src", f"data:{embedded[path].media_type};base64,{data}")


def _smaller(picture: Picture, width: int, quality: int) -> Picture:
    """``picture`` at most ``width`` pixels wide, if that is less to send."""
    if picture.is_drawing:
        return picture
    written = BytesIO()
    with opened(picture.content, picture.form) as drawn:
        drawn.thumbnail((width, 2 * width))
        drawn.convert("RGBA" if drawn.has_transparency_data else "RGB").save(
            written, "WEBP", quality=quality, method=4
        )
    smaller = Picture(written.getvalue(), "WEBP")
    return smaller if len(smaller.content) < len(picture.content) else picture


_PLAIN = re.compile(r"[^{}<>\\@]+")


def take_styles(trees: Iterable[Element]) -> str:
    """Remove every style from ``trees``; return equivalent rules for the style sheet.

    The policy allows the page's one style sheet by its digest and no other styles (CSP Level 3,
    8.3): a picture's width and a drawing's colours would be lost.
    """
    rules: dict[str, str] = {}
    for element in [element for tree in trees for element in tree.iter()]:
        style = element.attrib.pop("style", "").strip().rstrip(";")
        if _PLAIN.fullmatch(style):
            add_class(element, rules.setdefault(style, f"stil-{len(rules) + 1}"))
    # Twice the class: an element's own style overrides that of the page.
    return "\n".join(f".{name}.{name} {{ {style} }}" for style, name in rules.items())


LIMIT = 150_000
"""The greatest size of the summary in bytes, for slow connections and e-mail."""

_TOO_HEAVY = Text(
    nb="Sammendraget er {size} kB. Grensen er {limit} kB. Med dårlig nett åpnes det sent eller "
    "ikke i det hele tatt.",
    en="The summary is {size} kB. The limit is {limit} kB. On a poor connection it opens late or "
    "not at all.",
)
_LIGHTER = Text(
    nb="Merk færre avsnitt med in-summary, eller bruk en enklere tegning. Fotografier er alt gjort "
    "så små som de kan bli.",
    en="Mark fewer blocks with in-summary, or use a simpler drawing. Photographs have been made as "
    "small as they can be already.",
)


def too_heavy(publication: Publication, page: bytes) -> tuple[Finding, ...]:
    """A warning if ``page`` is over the limit."""
    if len(page) <= LIMIT:
        return ()
    message = _TOO_HEAVY.filled(size=len(page) // 1000, limit=LIMIT // 1000)
    location = Location(f"build/{publication.slug}.html")
    return (Finding("summary-is-light", Severity.WARNING, location, message, _LIGHTER),)
