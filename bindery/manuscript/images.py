"""Where the images of a manuscript are, from where its chapters are."""

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from bindery.manuscript.load import MANUSCRIPT, is_inside
from bindery.manuscript.source_elements import Image

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def image_path(image: Image) -> str | None:
    """The image's path below the book's folder, or ``None`` for an address on the network."""
    if _SCHEME.match(image.source):
        return None
    folder = posixpath.dirname(image.location.path)
    return posixpath.normpath(posixpath.join(folder, unquote(image.source)))


def is_outside(book: Path, path: str) -> bool:
    """Whether ``path``, links followed, leads out of the manuscript.

    The disk is asked, because only it knows where a symbolic link leads.
    """
    return not is_inside(book / MANUSCRIPT, book / path)
