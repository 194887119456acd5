"""Which evaluation holds for a Document: one of this very text, and no other."""

from bindery.document.digest import digest_of
from bindery.document.model import Document
from bindery.manuscript.evaluation import place_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.text import Text

OF_THIS_TEXT = "evaluation-is-of-this-text"

_OTHER_TEXT = Text(
    nb="Teksten eller bildene er endret siden {evaluator} vurderte publikasjonen. Utgavene sier "
    "derfor ikke at den oppfyller {standard}, for det vet ingen.",
    en="Words or pictures have changed since {evaluator} evaluated the publication. So no edition "
    "says that it meets {standard}, for nobody knows.",
)
_NO_TEXT = Text(
    nb="Det står ikke hvilken tekst {evaluator} vurderte. Utgavene sier derfor ikke at "
    "publikasjonen oppfyller {standard}.",
    en="It is not said which text {evaluator} evaluated. So no edition says that the publication "
    "meets {standard}.",
)
_EVALUATE = Text(
    nb="La noen vurdere den igjen. Når det er teksten slik den er nå som er vurdert, skriv "
    'document = "{digest}" og datoen.',
    en="Have it evaluated again. When it is the text as it is now that was evaluated, write "
    'document = "{digest}" and the date.',
)


def evaluation_of(document: Document) -> Evaluation | None:
    """The evaluation that was made of ``document`` as it is now."""
    evaluation = document.publication.evaluation
    if evaluation is not None and evaluation.document == digest_of(document):
        return evaluation
    return None


def evaluation_findings(document: Document) -> tuple[Finding, ...]:
    """The warning that the evaluation on record is of another text, or of nobody knows which."""
    evaluation = document.publication.evaluation
    if evaluation is None or evaluation_of(document) is not None:
        return ()
    message = _OTHER_TEXT if evaluation.document else _NO_TEXT
    finding = Finding(
        OF_THIS_TEXT,
        Severity.WARNING,
        place_of(document.publication.book, "document"),
        message.filled(evaluator=evaluation.evaluator, standard=evaluation.standard),
        _EVALUATE.filled(digest=digest_of(document)),
    )
    return (finding,)
