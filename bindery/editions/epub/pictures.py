"""The pictures in the e-book: named by number, and no larger than reading systems can show."""

from collections.abc import Iterable

from bindery.document.model import Element
from bindery.document.pictures.shown import Pictures, fitting
from bindery.editions.epub.package import Resource

MOST_PIXELS = 5_600_000
"""More than the finest page shows. Apple Books takes no larger ones, and small readers run out of
memory."""


def take_pictures(bodies: Iterable[Element], pictures: Pictures) -> tuple[Resource, ...]:
    """Point the images in ``bodies`` to files of the e-book, and return these files.

    A name of the author's may have characters that are no part of an address, or the name of
    somebody. So each file gets a number, in the order in which the pictures are first shown.
    """
    files: dict[str, Resource] = {}
    for image in (image for body in bodies for image in body.iter("img")):
        path = image.get("src") or ""
        if path not in pictures:
            continue  # the cover
        if path not in files:
            picture = fitting(pictures[path], MOST_PIXELS)
            name = f"bilder/bilde-{len(files) + 1}{picture.suffix}"
            files[path] = Resource(name, picture.media_type, picture.content)
        image.set("src", files[path].name)
    return tuple(files.values())
