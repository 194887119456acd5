"""Ask a person what only a person can judge, and record the verdict with name, date and method."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal, cast

from bindery.claims.digest import digest_of
from bindery.claims.standing import Standing, required_by, standings_of
from bindery.claims.units import ON_PAPER, Unit, units_for
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.manuscript.evaluation import EVALUATION
from bindery.manuscript.load import load
from bindery.pipeline.accepting import accept, day_of
from bindery.pipeline.judgements_written import append
from bindery.reports.asked import asked_lines
from bindery.tools.installation import COMMAND
from bindery.tools.writing import remove
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.judgements import BrailleReading, Conformance, Judgement, WcagConformance
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.sign_options import SignOptions
from bindery.vocabulary.text import Text
from bindery.vocabulary.wcag import CRITERIA

BRAILLE = "braille"
"""What a reader of braille signs, instead of a criterion of WCAG."""

_WHO = Text(
    nb="Skriv hvem som har kontrollert, og hvordan: --by «navn» --method «metode».",
    en="Write who has checked, and how: --by “name” --method “method”.",
)
_NO_NAME = Text(
    nb="En vurdering må ha navn og metode.", en="A judgement must have a name and a method."
)
_NO_CRITERION = Text(
    nb="«{number}» er ikke et kriterium i WCAG 2.2 på nivå A eller AA.",
    en="“{number}” is not a criterion of WCAG 2.2 on level A or AA.",
)
_SEE = Text(
    nb=f"Kjør «{COMMAND} sign» uten valg for å se hva som skal kontrolleres.",
    en=f"Run “{COMMAND} sign” without options to see what to check.",
)
_NO_UNIT = Text(
    nb="Det er ingen enhet som heter «{unit}» under {number}.",
    en="No unit of {number} is called “{unit}”.",
)
_NOTHING_LEFT = Text(
    nb="Alt under {number} er alt kontrollert.",
    en="Everything under {number} has already been checked.",
)
_NAME_IT = Text(
    nb="Skriv --units med navnene hvis noe skal kontrolleres på nytt.",
    en="Write --units with their names to judge something again.",
)
_NO_REASON = Text(
    nb="Et krav som ikke er oppfylt, må ha en grunn og si hva det betyr for leserne.",
    en="A criterion that is not met must have a reason, and say what it means for readers.",
)
_SAY_WHY = Text(
    nb="Skriv --reason «hva som er feil» --consequence «hva det betyr for leserne».",
    en="Write --reason “what is wrong” --consequence “what it means for readers”.",
)
_NO_BRAILLE = Text(
    nb="Publikasjonen har ingen punktskrift å signere, eller lesningen fant feil.",
    en="The publication has no braille to sign, or the reading found errors.",
)
_ENABLE = Text(
    nb="Skriv enabled = true under [editions.braille] i publication.toml. Rett feilene først.",
    en="Write enabled = true below [editions.braille] in publication.toml. Fix the errors first.",
)
_NO_BOOK = Text(
    nb="Manuset kan ikke leses, så ingenting kan signeres: {first}",
    en="The manuscript cannot be read, so nothing can be signed: {first}",
)
_FIX_FIRST = Text(
    nb=f"Kjør «{COMMAND} check», og rett feilene først.",
    en=f"Run “{COMMAND} check”, and fix the errors first.",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is left to a person, and the number of units that were signed or carried over now.

    ``of_another_text`` is set if an older evaluation could not be carried over.
    """

    standings: Mapping[str, Standing]
    signed: int = 0
    carried: Evaluation | None = None
    of_another_text: Evaluation | None = None


def recorded(book: Path, said: SignOptions, language: str) -> Iterator[str]:
    """Record what a person has ``said``, if anything, and yield what is left, in lines."""
    if said.accept:
        return accept(book, said, datetime.now(UTC).date(), language)
    if said.criteria or said.conforms:
        asked = sign(book, said, datetime.now(UTC).date())
    else:
        asked = asked_of(book)
    return asked_lines(
        asked.standings,
        language,
        signed=asked.signed,
        carried=asked.carried,
        of_another_text=asked.of_another_text,
    )


def asked_of(book: Path) -> Asked:
    """Return what people are asked about the publication in ``book``.

    An evaluation of this very text in the older ``evaluation.toml`` is carried over first.
    """
    document = _document(book)
    evaluation = document.publication.evaluation
    if evaluation is None:
        return Asked(_in_order(standings_of(document)))
    if evaluation.document != digest_of(document):
        return Asked(_in_order(standings_of(document)), of_another_text=evaluation)
    count = _carry_over(book, document, evaluation)
    document = _document(book)
    return Asked(_in_order(standings_of(document)), signed=count, carried=evaluation)


