"""The books that the pages for beginners have their readers write.

A file is a fenced block whose first line names it: ```` ```toml manuscript/publication.toml ````.
"""

import re
from pathlib import Path

from tests.shelf import HOUSE

GUIDES = {"nb": HOUSE / "docs/kom-i-gang.md", "en": HOUSE / "docs/write-a-manuscript.md"}
"""The pages, by their language."""

_FILE = re.compile(r"^```\w+ (?P<path>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def files_of(guide: Path) -> dict[str, str]:
    """Every file that ``guide`` has written, by its path in the book's folder."""
    found = _FILE.finditer(guide.read_text(encoding="utf-8"))
    return {file["path"]: file["text"] for file in found}


def write_guide(guide: Path, folder: Path) -> Path:
    """Do in ``folder`` what ``guide`` says: make its files."""
    for name, text in files_of(guide).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def blocks_of(guide: Path, kind: str) -> list[str]:
    """The fenced blocks of ``guide`` that are marked ``kind`` and are no files."""
    text = guide.read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
