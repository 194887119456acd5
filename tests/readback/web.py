"""The e-book and the summary of the small manuscript, whole, and with something changed in them."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from PIL import Image

from bindery.document.contents import PageStart
from bindery.document.model import Document
from bindery.editions.epub import MAKES_EPUB
from bindery.editions.making import Made
from tests.shelf import workshop_for

Change = tuple[str, str]
"""What stands once in a file, and what stands there instead."""


def e_book(document: Document, folder: Path) -> bytes:
    """The e-book, with a cover, and a printed page that begins in the first paragraph."""
    picture = BytesIO()
    Image.new("1", (1, 1)).save(picture, "PNG")
    pages = (PageStart("1"), PageStart("2", "chapters-3", 6))
    printed = Made(b"", 2, pagination=pages, cover=picture.getvalue())
    return MAKES_EPUB.make(document, workshop_for(document, folder), {"pdf": printed}).content


def in_e_book(content: bytes, name: str, *changes: Change) -> bytes:
    """The e-book with ``changes`` in its file called ``name``."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(changed, "w") as after:
        for each in before.namelist():
            data = before.read(each)
            if each == f"EPUB/{name}":
                data = in_text(data, *changes)
            after.writestr(each, data)
    return changed.getvalue()


def in_text(data: bytes, *changes: Change) -> bytes:
    """The file with ``changes`` in it."""
    text = data.decode()
    for old, new in changes:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    return text.encode()
