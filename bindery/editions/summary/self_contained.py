"""Make the summary one file: embedded pictures, styles that its policy allows, a limited size."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from mimetypes import guess_type

from PIL import Image, ImageOps

from bindery.document.drawings import file_of, is_drawing
from bindery.document.model import Element, add_class
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


def embed_pictures(pictures: Sequence[Element], images: Mapping[str, bytes], room: int) -> None:
    """Embed every picture in its ``img``, made so small that all fit in ``room`` bytes.

    A picture that is small enough is not changed. If even the smallest versions are too large,
    those are embedded.
    """
    paths = [picture.get("src") or "" for picture in pictures]
    embedded = {path: (_media_type(path), file_of(path, images[path])) for path in paths}
    for width, quality in _LADDER:
        if sum(len(embedded[path][1]) * _AS_TEXT for path in paths) <= room:
            break
        photos = [path for path in embedded if not is_drawing(path)]
        embedded |= {path: _smaller(path, images[path], width, quality) for path in photos}
    for picture, path in zip(pictures, paths, strict=True):
        media_type, data = embedded[path]
        picture.set("src", f"data:{media_type};base64,{b64encode(data).decode()}")


def _smaller(path: str, data: bytes, width: int, quality: int) -> tuple[str, bytes]:
    """The media type and bytes of a picture at most ``width`` pixels wide."""
    written = BytesIO()
    with Image.open(BytesIO(data)) as opened:
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((width, 2 * width))
        upright.convert("RGBA" if upright.has_transparency_data else "RGB").save(
            written, "WEBP", quality=quality, method=4
        )
    smaller = written.getvalue()
    return ("image/webp", smaller) if len(smaller) < len(data) else (_media_type(path), data)


def _media_type(path: str) -> str:
    return guess_type(path)[0] or "application/octet-stream"


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
