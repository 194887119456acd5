"""Whole books, built once for all reading systems: the house's own, and the torture book."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from bindery.pipeline.build import build
from tests.editions.conftest import Once, once
from tests.editions.torture import TORTURE
from tests.shelf import HOUSE

__all__ = ["once"]


class Built(NamedTuple):
    """The two editions of one book that are read side by side."""

    epub: Path
    pdf: Path


BOOKS = {"own": HOUSE, "torture": TORTURE}


@pytest.fixture(scope="session", params=BOOKS)
def built(request: pytest.FixtureRequest, once: Once) -> Built:
    """A book's EPUB and PDF, as the pipeline makes them."""
    book = BOOKS[request.param]

    def make(folder: Path) -> None:
        shutil.copytree(book / "manuscript", folder / "manuscript")
        assert build(folder).outputs

    outputs = once(f"read-{request.param}", make) / "build"
    (epub,) = outputs.glob("*.epub")
    return Built(epub, epub.with_suffix(".pdf"))
