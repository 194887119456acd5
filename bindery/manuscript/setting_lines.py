"""Where each setting of a publication is written."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from bindery.manuscript.files import SETTINGS
from bindery.manuscript.toml_file import Place, key_lines, line_of
from bindery.vocabulary.findings import Location


def setting_lines(book: Path) -> Mapping[Place, int]:
    """The line of every table and key in the settings of the publication in ``book``."""
    return _lines_in((book / SETTINGS).read_text(encoding="utf-8-sig"))


def setting_at(book: Path, place: Place) -> Location:
    """The location of the setting at ``place``, such as ``("publication", "language")``."""
    return Location(SETTINGS, line_of(setting_lines(book), place))


@lru_cache(maxsize=8)
def _lines_in(settings: str) -> Mapping[Place, int]:
    return key_lines(settings)
