"""Each criterion and checkpoint once, by its gravest verdict, with the editions that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.reports import matterhorn, wcag
from bindery.reports.by_edition import JudgedEdition
from bindery.reports.evidence_html.findings_and_checks import Row, by_rule, put_aside
from bindery.reports.evidence_html.sentences import BUT, SAID, VERDICTS
from bindery.reports.evidence_html.verdicts_by_edition import named
from bindery.reports.matterhorn.checkpoints import told
from bindery.reports.matterhorn.protocol import CHECKPOINTS, SHOWN
from bindery.reports.wcag import Verdict
from bindery.reports.wcag.breaches import broken_by
from bindery.reports.whereabouts import Whereabouts
from bindery.vocabulary.evidence import Outcome
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.wcag import CRITERIA, Criterion

MOST_PLACES = 12
"""How many places are written out for one point."""

Judged = wcag.Judged | matterhorn.Judged
InEditions = list[tuple[JudgedEdition, Judged]]


@dataclass(frozen=True, slots=True)
class Points:
    """Rows for the page: those of ``wcag`` and of ``matterhorn``, by verdict."""

    wcag: dict[Verdict, list[Row]]
    matterhorn: dict[Verdict, list[Row]]
    faults: tuple[Finding, ...]


def points_of(editions: Sequence[JudgedEdition], places: Whereabouts, language: str) -> Points:
    """Return every point once. ``faults`` are the findings that those with errors are about."""
    of_wcag: dict[Verdict, list[Row]] = {one: [] for one in VERDICTS}
    of_matterhorn: dict[Verdict, list[Row]] = {one: [] for one in VERDICTS}
    faults: list[Finding] = []
    for criterion in CRITERIA:
        judged: InEditions = [
            (edition, one)
            for edition in editions
            for one in edition.criteria
            if one.criterion is criterion
        ]
        verdict, row = _row(judged, editions, places, language)
        about = _about(criterion, editions, language) if verdict is Verdict.NEEDS_PERSON else {}
        asides = (aside for _, one in judged for aside in getattr(one, "exempted", ()))
        of_wcag[verdict].append(
            {
                **row,
                **about,
                "number": criterion.number,
                "name": criterion.name.said_in(language),
                "level": criterion.level,
                "address": criterion.understanding,
                "exempted": put_aside(asides, places, language),
            }
        )
        faults += _findings(judged, Verdict.NOT_MET)
    for checkpoint in CHECKPOINTS:
        of_pdfs: InEditions = [
            (edition, one)
            for edition in editions
            for one in edition.checkpoints
            if one.checkpoint is checkpoint
        ]
        if of_pdfs:
            verdict, row = _row(of_pdfs, [one for one, _ in of_pdfs], places, language)
            of_matterhorn[verdict].append(
                {
                    **row,
                    **_conditions(of_pdfs, language),
                    "number": checkpoint.number,
                    "name": checkpoint.name.said_in(language),
                }
            )
            faults += _findings(of_pdfs, Verdict.NOT_MET)
    return Points(of_wcag, of_matterhorn, tuple(dict.fromkeys(faults)))


def by_reason(rows: Sequence[Row]) -> list[Row]:
    """Group points with the same reason and exceptions, so that they are written once."""
    together: dict[tuple[object, object], list[Row]] = {}
    for row in rows:
        together.setdefault((row["how"], row["but"]), []).append(row)
    return [{"how": how, "but": but, "points": same} for (how, but), same in together.items()]


def _row(
    judged: InEditions, among: Sequence[JudgedEdition], places: Whereabouts, language: str
) -> tuple[Verdict, Row]:
    """Return the gravest verdict, and what is said of it; of the other editions, the exceptions."""
    verdict = next(one for one in VERDICTS if any(each.verdict is one for _, each in judged))
    same = [(edition, one) for edition, one in judged if one.verdict is verdict]
    reasons = dict.fromkeys(one.reason.said_in(language) for _, one in same)
    found = dict.fromkeys(_findings(same, verdict))
    where = dict.fromkeys(place for _, one in same for place in one.places)
    more = len(where) - MOST_PLACES
    return verdict, {
        "how": " ".join(reasons),
        "in": named([one for one, _ in same], among, language),
        "but": " ".join(_exceptions(judged, verdict, among, language)),
        "places": [places.at(place) for place in [*where][:MOST_PLACES]],
        "more": SAID["and_more"].filled(count=more).said_in(language) if more > 0 else "",
        "found": by_rule(found, places, language),
    }


def _exceptions(
    judged: InEditions, but: Verdict, among: Sequence[JudgedEdition], language: str
) -> Iterator[str]:
    for verdict in VERDICTS:
        others = [edition for edition, one in judged if one.verdict is verdict]
        if others and verdict is not but:
            sentence = BUT[verdict].filled(editions=named(others, among, language))
            yield sentence.said_in(language)


def _findings(judged: InEditions, verdict: Verdict) -> list[Finding]:
    return [finding for _, one in judged if one.verdict is verdict for finding in one.findings]


def _about(criterion: Criterion, editions: Sequence[JudgedEdition], language: str) -> Row:
    """Return what a checker has tested of a criterion, and what it could not decide."""
    standard = f"WCAG 2.2, {criterion.number}"
    passed = [
        (edition, one)
        for edition in editions
        for one in edition.evidence
        if one.standard == standard and one.outcome is Outcome.PASSED
    ]
    questions = dict.fromkeys(
        finding.message.said_in(language)
        for edition in editions
        for one in edition.evidence
        if one.outcome is Outcome.CANNOT_TELL
        for finding in one.findings
        if finding.severity is Severity.INFO and criterion.number in broken_by(finding.rule)
    )
    part = ""
    if passed:
        checker = passed[0][1].checker
        where = named([edition for edition, _ in passed], editions, language)
        part = SAID["part"].filled(checker=checker, editions=where).said_in(language)
    return {"part": part, "questions": [*questions]}


def _conditions(judged: InEditions, language: str) -> Row:
    """Return which conditions of a checkpoint are left, and how many a machine has tested."""
    points = [one for _, one in judged if isinstance(one, matterhorn.Judged)]
    first = next((one for one in points if one.open), points[0])
    count = len(first.shown) + len(first.argued)
    shown = SHOWN.filled(count=count, all=count + len(first.open)).said_in(language)
    return {
        "conditions": ", ".join(dict.fromkeys(each for one in points for each in one.open)),
        "shown": shown if count else "",
        "argued": [one.said_in(language) for one in told(first.argued)],
    }
