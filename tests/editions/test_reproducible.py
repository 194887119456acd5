"""The same manuscript gives the same bytes, whenever and wherever it is built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bindery.editions.epub import MAKES_EPUB
from bindery.editions.making import Made
from tests.shelf import HOUSE, document_of, workshop_for, write_book

CHAPTER = """\
# Første kapittel

Tekst med *kursiv*, `kode` og $x^2$.[^1]

:::: {.figure #kart}
![Kart over Tromsø](../figures/kart.svg)

Tromsø.
::::

[^1]: En note.
"""

BUILD = (
    "import sys; from pathlib import Path; from bindery.pipeline.build import build; "
    "b = build(Path(sys.argv[1])); b.outputs or sys.exit(str(b.findings))"
)


@pytest.mark.slow
def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    """Another hash seed, folder and time zone change nothing, and neither does optimization."""
    made = []
    surroundings = (("en", "1", "Europe/Oslo", ""), ("to", "2", "Pacific/Auckland", "2"))
    for name, seed, zone, optimize in surroundings:
        book = write_book(tmp_path / name, CHAPTER)
        changed = {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONOPTIMIZE": optimize}
        environment = os.environ | changed | {"PYTHONPATH": str(HOUSE)}
        subprocess.run([sys.executable, "-c", BUILD, book], env=environment, check=True)
        made.append({p.name: p.read_bytes() for p in sorted((book / "build").glob("proevebok.*"))})
    assert set(made[0]) == {"proevebok.pdf", "proevebok.epub", "proevebok.html"}
    assert made[0] == made[1]


@pytest.mark.slow
def test_the_epoch_dates_the_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``SOURCE_DATE_EPOCH`` decides, where it is set, and other dates make other bytes."""
    document = document_of(tmp_path, CHAPTER)
    printed = {"pdf": Made(b"", 1)}
    own = MAKES_EPUB.make(document, workshop_for(document, tmp_path), printed).content
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    other = MAKES_EPUB.make(document, workshop_for(document, tmp_path), printed).content
    assert own != other
