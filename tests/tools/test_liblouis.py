"""liblouis in its process: what comes back, and what is said when nothing does."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from bindery.tools import liblouis, locate
from bindery.tools.liblouis import BOLD, ITALIC, PLAIN, StuckError, hyphenated, translated, unpack
from bindery.tools.maven import LIBLOUIS, LIBLOUIS_TABLES

TABLES = "unicode.dis,no-no-g0.utb"

STUCK = """
import json, sys, time
asked = json.load(sys.stdin)
for one in asked["texts"]:
    if "loop" in one["text"]:
        time.sleep(60)
    print(json.dumps({"cells": "\\u2801", "origins": [0]}), flush=True)
"""


@pytest.mark.slow
def test_each_cell_knows_its_letter() -> None:
    """A capital sign and a mark of emphasis belong to the letter that they stand at."""
    plain, set_off = translated([("Å se", ()), ("to ord", (0, 0, 0, ITALIC, ITALIC, BOLD))], TABLES)
    assert plain.cells == "⠠⠡⠀⠎⠑"
    assert plain.origins == (0, 0, 1, 2, 3)
    assert set_off.cells.startswith("⠞⠕⠀⠆⠕")
    assert PLAIN == 0


@pytest.mark.slow
def test_a_word_is_divided_where_norwegian_words_are() -> None:
    """The points are those of the dictionary of Norwegian, a digit for each letter."""
    (points,) = hyphenated(["befolkningsutvikling"], "no-no-g0.utb,hyph_nb_NO.dic")
    assert [at for at, one in enumerate(points) if one == "1"] == [6, 11, 13]


@pytest.mark.slow
def test_a_table_without_an_end_is_named_by_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the library never returns, its process is ended, and the text is known."""
    script = tmp_path / "stuck.py"
    script.write_text(STUCK, encoding="utf-8")
    monkeypatch.setattr(liblouis, "PROCESS", script)
    with pytest.raises(StuckError) as stopped:
        translated([("a", ()), ("loop", ()), ("b", ())], TABLES, patience=0.8)
    assert stopped.value.number == 1


def test_engine_and_tables_lie_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked is the engine and the tables of the same release, and nothing else."""
    folder = tmp_path / "liblouis"
    folder.mkdir()
    with ZipFile(folder / LIBLOUIS.name, "w") as archive:
        archive.writestr("native/linux/x86_64/liblouis.so", b"engine")
        archive.writestr("native/linux/x86/liblouis.so", b"another")
    with ZipFile(folder / LIBLOUIS_TABLES.name, "w") as archive:
        archive.writestr("default-tables/", b"")
        archive.writestr("default-tables/no-no-g0.utb", b"table")
        archive.writestr("default-tables/maketablelist/x", b"not wanted")
        archive.writestr("META-INF/MANIFEST.MF", b"not wanted")
    monkeypatch.setattr(locate, "TOOLS", tmp_path)
    assert locate.liblouis() is None
    unpack(folder)
    library = locate.liblouis()
    assert library is not None
    assert library.read_bytes() == b"engine"
    assert [path.name for path in library.with_name("tables").iterdir()] == ["no-no-g0.utb"]
