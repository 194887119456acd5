"""Whole books as the pipeline builds them, once in a test run for all who read or release them."""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from bindery.pipeline.build import build
from bindery.pipeline.freshness import fingerprint
from bindery.pipeline.last_build import NOTE
from tests.editions.torture import TORTURE, TORTURE_DIALECT
from tests.once import Once
from tests.shelf import HOUSE, write_book

BOOKS = {"ours": HOUSE, "torture": TORTURE, "torture-dialect": TORTURE_DIALECT}
"""Those with every edition, which many tests go through."""

FOLDERS = {**BOOKS, "arabic": HOUSE / "tests/books/arabic"}
SMALL = "# Tittel\n\n::: key-message\nTekst.\n:::\n"


class Built(NamedTuple):
    """A book's folder, and its finished editions by name."""

    folder: Path
    editions: dict[str, Path]


def built_book(once: Once, name: str) -> Built:
    """One of ``FOLDERS`` with all its editions, in a folder of its own."""

    def make(folder: Path) -> None:
        shutil.copytree(FOLDERS[name] / "manuscript", folder / "manuscript")
        built = build(folder)
        assert built.outputs
        assert [one for one in built.findings if one.rule == "page-is-as-styled"] == []

    folder = once(f"built-{name}", make)
    built = build(folder)
    assert built.unchanged
    return Built(folder, {output.edition.name: output.path for output in built.outputs})


def build_small_book(folder: Path) -> None:
    """A book of one chapter, ``SMALL``, with its editions."""
    assert build(write_book(folder, SMALL)).outputs


def moved(book: Path, folder: Path) -> Path:
    """A copy of a built, or released, ``book`` in ``folder``, where it counts as built.

    Editions do not tell where they were built: ``test_reproducible`` holds that.
    """
    unlike = shutil.ignore_patterns("lock", "made")
    shutil.copytree(book, folder, ignore=unlike, dirs_exist_ok=True)
    note = folder / NOTE
    noted = json.loads(note.read_text(encoding="utf-8"))
    noted["fingerprint"] = fingerprint(folder)
    note.write_text(json.dumps(noted), encoding="utf-8")
    assert build(folder).unchanged
    return folder
