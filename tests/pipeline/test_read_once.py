"""Nothing is read a second time: the manuscript in a release, a finished file in a check."""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import bindery.document.read
import bindery.finished.epub
import bindery.finished.opened
import bindery.manuscript.load
import bindery.manuscript.source
from bindery.pipeline import examine as examine_module
from bindery.pipeline.check import check
from tests.pipeline.releasing import check_with, invoke_release, prober
from tests.shelf import SETTINGS, write_book

pytestmark = pytest.mark.slow

ALL = f"{SETTINGS}\n[editions.large-print]\nenabled = true\n\n[editions.pdf20]\nenabled = true\n"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the manuscript was loaded, rendered, and read as source."""
    times: Counter[str] = Counter()

    def count(module: Any, name: str) -> None:
        original: Callable[..., object] = getattr(module, name)

        def counting(*arguments: object, **named: object) -> object:
            times[name] += 1
            return original(*arguments, **named)

        monkeypatch.setattr(module, name, counting)

    count(bindery.manuscript.load, "load")
    count(bindery.document.read, "read_document")
    count(bindery.manuscript.source, "read_source")
    return times


ONCE = {"load": 1, "read_document": 1, "read_source": 1}


def test_a_check_reads_the_manuscript_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: Counter[str]
) -> None:
    """Also where the editions were there already: then a check reads what a build did not."""
    monkeypatch.setattr(examine_module, "CHECKERS", ())
    book = write_book(tmp_path, "# Tittel\n\nTekst.\n")
    assert check(book).evidence
    assert counted == ONCE
    counted.clear()
    assert check(book).evidence
    assert counted == ONCE


def test_a_release_reads_the_manuscript_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: Counter[str]
) -> None:
    """From the first build to the bundle."""
    check_with(monkeypatch, prober())
    assert invoke_release(write_book(tmp_path, "# Tittel\n\nTekst.\n")) == 0
    assert counted == ONCE


def test_a_check_parses_each_edition_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules, read-back, evidence page and the summary's own rule all get the same parsed file."""
    monkeypatch.setattr(examine_module, "CHECKERS", ())
    parsed: Counter[str] = Counter()
    original = bindery.finished.opened._parsed.__wrapped__

    def parse(read: Callable[[Path], object], file: Path, digest: str) -> object:
        parsed[f"{read.__name__} {file.name}"] += 1
        return original(read, file, digest)

    kept = lru_cache(maxsize=8)(parse)
    monkeypatch.setattr(bindery.finished.opened, "_parsed", kept)
    check(write_book(tmp_path, "# Tittel\n\nTekst.\n", settings=ALL))
    assert parsed == {
        "read_pdf proevebok.pdf": 1,
        "read_pdf proevebok-pdf20.pdf": 1,
        "read_pdf proevebok-large-print.pdf": 1,
        "read_package proevebok.epub": 1,
        "_read_epub proevebok.epub": 1,
        "read_page proevebok.html": 1,
    }


def test_nobody_else_opens_finished_files() -> None:
    """No module but the reader's own asks for a PDF, a package or a page of a finished file."""
    package = Path(bindery.finished.epub.__file__).parents[1]
    readers = {"read_pdf", "read_epub", "read_page", "read_package"}
    others = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if path.parts[-2] != "finished"
        and path.parts[-3] != "finished"
        and any(f"import {name}" in path.read_text(encoding="utf-8") for name in readers)
    ]
    # The writer of the EPUB holds its claims against bytes that are no file yet; and a command.
    assert sorted(others) == ["editions/epub/metadata.py", "readback/__main__.py"]
