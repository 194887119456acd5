"""What must be checked manually: each point once, with the editions it is open in."""

from collections.abc import Sequence

from bindery.reports import matterhorn, wcag
from bindery.reports.evidence_html.edition_sections import JudgedEdition
from bindery.reports.evidence_html.findings_and_checks import Row, by_rule, put_aside
from bindery.reports.evidence_html.sentences import SAID
from bindery.reports.matterhorn.protocol import CHECKPOINTS, SHOWN
from bindery.reports.wcag import Verdict
from bindery.vocabulary.wcag import CRITERIA

MOST_PLACES = 12
"""How many places are written out for one point."""


def of_wcag(editions: Sequence[JudgedEdition], language: str) -> list[Row]:
    """Return the criteria that must be checked manually in any edition."""
    rows = []
    for criterion in CRITERIA:
        open_in = [
            (edition, one)
            for edition in editions
            for one in edition.criteria
            if one.criterion is criterion and one.verdict is Verdict.NEEDS_PERSON
        ]
        if open_in:
            asides = (aside for _, one in open_in for aside in one.exempted)
            rows.append(
                {
                    **_row(open_in, language),
                    "number": criterion.number,
                    "name": criterion.name.said_in(language),
                    "level": criterion.level,
                    "exempted": put_aside(asides, language),
                }
            )
    return rows


def of_matterhorn(editions: Sequence[JudgedEdition], language: str) -> list[Row]:
    """Return the checkpoints that must be checked manually in any PDF, one row for each reason."""
    rows = []
    for checkpoint in CHECKPOINTS:
        open_in = [
            (edition, one)
            for edition in editions
            for one in edition.checkpoints
            if one.checkpoint is checkpoint and one.verdict is Verdict.NEEDS_PERSON
        ]
        for reason in dict.fromkeys(one.reason for _, one in open_in):
            same = [(edition, one) for edition, one in open_in if one.reason == reason]
            first = same[0][1]
            left = dict.fromkeys(condition for _, one in same for condition in one.open)
            known = len(first.shown) + len(first.open)
            shown = SHOWN.filled(count=len(first.shown), all=known).said_in(language)
            rows.append(
                {
                    **_row(same, language),
                    "number": checkpoint.number,
                    "name": checkpoint.name.said_in(language),
                    "conditions": ", ".join(left),
                    "shown": shown if first.shown else "",
                }
            )
    return rows


def _row(
    open_in: Sequence[tuple[JudgedEdition, wcag.Judged]]
    | Sequence[tuple[JudgedEdition, matterhorn.Judged]],
    language: str,
) -> Row:
    first = open_in[0][1]
    return {
        "editions": [(one.name, one.title.said_in(language)) for one, _ in open_in],
        "how": first.reason.said_in(language),
        "places": _written_out(first.places, language),
        "doubts": by_rule((finding for _, one in open_in for finding in one.findings), language),
    }


def _written_out(places: Sequence[str], language: str) -> list[str]:
    """Return the first places, and how many more there are."""
    more = len(places) - MOST_PLACES
    rest = [SAID["and_more"].filled(count=more).said_in(language)] if more > 0 else []
    return [*places[:MOST_PLACES], *rest]
