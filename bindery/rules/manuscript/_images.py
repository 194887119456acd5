"""Where the images of a manuscript are."""

import posixpath
import re
from enum import Enum, auto
from pathlib import Path
from urllib.parse import unquote

from bindery.document.links import scheme_of
from bindery.manuscript.files import MANUSCRIPT, is_inside
from bindery.manuscript.load import is_file
from bindery.manuscript.source.elements import Image
from bindery.vocabulary.publication import Publication

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def image_path(image: Image) -> str | None:
    """The image's path below the book's folder, or ``None`` for an address on the network."""
    if _SCHEME.match(image.source):
        return None
    folder = posixpath.dirname(image.location.path)
    return posixpath.normpath(posixpath.join(folder, unquote(image.source)))


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
    path = image_path(image)
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
    other = is_file(publication.book / path)
    return Whereabouts.OF_ANOTHER_KIND if other else Whereabouts.MISSING
