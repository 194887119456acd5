"""Reports that are imported once in a test run, and what a test asks of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.importing.answers import Answers
from bindery.importing.imported import Imported, import_source
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import RULES
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.publication import Publication
from tests.importing.word import Word

KNOWN = Answers(publisher="Nordvik kommune", contact="post@nordvik.example", rights="CC BY 4.0")


@dataclass
class Book:
    """A publication that was imported."""

    path: Path
    imported: Imported

    @cached_property
    def publication(self) -> Publication:
        """The publication as the pipeline loads it."""
        loaded = load(self.path)
        assert loaded.publication is not None, loaded.findings
        return loaded.publication

    @cached_property
    def document(self) -> Document:
        """What readers get."""
        return read_document(self.publication)

    @cached_property
    def chapters(self) -> dict[str, str]:
        """The chapters' text by their file name."""
        folder = self.path / "manuscript/chapters"
        return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}

    @property
    def text(self) -> str:
        """All chapters together."""
        return "\n".join(self.chapters.values())

    def kinds(self) -> list[str]:
        """The kind of each remark."""
        return [entry.remark.kind for entry in self.imported.report.entries]

    def found(self) -> list[Finding]:
        """What the rules find in the manuscript."""
        manuscript = read_source(self.publication)
        return [finding for rule in RULES for finding in rule.find(manuscript)]


def imported(folder: Path, report: Callable[[], Word], answers: Answers = KNOWN) -> Book:
    """The publication made of ``report`` in a folder below ``folder``."""
    source = folder / f"{report.__name__}.docx"
    source.write_bytes(report().content())
    book = folder / report.__name__
    return Book(book, import_source(book, source, answers, "nb"))


def written(folder: Path, report: Word, answers: Answers = KNOWN) -> Book:
    """The publication made of a small report that a test has written."""
    source = folder / "rapport.docx"
    source.write_bytes(report.content())
    return Book(folder / "bok", import_source(folder / "bok", source, answers, "nb"))
