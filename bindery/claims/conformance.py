"""Which evaluation is valid for a Document: one of this exact text, identified by its digest."""

import json
import re
from copy import deepcopy
from hashlib import sha256

from lxml import etree

from bindery.claims.holdings import holdings_of
from bindery.document.model import Document, Element, strip_stamps
from bindery.locales.for_authors import written_date
from bindery.manuscript.evaluation import place_of
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.publication import Evaluation, Metadata
from bindery.vocabulary.text import Text

_SPACE = re.compile(r"[ \t\r\n]+")


def digest_of(document: Document) -> str:
    """The SHA-256 of ``document``, in hexadecimal.

    It depends on words, structure, languages, links and pictures. It does not depend on how a
    paragraph is broken into lines, the names of files and anchors, the version or the date.
    """
    body = deepcopy(document.body)
    strip_stamps(body)
    images = document.publication.images
    for image in body.iter("img"):
        path = image.get("src") or ""
        image.set("src", sha256(images.get(path, b"")).hexdigest())
    _take_names_of_boxes(body)
    _number_names(body)
    _join_lines(body)
    canonical = etree.tostring(body, method="c14n", with_comments=False)
    return sha256(_title_page(document.publication.metadata) + b"\0" + canonical).hexdigest()


def _title_page(metadata: Metadata) -> bytes:
    """The metadata that is part of the text; version, date, identifier and addresses are not.

    The fields are listed by hand, so that a new key in ``publication.toml`` changes no digest.
    """
    source = metadata.source
    met = (
        metadata.title,
        metadata.subtitle,
        metadata.language,
        metadata.publisher,
        metadata.rights,
        metadata.description,
        [(contributor.name, contributor.role) for contributor in metadata.contributors],
        (source.title, source.publisher, source.url) if source else None,
    )
    return json.dumps(met, ensure_ascii=False).encode()


def _take_names_of_boxes(body: Element) -> None:
    """Remove how boxes are tied to their labels, which no author writes."""
    for label in body.iterfind(".//p[@class='label']"):
        box = label.getparent()
        if box is not None and box.get("aria-labelledby") == label.get("id"):
            for name in ("role", "aria-labelledby"):
                box.attrib.pop(name, None)
            label.attrib.pop("id", None)


def _number_names(body: Element) -> None:
    """Replace each id by a number, since some ids are made of line numbers."""
    named = [name for element in body.iter() if (name := element.get("id"))]
    numbers = {name: str(number) for number, name in enumerate(named)}
    for element in body.iter():
        for attribute, value in element.attrib.items():
            if attribute == "href" and value.startswith("#"):
                element.set(attribute, f"#{numbers.get(value[1:], value[1:])}")
            elif attribute in ("id", "headers") or str(attribute).startswith("aria-"):
                words = (numbers.get(word, word) for word in value.split())
                element.set(attribute, " ".join(words))


def _join_lines(body: Element) -> None:
    """Make every run of white space one space, except in preformatted text."""
    for element in body.iter():
        typed = next(element.iterancestors("pre"), None) is not None
        if element.text and not typed and element.tag != "pre":
            element.text = _SPACE.sub(" ", element.text)
        if element.tail and not typed:
            element.tail = _SPACE.sub(" ", element.tail)


OF_THIS_TEXT = "evaluation-is-of-this-text"
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


def evaluation_of(document: Document) -> Evaluation | None:
    """The evaluation that was made of ``document`` in its present form; ``None`` for a draft."""
    evaluation = document.publication.evaluation
    if evaluation is None or document.draft or _is_too_late(document, evaluation):
        return None
    if holdings_of(document).undescribed:
        return None
    return evaluation if evaluation.document == digest_of(document) else None


def evaluation_findings(document: Document) -> tuple[Finding, ...]:
    """What is wrong with the evaluation on record, if it is not valid for ``document``."""
    evaluation = document.publication.evaluation
    # In a draft the errors must be fixed first: then it is another text.
    if evaluation is None or document.draft or evaluation_of(document) is not None:
        return ()
    book, published = document.publication.book, document.publication.metadata.date
    about = {"evaluator": evaluation.evaluator, "standard": evaluation.standard}
    if _is_too_late(document, evaluation):
        message = _BEFORE_IT_WAS.filled(
            **about, day=written_date(evaluation.date), date=written_date(published)
        )
        return (Finding(OF_THIS_TEXT, _WARNING, place_of(book, "date"), message, _MEND_DATES),)
    if undescribed := holdings_of(document).undescribed:
        message = _NOT_BORNE_OUT.filled(**about, undescribed=undescribed)
        error = Severity.ERROR
        return (Finding(OF_THIS_TEXT, error, place_of(book, "standard"), message, _DESCRIBE),)
    message = (_OTHER_TEXT if evaluation.document else _NO_TEXT).filled(**about)
    hint = _EVALUATE.filled(digest=digest_of(document))
    return (Finding(OF_THIS_TEXT, _WARNING, place_of(book, "document"), message, hint),)


def _is_too_late(document: Document, evaluation: Evaluation) -> bool:
    """Whether the record is dated after the publication that it is in."""
    return evaluation.date > document.publication.metadata.date
