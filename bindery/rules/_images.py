"""Where an image of the manuscript is."""

import posixpath
from enum import Enum, auto
from urllib.parse import unquote

from bindery.manuscript.load import MANUSCRIPT, is_inside
from bindery.manuscript.source_elements import Image
from bindery.rules._addresses import scheme_of
from bindery.vocabulary.publication import Publication


class Whereabouts(Enum):
    """Where an image's address leads. An edition can be made with ``HERE`` alone."""

    REMOTE = auto()
    OUTSIDE = auto()
    MISSING = auto()
    OF_ANOTHER_KIND = auto()
    HERE = auto()


def path_of(image: Image) -> str:
    """The file's path below the book's folder, as it would be if it is in the manuscript."""
    chapter = posixpath.dirname(image.location.path)
    return posixpath.normpath(posixpath.join(chapter, unquote(image.source)))


def whereabouts(image: Image, publication: Publication) -> Whereabouts:
    """Where ``image`` is. Of what is outside the manuscript nothing is read."""
    scheme = scheme_of(image.source)
    path = path_of(image)
    if scheme == "file":
        return Whereabouts.OUTSIDE
    if scheme or image.source.startswith("//"):
        return Whereabouts.REMOTE
    if path in publication.images:
        return Whereabouts.HERE
    if not path.startswith(f"{MANUSCRIPT}/"):
        return Whereabouts.OUTSIDE
    # A link in the file system, or a file of a kind that is not loaded, is known to the disk alone.
    file = publication.book / path
    if not is_inside(publication.book / MANUSCRIPT, file):
        return Whereabouts.OUTSIDE
    return Whereabouts.OF_ANOTHER_KIND if file.is_file() else Whereabouts.MISSING
