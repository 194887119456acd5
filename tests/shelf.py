"""Small books for tests: a folder with a manuscript, written from what a test says."""

from pathlib import Path

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions import MAKERS
from bindery.editions.making import Maker, Workshop
from bindery.manuscript.load import load
from bindery.manuscript.templates import templates_of
from bindery.pipeline.build import moment_of
from bindery.vocabulary.editions import Edition

HOUSE = Path(__file__).resolve().parents[1]

SETTINGS = """\
[publication]
title = "Prøvebok"
subtitle = "Om å prøve"
language = "nb"
publisher = "Prøveforlaget"
rights = "CC BY 4.0"
version = "1.0.0"
date = 2026-11-23
identifier = "urn:uuid:00000000-0000-4000-8000-000000000001"
slug = "proevebok"
accessibility-contact = "post@example.org"
description = "En bok for prøver."

[publication.source]
title = "Kilden"
publisher = "Kildeforlaget"
url = "https://example.org/kilden"

[[publication.contributors]]
name = "Ola Nordmann"
role = "author"

[reading-order]
chapters = ["chapters/01.md"]
"""

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60">
<title>Kart</title><rect width="120" height="60" fill="#eeeeee"/>
<text id="by" x="10" y="30" font-family="Andika" font-size="14">Tromsø</text></svg>
"""

SHOWN = "../figures/kart.svg"
"""The drawing, as chapters show it."""


def write_book(
    folder: Path,
    *chapters: str,
    settings: str = SETTINGS,
    files: dict[str, bytes] | None = None,
) -> Path:
    """A book of ``chapters`` (Markdown) in ``folder``, with ``files`` and the drawing they show."""
    manuscript = folder / "manuscript"
    names = [f"chapters/{number:02}.md" for number in range(1, len(chapters) + 1)]
    listed = ", ".join(f'"{name}"' for name in names)
    contents = {
        "publication.toml": settings.replace('"chapters/01.md"', listed).encode(),
        **({SHOWN[3:]: DRAWING.encode()} if SHOWN in "".join(chapters) else {}),
        **{name: text.encode() for name, text in zip(names, chapters, strict=True)},
        **(files or {}),
    }
    for name, content in contents.items():
        path = manuscript / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def document_of(folder: Path, *chapters: str, settings: str = SETTINGS) -> Document:
    """The Document of a book of ``chapters``."""
    loaded = load(write_book(folder, *chapters, settings=settings))
    assert loaded.publication is not None, loaded.findings
    return read_document(loaded.publication)


def maker_of(edition: Edition) -> Maker:
    """How ``edition`` is made."""
    return next(maker for maker in MAKERS if maker.edition == edition)


def workshop_for(document: Document, folder: Path) -> Workshop:
    """What the pipeline would give an edition of ``document``."""
    return Workshop(
        templates_of(document.publication), folder / "build/work", moment_of(document.publication)
    )
