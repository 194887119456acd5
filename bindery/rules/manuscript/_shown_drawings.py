"""The words of a drawing that an image shows, and what is said of it."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bindery.document.drawings import is_drawing
from bindery.document.svg.painted import Paint, painted
from bindery.document.svg.parse import UndrawableError
from bindery.document.svg.plain import plain_drawing
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Div, Image, Paragraph, Table
from bindery.rules.manuscript._images import image_path

_FEWEST_ON_AN_AXIS = 3
_NUMBER = re.compile(r"[-−]?\d+(?:[ \u00a0\u202f.,]\d+)*")
_DATA = re.compile(
    r"[-−+]?(?P<number>\d+(?:[ \u00a0\u202f.,]\d+)*)\s*(?:%|[^\W\d]+\.?(?:\s[^\W\d]+\.?)?|)"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """An image that shows a drawing, with what is painted in it from the bottom up."""

    image: Image
    chapter: ChapterSource
    paints: tuple[Paint, ...]

    @property
    def words(self) -> tuple[Paint, ...]:
        """Its words."""
        return tuple(paint for paint in self.paints if paint.words)


def shown_drawings(manuscript: Manuscript) -> Iterator[Shown]:
    """Every image of the chapters that shows a drawing which can be read."""
    images = manuscript.publication.images
    for chapter in manuscript.chapters:
        for image in chapter.every(Image):
            path = image_path(image, images) or ""
            if is_drawing(path) and path in images:
                yield Shown(image, chapter, _painted(images[path]))


@lru_cache(maxsize=64)
def _painted(drawing: bytes) -> tuple[Paint, ...]:
    try:
        return painted(plain_drawing(drawing).svg)
    except (UndrawableError, ValueError, RecursionError, OverflowError):
        return ()  # image-is-readable reports it.


def description_of(shown: Shown, manuscript: Manuscript) -> str:
    """What is said of it: alternative text, caption and long description."""
    said = [shown.image.alt]
    around = shown.image.div
    if around is not None and around.is_figure:
        said += [one.text for one in manuscript.inside(around, Paragraph)]
        for block in manuscript.inside(around, Div):
            said += [one.text for one in manuscript.inside(block, Paragraph)]
            said += _cells(manuscript.inside(block, Table))
        said += _listed(shown)
    return " ".join(said)


def has_long_description(shown: Shown, manuscript: Manuscript) -> bool:
    """Whether there is a long description in its figure."""
    around = shown.image.div
    return (
        around is not None
        and around.is_figure
        and any(block.has_class("long-description") for block in manuscript.inside(around, Div))
    )


def _listed(shown: Shown) -> Iterator[str]:
    """The words of lists and of everything else in the long description of its figure."""
    for paragraph in shown.chapter.every(Paragraph):
        blocks = tuple(paragraph.divs())
        if paragraph.nested and shown.image.div in blocks:
            yield paragraph.text


def tables_of(chapter: ChapterSource) -> str:
    """The cells of every table in ``chapter``."""
    return " ".join(_cells(chapter.every(Table)))


def _cells(tables: Iterator[Table]) -> list[str]:
    return [cell for table in tables for row in (*table.head, *table.rows) for cell in row.cells]


def data_in(shown: Shown) -> tuple[str, ...]:
    """The numbers of a chart that are data: not years, and not the steps of an axis."""
    labels = [(paint, found) for paint in shown.words if (found := _DATA.fullmatch(paint.words))]
    steps = {id(paint) for paint in _steps([paint for paint, _ in labels])}
    return tuple(
        dict.fromkeys(
            found["number"]
            for paint, found in labels
            if id(paint) not in steps and not _is_year(found["number"])
        )
    )


def _steps(labels: Sequence[Paint]) -> Iterator[Paint]:
    """The labels of an axis: in one line, with the same step between all of them."""
    for axis in (0, 1):
        lines: dict[int, list[Paint]] = {}
        for label in labels:
            lines.setdefault(round(label.outlines[0][1][axis] / 4), []).append(label)
            if axis == 0:
                # Numbers of several lengths at a vertical axis end at the same place.
                lines.setdefault(-1 - round(label.outlines[0][2][0] / 12), []).append(label)
        for line in lines.values():
            values = sorted(_value(label.words) for label in line)
            between = {round(two - one, 6) for one, two in itertools.pairwise(values)}
            if len(values) >= _FEWEST_ON_AN_AXIS and len(between) == 1:
                yield from line


def _value(words: str) -> float:
    found = _NUMBER.search(words)
    return float(plain(found[0]).replace(",", ".").replace("−", "-") or 0) if found else 0.0


def _is_year(number: str) -> bool:
    return bool(re.fullmatch(r"(?:1[89]|20)\d\d", number))


def plain(number: str) -> str:
    """``number`` without the spaces between its digits; a grouping comma or point is left out."""
    bare = re.sub(r"[ \u00a0\u202f]", "", number)
    return re.sub(r"[.,](?=\d{3}(?:\D|$))", "", bare).replace(".", ",")


def numbers_in(text: str) -> frozenset[str]:
    """Every number of ``text``, as :func:`plain` writes it, and every part of one with spaces."""
    found = _NUMBER.findall(text)
    parts = [part for one in found for part in re.split(r"[ \u00a0\u202f]", one)]
    return frozenset(plain(one).lstrip("-−") for one in (*found, *parts))


def stems_in(text: str) -> frozenset[str]:
    """The beginnings of the words in ``text``."""
    return frozenset(word[:STEM].casefold() for word in _WORD.findall(text))
