"""Pictures of the printed cover: for the e-book, and for previews of shared links."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image

from bindery.document.model import Document
from bindery.editions.making import Made, Maker, Workshop
from bindery.vocabulary.editions import PDF, PICTURE

COVER_WIDTH = 1200
"""Pixels. A reading system shows the cover on the whole screen."""

SHARED = (1200, 630)
"""Pixels: the size that previews by the Open Graph protocol show without cropping."""

_MARGIN = 50
"""Pixels that stay free above and below the words."""

_COLOURS = 128
_MOST_COLOURS_OF_WORDS = 4096
"""Letters have many shades at their edges, but far fewer than a photograph has."""


def cover_picture(pdf: bytes) -> bytes:
    """The first page of ``pdf`` as a PNG, the same bytes each time."""
    page = _first_page(pdf)
    return _png(_drawn(page, COVER_WIDTH / page.get_width()))


def shared_picture(pdf: bytes) -> bytes:
    """The words of the cover on a PNG of ``SHARED`` size, on the cover's own colour."""
    page = _first_page(pdf)
    text = page.get_textpage()
    places = [text.get_rect(number) for number in range(text.count_rects())]
    bottom = min((place[1] for place in places), default=0)
    top = max((place[3] for place in places), default=page.get_height())
    width, height = SHARED
    scale = min(width / page.get_width(), (height - 2 * _MARGIN) / (top - bottom))
    drawn = _drawn(page, scale)
    middle = (page.get_height() - (top + bottom) / 2) * scale
    picture = Image.new("RGB", SHARED, drawn.getpixel((0, 0)))
    upper = min(max(0, round(middle - height / 2)), max(0, drawn.height - height))
    picture.paste(
        drawn.crop((0, upper, drawn.width, upper + height)), ((width - drawn.width) // 2, 0)
    )
    return _png(picture)


def _first_page(pdf: bytes) -> Any:
    import pypdfium2  # noqa: PLC0415 - not for an unchanged book

    return pypdfium2.PdfDocument(pdf)[0]


def _drawn(page: Any, scale: float) -> Image.Image:
    image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return image


def _png(picture: Image.Image) -> bytes:
    """``picture`` as a PNG with a palette, a third of the size; in full colour if a photograph."""
    if picture.getcolors(_MOST_COLOURS_OF_WORDS) is not None:
        palette = Image.Quantize.MAXCOVERAGE
        picture = picture.quantize(_COLOURS, palette, dither=Image.Dither.NONE)
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _make(_document: Document, _workshop: Workshop, made: Mapping[str, Made]) -> Made:
    return Made(shared_picture(made[PDF.name].content), 1)


MAKES_PICTURE = Maker(PICTURE, _make, lambda publication: bool(publication.metadata.address))
"""The maker of the preview picture for the summary's address, if the publication has one."""
