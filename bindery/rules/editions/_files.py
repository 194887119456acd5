"""What a finished file is, by its own bytes."""

from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pikepdf


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file beside a page: its media type, its size in bytes, its pages where it has any."""

    media_type: str
    size: int
    pages: int | None


def offered_file(path: Path) -> OfferedFile | None:
    """What ``path`` is, or ``None`` where there is no such file, or none that can be read."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begins = file.read(5)
        if begins == b"%PDF-":
            with pikepdf.open(path) as pdf:
                return OfferedFile("application/pdf", size, len(pdf.pages))
        with ZipFile(path) as archive:
            return OfferedFile(archive.read("mimetype").decode().strip(), size, None)
    except (OSError, BadZipFile, KeyError, UnicodeDecodeError, pikepdf.PdfError):
        return None
