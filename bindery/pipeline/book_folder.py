"""A publication's folder, each part of it read once, on first use."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

# Imported where they are used: an unchanged book must be recognised at once.
if TYPE_CHECKING:
    from bindery.document.model import Document
    from bindery.manuscript.load import Loaded
    from bindery.manuscript.source import Manuscript
    from bindery.vocabulary.publication import Publication


class BookFolder:
    """The book in the folder ``path``. Build, check and release share one and read it once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def loaded(self) -> "Loaded":
        """The publication, or the findings that prevented reading it."""
        from bindery.manuscript.load import load  # noqa: PLC0415

        return load(self.path)

    @property
    def publication(self) -> "Publication":
        """The publication. It must have been ``loaded`` without errors."""
        assert self.loaded.publication is not None, self.loaded.findings
        return self.loaded.publication

    @cached_property
    def manuscript(self) -> "Manuscript":
        """The chapters as rules see them."""
        from bindery.manuscript.source import read_source  # noqa: PLC0415

        return read_source(self.publication)

    @cached_property
    def document(self) -> "Document":
        """The Document. Raises ``UnreadableChapterError`` if pandoc cannot read a chapter."""
        from bindery.document.read import read_document  # noqa: PLC0415

        return read_document(self.publication)
