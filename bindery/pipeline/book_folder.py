"""A publication's folder, each part of it read once, when it is first asked for."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

# An unchanged book is told so at once: what reads it is imported where it is read.
if TYPE_CHECKING:
    from bindery.document.model import Document
    from bindery.manuscript.load import Loaded
    from bindery.manuscript.source import Manuscript
    from bindery.vocabulary.publication import Publication


class BookFolder:
    """What lies in ``path``: build, check and release share one, and read nothing a second time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def loaded(self) -> "Loaded":
        """The publication, or what keeps it from being read."""
        from bindery.manuscript.load import load  # noqa: PLC0415

        return load(self.path)

    @property
    def publication(self) -> "Publication":
        """The publication. It must have been ``loaded`` without faults."""
        assert self.loaded.publication is not None, self.loaded.findings
        return self.loaded.publication

    @cached_property
    def manuscript(self) -> "Manuscript":
        """The chapters as rules see them."""
        from bindery.manuscript.source import read_source  # noqa: PLC0415

        return read_source(self.publication)

    @cached_property
    def document(self) -> "Document":
        """The Document. Raises ``UnreadableChapterError`` where pandoc cannot read a chapter."""
        from bindery.document.read import read_document  # noqa: PLC0415

        return read_document(self.publication)
