"""Whether the fonts of a PDF may be embedded and shown: what their files and licences say."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from bindery.document.model import Document
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.manuscript.templates import Templates

INSTALLABLE = 0
"""The ``fsType`` of a font that may be embedded without restriction (OpenType, OS/2)."""

_OF_A_FACE = re.compile(r"regular|bold|italic")
_LICENCE = ".txt"


def fonts_may_be_embedded(pdf: FinishedPdf, document: Document) -> bool:
    """Whether each font is one of the templates' own, may be embedded, and has its licence.

    So is one of the publication's own: without its licence, nothing is made.
    """
    publication = document.publication
    folders = (folder / "fonts" for folder in Templates(publication.book).folders)
    allowed = frozenset(_allowed_in(folders))
    own = tuple(_plain(face.name) for face in publication.faces if _is_free(face.file))
    return all(_plain(name) in allowed or _plain(name).startswith(own) for name in pdf.fonts)


def _is_free(file: Path) -> bool:
    return _restriction(file, file.stat().st_mtime_ns) == INSTALLABLE


def _plain(name: str) -> str:
    """Return the family in ``name``, without signs: ``Noto-Sans-Mono`` is ``notosansmono``."""
    return _OF_A_FACE.sub("", re.sub(r"[\W_]", "", name.lower()))


def _allowed_in(folders: Iterable[Path]) -> Iterator[str]:
    for folder in folders:
        licences = [_plain(one.stem) for one in folder.glob(f"*{_LICENCE}")]
        files: dict[str, list[Path]] = {}
        for file in sorted((*folder.glob("*.ttf"), *folder.glob("*.otf"))):
            files.setdefault(_plain(file.stem), []).append(file)
        for family, faces in files.items():
            licensed = any(one.endswith(family) for one in licences)
            if licensed and all(map(_is_free, faces)):
                yield family


@lru_cache(maxsize=64)
def _restriction(file: Path, _changed: int) -> int:
    """Return the font's ``fsType``; a font that cannot be read may not be embedded."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - slow to import

    try:
        with TTFont(file, lazy=True) as font:
            return int(font["OS/2"].fsType)
    except (TTLibError, KeyError, OSError):
        return -1
