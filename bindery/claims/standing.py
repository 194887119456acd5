"""What people have found of a Document: each criterion with its units, judged or still open."""

from collections.abc import Mapping
from dataclasses import dataclass

from bindery.claims.digest import digest_of
from bindery.claims.units import ASKED, ON_PAPER, Unit, units_for, units_of
from bindery.document.model import Document
from bindery.vocabulary.judgements import Conformance, Judgement
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.wcag import CRITERIA

MET = "met"


@dataclass(frozen=True, slots=True)
class Standing:
    """One criterion: the units that are ``met``, those that are not, and those still ``open``.

    ``judged_before`` is how many units somebody has judged that are other units now, or gone.
    """

    criterion: str
    met: tuple[tuple[Unit, Judgement], ...] = ()
    not_met: tuple[tuple[Unit, Judgement], ...] = ()
    open: tuple[Unit, ...] = ()
    judged_before: int = 0

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self.met) + len(self.not_met) + len(self.open)

    @property
    def is_met(self) -> bool:
        """Whether people have judged every unit, and found each met."""
        return bool(self.met) and not (self.not_met or self.open)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """The verdicts that count, each once."""
        found: list[Judgement] = []
        for _, one in (*self.met, *self.not_met):
            if one not in found:
                found.append(one)
        return tuple(found)


def standings_of(document: Document) -> Mapping[str, Standing]:
    """Return where each criterion stands that a person is asked about, or has judged.

    Of two verdicts on one unit the later counts, and of two on one day the one written last.
    """
    judged = document.publication.judgements.judgement
    asked = units_of(document)
    others = {one.criterion for one in judged} - set(ASKED)
    units = {**asked, **{number: units_for(number, document) for number in sorted(others)}}
    return {number: _standing(number, of_it, judged) for number, of_it in units.items()}


def _standing(number: str, units: tuple[Unit, ...], judged: tuple[Judgement, ...]) -> Standing:
    about = sorted((one for one in judged if one.criterion == number), key=lambda one: one.date)
    by_digest = {digest: one for one in about for digest in one.units.values()}
    found = [(unit, by_digest[unit.digest]) for unit in units if unit.digest in by_digest]
    return Standing(
        number,
        met=tuple(pair for pair in found if pair[1].verdict == MET),
        not_met=tuple(pair for pair in found if pair[1].verdict != MET),
        open=tuple(unit for unit in units if unit.digest not in by_digest),
        judged_before=len(set(by_digest) - {unit.digest for unit in units}),
    )


def claimed_by_people(document: Document) -> Evaluation | None:
    """Return the claim that somebody has made of this very text, if the verdicts bear it out.

    Each criterion of its standard that only a person can decide must be met in every unit. The
    claim is about the e-book, so 1.4.10 in the PDF is not needed.
    """
    claims = document.publication.judgements.conformance
    if not claims:
        return None
    claim = claims[-1]
    standings = standings_of(document)
    needed = [
        standings[number]
        for number in required_by(claim.standard)
        if number != ON_PAPER and standings[number].count
    ]
    if not all(one.is_met for one in needed):
        return None
    return _evaluation(claim, document, [one for each in needed for one in each.judgements])


def _evaluation(claim: Conformance, document: Document, judged: list[Judgement]) -> Evaluation:
    return Evaluation(
        evaluator=claim.by,
        kind=claim.kind,
        date=max(claim.date, *(one.date for one in judged)) if judged else claim.date,
        method=claim.method,
        standard=claim.standard,
        document=digest_of(document),
        report=claim.report,
        credential=claim.credential,
    )


def required_by(standard: str) -> tuple[str, ...]:
    """Return the criteria in ``ASKED`` that ``standard`` (“WCAG 2.1 Level A”) has."""
    _, version, _, level = standard.split()
    return tuple(
        one.number
        for one in CRITERIA
        if one.number in ASKED and one.since <= version and len(one.level) <= len(level)
    )
