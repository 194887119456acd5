"""Who has evaluated the publication manually, as the pages say it."""

from dataclasses import dataclass

from bindery.claims.conformance import evaluation_of
from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.vocabulary.text import Text

EVALUATED = Text(
    nb="{evaluator} vurderte denne teksten {date} og kom til at e-boka oppfyller {standard}."
    " Metode: {method}. Vurderingen er ikke fordelt på kriterier.",
    en="{evaluator} evaluated this text on {date} and found that the e-book meets {standard}."
    " Method: {method}. The evaluation is not divided by criterion.",
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
        return Evaluated(NOT_EVALUATED)
    sentence = EVALUATED.filled(
        evaluator=found.evaluator,
        date=written_date(found.date),
        standard=found.standard,
        method=found.method.rstrip("."),
    )
    return Evaluated(sentence, found.report)
