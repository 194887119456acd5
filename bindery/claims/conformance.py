"""Which evaluation is valid for a Document: one of this exact text, identified by its digest.

It follows from what people have judged, and is never made by a machine.
"""

from bindery.claims.digest import digest_of
from bindery.claims.holdings import holdings_of
from bindery.claims.standing import claimed_by_people, required_by, standings_of
from bindery.claims.units import ON_PAPER
from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.manuscript.evaluation import EVALUATION, place_of
from bindery.manuscript.judgements import JUDGEMENTS
from bindery.tools.installation import COMMAND
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.text import Text

OF_THIS_TEXT = "evaluation-is-of-this-text"
CARRIED_OVER = "evaluation-is-carried-over"
_WARNING = Severity.WARNING

_OTHER_TEXT = Text(
    nb="Teksten eller bildene er endret etter at {evaluator} vurderte publikasjonen. Derfor står"
    " det ikke i utgavene at den oppfyller {standard}.",
    en="Words or pictures have changed since {evaluator} evaluated the publication. The editions"
    " therefore do not claim that it meets {standard}.",
)
_NO_TEXT = Text(
    nb="Det står ikke hvilken tekst {evaluator} vurderte. Derfor står det ikke i utgavene at"
    " publikasjonen oppfyller {standard}.",
    en="The text that {evaluator} evaluated is not named. The editions therefore do not claim that"
    " the publication meets {standard}.",
)
_NOT_BORNE_OUT = Text(
    nb="{evaluator} skal ha funnet at publikasjonen oppfyller {standard}. Bilder eller formler"
    " uten beskrivelse: {undescribed}. Derfor står det ikke i utgavene.",
    en="{evaluator} is said to have found that the publication meets {standard}. Images or"
    " formulas without a description: {undescribed}. The editions therefore do not claim it.",
)
_DESCRIBE = Text(
    nb="Beskriv bildene, og få publikasjonen vurdert på nytt.",
    en="Describe the images, and have the publication evaluated again.",
)
_BEFORE_IT_WAS = Text(
    nb="{evaluator} skal ha vurdert publikasjonen {day}, men den er datert {date}. Derfor står det"
    " ikke i utgavene at den oppfyller {standard}.",
    en="{evaluator} is said to have evaluated the publication on {day}, but it is dated {date}."
    " The editions therefore do not claim that it meets {standard}.",
)
_MEND_DATES = Text(
    nb="Rett date her, eller gi publikasjonen ny version og date i publication.toml.",
    en="Fix the date here, or give the publication a new version and date in publication.toml.",
)
_EVALUATE = Text(
    nb="Få den vurdert slik den er nå. Hvis det er den nåværende teksten som er vurdert, skriv"
    ' document = "{digest}" og datoen.',
    en="Have it evaluated as it is now. If the present text has been evaluated, write document ="
    ' "{digest}" and the date.',
)


_LEFT = Text(
    nb="Ifølge {by} oppfyller e-boka {standard}, men dette er ikke kontrollert, eller ikke oppfylt:"
    " {count} enheter ({numbers}). Derfor står det ikke i utgavene.",
    en="{by} claims that the e-book meets {standard}, but these are not checked, or not met:"
    " {count} units ({numbers}). The editions therefore do not claim it.",
)
_SIGN_WHAT_IS_LEFT = Text(
    nb=f"Kjør «{COMMAND} sign» for å se hva som er nytt, og signer det du kontrollerer.",
    en=f"Run “{COMMAND} sign”. It shows what is new or changed. Sign what has been checked.",
)
_OLD_RECORD = Text(
    nb="evaluation.toml leses fortsatt, men gjelder hele teksten: Ett endret ord gjør den ugyldig.",
    en="evaluation.toml is still read, but is about all of the text: one changed word voids it.",
)
_CARRY_OVER = Text(
    nb=f"Kjør «{COMMAND} sign». Den lager judgements.toml, med en vurdering av hver del.",
    en=f"Run “{COMMAND} sign”. It makes judgements.toml, with a judgement of each part.",
)


def evaluation_of(document: Document) -> Evaluation | None:
    """The evaluation of ``document`` in its present form; ``None`` for a draft or known faults."""
    evaluation = claimed_by_people(document) or document.publication.evaluation
    if evaluation is None or document.draft or _is_too_late(document, evaluation):
        return None
    if document.has_known_faults:
        return None
    if holdings_of(document).undescribed:
        return None
    return evaluation if evaluation.document == digest_of(document) else None


def evaluation_findings(document: Document) -> tuple[Finding, ...]:
    """What is wrong with what people have recorded, if it is not valid for ``document``."""
    # A draft is another text when it is fixed, and the reports tell of known faults.
    if document.draft or document.has_known_faults:
        return ()
    claims = document.publication.judgements.conformance
    of_people = claimed_by_people(document)
    if claims and of_people is None:
        return (_not_all_judged(document, claims[-1].by, claims[-1].standard),)
    if claims and of_people is not None:
        return _invalid(document, of_people, "conformance")
    evaluation = document.publication.evaluation
    if evaluation is None:
        return ()
    return (*_invalid(document, evaluation, ""), _carry_over())


def _not_all_judged(document: Document, by: str, standard: str) -> Finding:
    """Return that a claim rests on units that nobody has judged, or that are not met."""
    standings = standings_of(document)
    left = [standings[number] for number in required_by(standard) if number != ON_PAPER]
    wanting = [one for one in left if one.count and not one.is_met]
    count = sum(len(one.open) + len(one.not_met) for one in wanting)
    numbers = ", ".join(one.criterion for one in wanting)
    message = _LEFT.filled(by=by, standard=standard, count=count, numbers=numbers)
    return Finding(OF_THIS_TEXT, _WARNING, Location(JUDGEMENTS), message, _SIGN_WHAT_IS_LEFT)


def _carry_over() -> Finding:
    return Finding(CARRIED_OVER, Severity.INFO, Location(EVALUATION), _OLD_RECORD, _CARRY_OVER)


def _invalid(document: Document, evaluation: Evaluation, table: str) -> tuple[Finding, ...]:
    """Return why ``evaluation`` is not valid for ``document``; nothing if it is.

    It is recorded in ``table`` of the judgements, or in the older file if there is no ``table``.
    """
    if evaluation_of(document) is not None:
        return ()
    book, published = document.publication.book, document.publication.metadata.date

    def place(key: str) -> Location:
        return Location(JUDGEMENTS) if table else place_of(book, key)

    about = {"evaluator": evaluation.evaluator, "standard": evaluation.standard}
    if _is_too_late(document, evaluation):
        message = _BEFORE_IT_WAS.filled(
            **about, day=written_date(evaluation.date), date=written_date(published)
        )
        return (Finding(OF_THIS_TEXT, _WARNING, place("date"), message, _MEND_DATES),)
    if undescribed := holdings_of(document).undescribed:
        message = _NOT_BORNE_OUT.filled(**about, undescribed=undescribed)
        error = Severity.ERROR
        return (Finding(OF_THIS_TEXT, error, place("standard"), message, _DESCRIBE),)
    message = (_OTHER_TEXT if evaluation.document else _NO_TEXT).filled(**about)
    hint = _EVALUATE.filled(digest=digest_of(document))
    return (Finding(OF_THIS_TEXT, _WARNING, place("document"), message, hint),)


def _is_too_late(document: Document, evaluation: Evaluation) -> bool:
    """Whether the record is dated after the publication that it is in."""
    return evaluation.date > document.publication.metadata.date
