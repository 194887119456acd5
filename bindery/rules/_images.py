"""Where an image of the manuscript is."""

from enum import Enum, auto

from bindery.document.links import scheme_of
from bindery.manuscript.images import image_path, is_outside
from bindery.manuscript.load import is_file
from bindery.manuscript.source_elements import Image
from bindery.vocabulary.publication import Publication


class Whereabouts(Enum):
    """Where an image's address leads. An edition can be made with ``HERE`` alone."""

    REMOTE = auto()
    OUTSIDE = auto()
    MISSING = auto()
    OF_ANOTHER_KIND = auto()
    HERE = auto()


def whereabouts(image: Image, publication: Publication) -> Whereabouts:
    """Where ``image`` is. Of what is outside the manuscript nothing is read."""
    scheme = scheme_of(image.source)
    path = image_path(image)
    # One letter is a drive: C:\bilder.
    if scheme == "file" or len(scheme) == 1:
        return Whereabouts.OUTSIDE
    if path is None:
        return Whereabouts.REMOTE
    if path in publication.images:
        return Whereabouts.HERE
    if is_outside(publication.book, path):
        return Whereabouts.OUTSIDE
    # A file of a kind that is not loaded is known to the disk alone.
    other = is_file(publication.book / path)
    return Whereabouts.OF_ANOTHER_KIND if other else Whereabouts.MISSING
