"""The same manuscript gives the same bytes, whenever and wherever it is built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bindery.editions.epub import MAKES_EPUB
from bindery.editions.making import Made
from bindery.pipeline.build import moment_of
from bindery.vocabulary.errors import PipelineError
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
@pytest.mark.long
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


@pytest.mark.parametrize("epoch", ["", "i dag", "-1", "1.5", "9" * 11, "9" * 5000, "4354819200"])
def test_an_epoch_that_is_no_moment_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    """No file can be dated so, and a sentence of one line says it."""
    publication = document_of(tmp_path, "# A\n").publication
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(PipelineError, match="SOURCE_DATE_EPOCH") as told:
        moment_of(publication)
    assert len(told.value.what.nb) < 120
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4354819199")
    assert moment_of(publication).year == 2107
