"""Judge each criterion of WCAG 2.2 A and AA by what has been shown and by nothing else.

In this order: a check that found a breach decides, or a person who did; then what is in none of the
files; then what the checks have proved of every file; then what a person has found of every unit.
Everything else must be checked manually.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bindery.claims.holdings import holdings_of
from bindery.claims.standing import Standing, standings_of
from bindery.document.model import Document
from bindery.reports.wcag.absent import Absent, Verdict, absent
from bindery.reports.wcag.breaches import broken_by, places
from bindery.reports.wcag.by_people import left_of, person_found
from bindery.reports.wcag.inside import Inside, Kind, look_inside
from bindery.reports.wcag.proofs import proved
from bindery.reports.wcag.shown import shown
from bindery.vocabulary.editions import Edition, edition_of
from bindery.vocabulary.evidence import Evidence, Exempted, Outcome
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.judgements import Judgement
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text, joined
from bindery.vocabulary.wcag import CRITERIA, Criterion

GUIDE = read(dict[str, Text], Path(__file__).with_name("guide.toml"))
"""What to check manually, by the criterion's number."""

FOUND = Text(
    nb="Kontrollene fant noe som bryter med kriteriet.",
    en="The checks found something that breaks the criterion.",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one criterion, and why.

    ``places`` are the manuscript lines (``manuscript/chapters/02-funn.md:14``) to look at first,
    and ``findings`` what the checks said: errors if it is not met, warnings otherwise. What the
    author has ``exempted`` proves nothing and must be checked manually too. ``judgements`` are the
    verdicts of people that count.
    """

    criterion: Criterion
    verdict: Verdict
    reason: Text
    places: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    exempted: tuple[Exempted, ...] = ()
    judgements: tuple[Judgement, ...] = ()


def judge(
    document: Document, *, files: Sequence[Path], evidence: Sequence[Evidence]
) -> tuple[Judged, ...]:
    """Judge all 55 criteria in WCAG's order, for ``files`` together: one edition or several.

    They are below the book's folder. ``evidence`` is all there is about them and the manuscript.
    """
    book = document.publication.book
    inside = {file.relative_to(book).as_posix(): look_inside(file) for file in files}
    present = _present(inside, document)
    findings = dict(_findings(evidence))
    standings = standings_of(document) if document.publication.judgements.judgement else {}
    only = edition_of(files[0].name) if len(files) == 1 else None
    aside = [(one, each.criteria) for each in evidence for one in each.exempted if _weighs(one)]
    return tuple(
        _judged(
            criterion,
            findings=tuple(one for one, broken in findings.items() if criterion.number in broken),
            exempted=tuple(one for one, criteria in aside if criterion.number in criteria),
            nothing=absent(criterion.number, present),
            proof=proved(criterion.number, document, inside, evidence)
            or shown(criterion.number, document, inside, evidence),
            where=places(criterion.number, document),
            standing=_in_edition(standings.get(criterion.number, NOTHING), only),
        )
        for criterion in CRITERIA
    )


NOTHING = Standing("")
"""Where a criterion stands that nobody has judged."""


def _in_edition(standing: Standing, only: Edition | None) -> Standing:
    """Return ``standing`` in one edition: what is not met elsewhere is met in the alternative."""
    if only is None:
        return standing
    met_here = tuple(pair for pair in standing.not_met if pair[1].alternative == only.name)
    others = tuple(pair for pair in standing.not_met if pair not in met_here)
    return replace(standing, met=(*standing.met, *met_here), not_met=others)


def unplaced(evidence: Sequence[Evidence]) -> tuple[Finding, ...]:
    """Return errors that are not tied to a criterion: a person has to decide which they break."""
    findings = dict(_findings(evidence))
    return tuple(
        one for one, broken in findings.items() if one.severity is Severity.ERROR and not broken
    )


def _findings(evidence: Sequence[Evidence]) -> Iterator[tuple[Finding, frozenset[str]]]:
    """Yield errors and warnings, each with the numbers of the criteria that it breaks.

    Findings for information, such as a checker's false alarm, break nothing.
    """
    tested = (one for one in evidence if one.outcome is not Outcome.UNTESTED)
    return (
        (finding, frozenset(one.criteria) if one.rule else broken_by(finding.rule))
        for one in tested
        for finding in sorted(_found_by(one), key=lambda each: each.order)
        if finding.severity is not Severity.INFO
    )


def _found_by(one: Evidence) -> tuple[Finding, ...]:
    """Return what a check found. An error that somebody has accepted is an error still."""
    return (*one.findings, *(each.finding for each in one.exempted if each.known))


def _weighs(exempted: Exempted) -> bool:
    return not exempted.known and exempted.finding.severity is not Severity.INFO


def _present(inside: dict[str, Inside], document: Document) -> frozenset[Kind]:
    """Return what is in any of the files. Without files, nothing can be ruled out."""
    if not inside:
        return frozenset(Kind)
    moving = {Kind.MOTION} if holdings_of(document).moving else set()
    return frozenset().union(moving, *(one.kinds for one in inside.values()))


def _judged(
    criterion: Criterion,
    *,
    findings: tuple[Finding, ...],
    exempted: tuple[Exempted, ...],
    nothing: Absent | None,
    proof: Text | None,
    where: tuple[str, ...],
    standing: Standing,
) -> Judged:
    errors = tuple(one for one in findings if one.severity is Severity.ERROR)
    if errors:
        return Judged(criterion, Verdict.NOT_MET, FOUND, findings=errors)
    if standing.not_met:
        where = tuple(dict.fromkeys(unit.source for unit, _ in standing.not_met if unit.source))
        found = person_found(standing)
        return Judged(criterion, Verdict.NOT_MET, found, where, judgements=standing.judgements)
    doubted = bool(findings or exempted)
    if not doubted and nothing:
        return Judged(criterion, nothing.verdict, nothing.reason)
    if not doubted and proof:
        return Judged(criterion, Verdict.MET, proof)
    if standing.is_met:
        found = person_found(standing)
        return Judged(
            criterion,
            Verdict.FOUND_MET,
            found,
            findings=findings,
            exempted=exempted,
            judgements=standing.judgements,
        )
    look = GUIDE[criterion.number]
    if standing.met:
        # Only what nobody has judged is asked about.
        where = tuple(dict.fromkeys(unit.source for unit in standing.open if unit.source))
        look = joined(" ", (left_of(standing), look))
    return Judged(
        criterion, Verdict.NEEDS_PERSON, look, where, findings, exempted, standing.judgements
    )
