"""Books made of the examples in rules' docstrings."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from bindery.manuscript.load import load
from bindery.manuscript.source import Manuscript, read_source
from bindery.rules.documentation import FIRST_CHAPTER
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.publication import Chapter, Publication
from bindery.vocabulary.rule import Rule
from tests.own_typefaces import files_named_in
from tests.shelf import SETTINGS, write_book

SETTINGS_FILE = "publication.toml"


def manuscript_of(folder: Path, files: dict[str, str]) -> Manuscript:
    """A book of ``files`` by their paths below ``manuscript/``, read with its places.

    A chapter may show ``figures/kart.svg`` and the pictures of :func:`picture` without bringing
    them along. ``publication.toml`` need only say what differs.
    """
    chapters = [text for path, text in files.items() if path.endswith(".md")]
    others = {
        path: text.encode()
        for path, text in files.items()
        if not path.endswith(".md") and path != SETTINGS_FILE
    }
    for name in PICTURES:
        if any(f"(../figures/{name})" in text for text in chapters):
            others.setdefault(f"figures/{name}", picture(name))
    for name, content in files_named_in(files.get(SETTINGS_FILE, "")).items():
        others.setdefault(name, content)
    settings = _settings(files.get(SETTINGS_FILE, ""))
    loaded = load(write_book(folder, *chapters, settings=settings, files=others))
    assert loaded.publication is not None, loaded.findings
    return read_source(loaded.publication)


def shelf_of(folder: Path) -> Publication:
    """A publication with a drawing and every picture, whose chapter is another one in each test."""
    shown = "".join(f"![Alta by](../figures/{name})" for name in ("kart.svg", *PICTURES))
    return manuscript_of(folder, {FIRST_CHAPTER: f"# T\n\n{shown}\n"}).publication


def found_in(rule: Rule[Manuscript], shelf: Publication, text: str) -> list[Finding]:
    """What ``rule`` finds where the chapter is ``text`` below its title, which is on line 1."""
    chapter = Chapter(f"manuscript/{FIRST_CHAPTER}", f"# T\n\n{text}\n")
    return [*rule.find(read_source(replace(shelf, chapters=(chapter,))))]


PICTURES = ("foto.png", "lite-foto.png", "flo.gif", "blink.gif")


@cache
def picture(name: str) -> bytes:
    """A photograph large enough for print, one that is not, one that moves, and one that flashes.

    The last goes from black to white and back five times a second.
    """
    dark, light = (Image.new("L", (1000, 750), shade) for shade in (0, 255))
    written = BytesIO()
    match name:
        case "foto.png":
            dark.save(written, "PNG")
        case "lite-foto.png":
            dark.resize((400, 300)).save(written, "PNG")
        case _:
            lasts = 100 if name == "blink.gif" else 1000
            dark.save(written, "GIF", save_all=True, append_images=[light], duration=lasts, loop=0)
    return written.getvalue()


def _settings(changes: str) -> str:
    """The settings, with other values of their keys, and with the tables below those."""
    settings = SETTINGS
    changes, bracket, tables = changes.partition("[")
    for line in changes.splitlines():
        key = line.partition(" =")[0]
        settings, changed = re.subn(rf"^{key} = .*$", line, settings, count=1, flags=re.MULTILINE)
        assert changed, f"{key} is not a setting"
    return f"{settings}\n{bracket}{tables}"
