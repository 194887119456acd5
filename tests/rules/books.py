"""Books made of the examples in rules' docstrings."""

import re
from io import BytesIO
from pathlib import Path

from PIL import Image

from bindery.manuscript.load import load
from bindery.manuscript.source import Manuscript, read_source
from tests.shelf import SETTINGS, write_book

SETTINGS_FILE = "publication.toml"


def manuscript_of(folder: Path, files: dict[str, str]) -> Manuscript:
    """A book of ``files`` by their paths below ``manuscript/``, read with its places.

    ``figures/kart.svg`` and ``figures/foto.png`` are always there. ``publication.toml`` need only
    say what differs.
    """
    chapters = [text for path, text in files.items() if path.endswith(".md")]
    others = {
        path: text.encode()
        for path, text in files.items()
        if not path.endswith(".md") and path != SETTINGS_FILE
    }
    photograph = BytesIO()
    Image.new("RGB", (4, 4)).save(photograph, "PNG")
    others.setdefault("figures/foto.png", photograph.getvalue())
    settings = _settings(files.get(SETTINGS_FILE, ""))
    loaded = load(write_book(folder, *chapters, settings=settings, files=others))
    assert loaded.publication is not None, loaded.findings
    return read_source(loaded.publication)


def _settings(changes: str) -> str:
    settings = SETTINGS
    for line in changes.splitlines():
        key = line.partition(" =")[0]
        settings, changed = re.subn(rf"^{key} = .*$", line, settings, count=1, flags=re.MULTILINE)
        assert changed, f"{key} is not a setting"
    return settings
