"""Which conditions for a person are shown by comparing a PDF with its author's source.

The protocol leaves a condition to a person because a checker has only the file. Here the author's
intent is on record, so *does the PDF say what the manuscript says* can be shown. *Does the
manuscript say what its author means* is a person's to answer.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bindery.document.model import Document
from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.reports.matterhorn import facts
from bindery.reports.matterhorn.font_licences import fonts_may_be_embedded
from bindery.vocabulary.editions import PDF_TYPE, READ_BACK
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Severity
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Argument:
    """What shows ``conditions``: rules that found nothing, conditions that hold, and facts."""

    conditions: tuple[str, ...]
    reason: Text
    silent: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    facts: tuple[str, ...] = ()


Fact = Callable[[FinishedPdf, Document], bool]

FACTS: Mapping[str, Fact] = {
    "artifacts-are-known": facts.artifacts_are_known,
    "artifacts-are-headers-and-footers": facts.artifacts_are_headers_and_footers,
    "types-are-known": facts.types_are_known,
    "own-types-are-reviewed": facts.own_types_are_reviewed,
    "no-pieces-of-brackets": facts.no_pieces_of_brackets,
    "figures-have-no-other-text": facts.figures_have_no_other_text,
    "linked-figures-are-described": facts.linked_figures_are_described,
    "headings-are-h1-to-h6": facts.headings_are_h1_to_h6,
    "bullets-are-as-drawn": facts.bullets_are_as_drawn,
    "only-links": facts.only_links,
    "nothing-to-fill-in": facts.nothing_to_fill_in,
    "fonts-may-be-embedded": fonts_may_be_embedded,
}

ARGUMENTS = tuple(read(dict[str, Argument], Path(__file__).with_suffix(".toml")).values())
"""In the order of the protocol."""


def argued(
    document: Document, file: Path, about: Sequence[Evidence], shown: Collection[str]
) -> dict[str, Text]:
    """Return the conditions that are shown of the PDF ``file``, each with its argument.

    ``about`` is the evidence of this file, and ``shown`` the conditions that hold or do not apply.
    Nothing is shown of a file that was not read back.
    """
    compared = [one for one in about if one.standard == READ_BACK and one.examined]
    if not compared or any(one.outcome is Outcome.UNTESTED for one in compared):
        return {}
    try:
        finished = opened(file, PDF_TYPE)
    except UnreadableError:
        return {}
    told = {
        finding.rule
        for one in compared
        for finding in one.findings
        if finding.severity is not Severity.INFO
    }
    told |= {each.finding.rule for one in compared for each in one.exempted if each.known}
    return {
        condition: one.reason
        for one in ARGUMENTS
        if not one.silent & told
        and one.held <= set(shown)
        and all(FACTS[name](finished, document) for name in one.facts)
        for condition in one.conditions
    }