def sign(book: Path, said: SignOptions, today: date) -> Asked:
    """Record what a person has ``said`` in ``judgements.toml``, and return what is left.

    Raises ``PipelineError`` if it does not say who, how or what.
    """
    if not (said.by.strip() and said.method.strip()):
        raise PipelineError(_NO_NAME, _WHO)
    if said.not_met and not (said.reason.strip() and said.consequence.strip()):
        raise PipelineError(_NO_REASON, _SAY_WHY)
    document = _document(book)
    judgements = tuple(_judgements(document, said, today))
    claims = (_claim(said, today),) if said.conforms else ()
    readings = tuple(_reading(document, said, today) for one in said.criteria if one == BRAILLE)
    append(book, judgements, claims, readings=readings)
    count = sum(len(one.units) for one in judgements) + len(readings)
    return Asked(_in_order(standings_of(_document(book))), signed=count)


def _document(book: Path) -> Document:
    loaded = load(book)
    if loaded.publication is None:
        raise PipelineError(_NO_BOOK.filled(first=loaded.findings[0].message), _FIX_FIRST)
    return read_document(loaded.publication)


def _in_order(standings: Mapping[str, Standing]) -> Mapping[str, Standing]:
    numbers = [one.number for one in CRITERIA]
    return {number: standings[number] for number in sorted(standings, key=numbers.index)}


def _judgements(document: Document, said: SignOptions, today: date) -> Iterator[Judgement]:
    day = day_of(said.day) or today
    standings = standings_of(document)
    for number in said.criteria:
        if number == BRAILLE:
            continue
        if number not in {one.number for one in CRITERIA}:
            raise PipelineError(_NO_CRITERION.filled(number=number), _SEE)
        units = units_for(number, document)
        if said.names:
            chosen = [unit for unit in units if unit.name in said.names]
            if lost := set(said.names) - {unit.name for unit in units}:
                raise PipelineError(_NO_UNIT.filled(unit=min(lost), number=number), _SEE)
        else:
            chosen = [*standings[number].open] if number in standings else [*units]
            if not chosen:
                raise PipelineError(_NOTHING_LEFT.filled(number=number), _NAME_IT)
        yield Judgement(
            criterion=number,
            verdict="not-met" if said.not_met else "met",
            by=said.by.strip(),
            date=day,
            method=said.method.strip(),
            units=_named(chosen),
            reason=said.reason,
            consequence=said.consequence,
            alternative=said.alternative,
            mended_by=day_of(said.mended_by),
        )


def _reading(document: Document, said: SignOptions, today: date) -> BrailleReading:
    """Return that somebody has read the braille, if the publication has any."""
    if said.not_met or not document.publication.settings.editions.braille.enabled:
        raise PipelineError(_NO_BRAILLE, _ENABLE)
    day = day_of(said.day) or today
    return BrailleReading(by=said.by.strip(), date=day, document=digest_of(document))


def _named(units: Sequence[Unit]) -> dict[str, str]:
    """Return the digests of ``units`` by name; units of one name are numbered."""
    named: dict[str, str] = {}
    for unit in units:
        name, number = unit.name, 1
        while name in named:
            number += 1
            name = f"{unit.name}-{number}"
        named[name] = unit.digest
    return named


def _claim(said: SignOptions, today: date) -> Conformance:
    return Conformance(
        standard=cast(WcagConformance, said.conforms),  # read back strictly
        by=said.by.strip(),
        date=day_of(said.day) or today,
        method=said.method.strip(),
        kind=cast(Literal["person", "organisation"], said.kind),
        report=said.report,
        credential=said.credential,
    )


def _carry_over(book: Path, document: Document, evaluation: Evaluation) -> int:
    """Write the older ``evaluation`` of this very text as judgements, and remove its file.

    It is about the e-book, so 1.4.10 in the PDF is not carried over.
    """
    standings = standings_of(document)
    numbers = [one for one in required_by(evaluation.standard) if one != ON_PAPER]
    judgements = tuple(
        Judgement(
            criterion=number,
            verdict="met",
            by=evaluation.evaluator,
            date=evaluation.date,
            method=evaluation.method,
            units=_named(standings[number].open),
        )
        for number in numbers
        if standings[number].open
    )
    claim = Conformance(
        standard=evaluation.standard,
        by=evaluation.evaluator,
        date=evaluation.date,
        method=evaluation.method,
        kind=evaluation.kind,
        report=evaluation.report,
        credential=evaluation.credential,
    )
    append(book, judgements, (claim,))
    remove(book / EVALUATION)
    return sum(len(one.units) for one in judgements)
