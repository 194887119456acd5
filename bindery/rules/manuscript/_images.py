"""Where the images of a manuscript are."""

import re
from collections.abc import Collection, Iterator
from enum import Enum, auto
from pathlib import Path

from bindery.manuscript.addresses import scheme_of
from bindery.manuscript.files import MANUSCRIPT, SETTINGS, is_inside, located
from bindery.manuscript.load import is_file
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.manuscript.targets import image_at
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Publication

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def shown_images(manuscript: Manuscript) -> Iterator[Image]:
    """Every image of the chapters, and the publication's own cover and logo, if it has any."""
    settings = manuscript.publication.settings
    if cover := settings.brand.cover:
        yield Image(alt="", source=cover, location=Location(SETTINGS))
    if logo := settings.brand.logo:
        yield Image(alt=logo.alternative, source=logo.file, location=Location(SETTINGS))
    yield from manuscript.every(Image)


def image_path(image: Image, images: Collection[str] = ()) -> str | None:
    """The image's path below the book's folder, or ``None`` for an address on the network.

    ``images`` are the paths of those that are there.
    """
    if _SCHEME.match(image.source):
        return None
    return image_at(image.source, image.location.path, images)


def is_outside(book: Path, path: str) -> bool:
    """Whether ``path``, with symbolic links followed on disk, leads out of the manuscript."""
    return not is_inside(book / MANUSCRIPT, book / path)


class Whereabouts(Enum):
    """Where an image's address leads. Editions can only be made with ``HERE``."""

    REMOTE = auto()
    OUTSIDE = auto()
    MISSING = auto()
    OF_ANOTHER_KIND = auto()
    HERE = auto()


def whereabouts(image: Image, publication: Publication) -> Whereabouts:
    """Where ``image`` is. No file outside the manuscript is read."""
    scheme = scheme_of(image.source)
    path = image_path(image, publication.images)
    # A scheme of one letter is a drive: C:\bilder.
    if scheme == "file" or len(scheme) == 1:
        return Whereabouts.OUTSIDE
    if path is None:
        return Whereabouts.REMOTE
    if path in publication.images:
        return Whereabouts.HERE
    if is_outside(publication.book, path):
        return Whereabouts.OUTSIDE
    # Files of other kinds are not loaded, so look on disk.
    other = is_file(located(publication.book, path))
    return Whereabouts.OF_ANOTHER_KIND if other else Whereabouts.MISSING
