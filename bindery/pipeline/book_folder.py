"""A publication's folder, each part of it read once, on first use."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bindery.vocabulary.findings import any_errors
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper

# Imported where they are used: an unchanged book must be recognised at once.
if TYPE_CHECKING:
    from bindery.document.model import Document
    from bindery.manuscript.load import Loaded
    from bindery.manuscript.source import Manuscript
    from bindery.vocabulary.evidence import Evidence
    from bindery.vocabulary.findings import Finding
    from bindery.vocabulary.publication import Publication


class BookFolder:
    """The book in the folder ``path``. Build, check and release share one and read it once.

    ``keeper`` has what earlier builds have read.
    """

    def __init__(self, path: Path, keeper: Keeper = NOTHING_KEPT) -> None:
        self.path = path
        self._keeper = keeper

    @cached_property
    def loaded(self) -> "Loaded":
        """The publication, or the findings that prevented reading it."""
        from bindery.manuscript.load import load  # noqa: PLC0415

        return load(self.path, self._keeper)

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
        """The Document, which is a draft if it shows something else than its author meant."""
        return replace(self._read, draft=any_errors(self.faults))

    @cached_property
    def _read(self) -> "Document":
        from bindery.claims.braille_reading import with_reader  # noqa: PLC0415
        from bindery.document.read import read_document  # noqa: PLC0415

        return with_reader(read_document(self.publication, self._keeper))

    @cached_property
    def faults(self) -> "tuple[Finding, ...]":
        """What no edition can show as it is meant, in reading order; what prevented reading it."""
        from bindery.rules.judge import in_own_files  # noqa: PLC0415 - not for an unchanged book
        from bindery.rules.kept_words import lost_words  # noqa: PLC0415
        from bindery.rules.manuscript import RULES  # noqa: PLC0415

        if self.loaded.publication is None:
            return self.loaded.findings
        found = [
            finding for rule in RULES if rule.makes_draft for finding in rule.find(self.manuscript)
        ]
        told = dict.fromkeys(
            (
                *in_own_files((*found, *lost_words(self.manuscript)), self.manuscript),
                *self._read.findings,
            )
        )
        return tuple(sorted(told, key=lambda finding: finding.order))

    @cached_property
    def evidence(self) -> "tuple[Evidence, ...]":
        """What the rules find in the manuscript and the templates."""
        from bindery.rules.judge import judge  # noqa: PLC0415 - not for an unchanged book
        from bindery.rules.manuscript import RULES  # noqa: PLC0415
        from bindery.rules.styles.judge_templates import judge_templates  # noqa: PLC0415

        of_manuscript = judge(self.manuscript, RULES, self._keeper)
        return (*of_manuscript, *judge_templates(self.publication, self._keeper))

    def print_as_code(self, finding: "Finding") -> None:
        """Print the block at the place of ``finding``, which an edition cannot have, as code."""
        from bindery.document.as_code import printed_as_code  # noqa: PLC0415

        told = {*self.faults, finding}
        self.faults = tuple(sorted(told, key=lambda one: one.order))
        self.document = replace(printed_as_code(self.document, finding), draft=True)
