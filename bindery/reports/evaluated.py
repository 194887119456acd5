"""Who has evaluated the publication manually, as the pages say it."""

from dataclasses import dataclass

from bindery.claims.conformance import evaluation_of
from bindery.claims.standing import standings_of
from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.reports.wcag.by_people import UNITS
from bindery.vocabulary.text import Text

EVALUATED = Text(
    nb="{evaluator} vurderte denne teksten {date} og kom til at e-boka oppfyller {standard}."
    " Metode: {method}. Vurderingen er ikke fordelt på kriterier.",
    en="{evaluator} evaluated this text on {date} and found that the e-book meets {standard}."
    " Method: {method}. The evaluation is not divided by criterion.",
)
JUDGED = Text(
    nb="{by} har kontrollert {count} av {all}. Ikke oppfylt: {breaches}. Sist: {date}.",
    en="{by} checked {count} of {all}. Not met: {breaches}. Last: {date}.",
)
NOT_EVALUATED = Text(
    nb="Ingen vurdering er registrert for denne teksten.",
    en="No evaluation of this text is on record.",
)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What is on record, in one or more sentences. ``report`` is an address, or empty."""

    sentence: Text
    report: str = ""


def evaluated(document: Document) -> Evaluated:
    """Return what is on record of this very text."""
    found = evaluation_of(document)
    if found is None:
        return Evaluated(_judged(document) or NOT_EVALUATED)
    sentence = EVALUATED.filled(
        evaluator=found.evaluator,
        date=written_date(found.date),
        standard=found.standard,
        method=found.method.rstrip("."),
    )
    return Evaluated(sentence, found.report)


def _judged(document: Document) -> Text | None:
    """Return who has judged how many units, if anybody has judged any."""
    if not document.publication.judgements.judgement:
        return None
    standings = standings_of(document).values()
    judged = [one for each in standings for one in each.judgements]
    if not judged:
        return None
    return JUDGED.filled(
        by=", ".join(dict.fromkeys(one.by for one in judged)),
        count=sum(len(one.met) + len(one.not_met) for one in standings),
        all=UNITS.counted(sum(one.count for one in standings)),
        breaches=sum(len(one.not_met) for one in standings),
        date=written_date(max(one.date for one in judged)),
    )
