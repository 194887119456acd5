"""What is found in a finished file, by its cause: a file whose tags are gone has one fault."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bindery.document.model import Document, text_of
from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.manuscript.requirements import Requirement
from bindery.vocabulary.editions import READ_BACK, Edition
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text, squeezed, without_soft_hyphens

EDITION_IS_OF_THIS_PUBLICATION = Requirement(
    "edition-is-of-this-publication",
    Text(
        nb="Alt annet som kontrolleres, forutsetter at filen er en utgave av denne publikasjonen.",
        en="All other checks take the file to be an edition of this publication.",
    ),
)
EDITION_HAS_ITS_TAGS = Requirement(
    "edition-has-its-tags",
    Text(
        nb="Uten merking leser skjermlesere ingenting, eller gjetter på rekkefølgen.",
        en="Without tags, screen readers read nothing, or guess the order.",
    ),
)
MOST_OF_A_CAUSE = 3

_OTHER = Text(
    nb="Filen har {percent} % av avsnittene i manuset. Den er laget av en annen tekst.",
    en="The file has {percent} % of the paragraphs of the manuscript. It is made of another text.",
)
_OTHER_HINT = Text(
    nb="Kontroller den med publikasjonen den er laget av, eller lag den på nytt.",
    en="Check it with the publication that it is made of, or make it again.",
)
_UNTAGGED = Text(
    nb="PDF-en har ikke merking. Den er skrevet ut på nytt, eller sidene er kopiert til en ny fil.",
    en="The PDF has no tags. It was printed again, or its pages were copied into a new file.",
)
_PICTURES = Text(
    nb="Sidene i PDF-en er bilder uten tekst. De er skannet, eller skrevet ut som bilder.",
    en="The pages of the PDF are images without text. They were scanned, or printed as images.",
)
_UNTAGGED_HINT = Text(
    nb="Be om en fil der merkingen er med. Endringer gjøres best i manuset.",
    en="Ask for a file that has its tags. Changes are best made in the manuscript.",
)
_AND_MORE = Text(nb="{message} Slike funn: {count}.", en="{message} Such findings: {count}.")
_ENOUGH_LETTERS = 30
_ENOUGH_PARAGRAPHS = 4
_HALF = 0.5
_BLOCKS = ("p", "li", "td", "h1", "h2", "h3", "h4", "dd")


def by_cause(
    evidence: Sequence[Evidence], file: Path, edition: Edition, subject: str, document: Document
) -> tuple[Evidence, ...]:
    """``evidence`` of the file, with all that one cause explains told as one finding.

    Each outcome stays as it was.
    """
    try:
        finished = opened(file, edition.media_type, subject)
    except UnreadableError:
        return tuple(evidence)
    cause = _whole(finished, document, subject)
    if cause is None:
        return tuple(replace(one, findings=tuple(_grouped(one.findings))) for one in evidence)
    return tuple(
        replace(one, findings=(cause,) if one.standard == READ_BACK else ()) for one in evidence
    )


def _whole(finished: Any, document: Document, subject: str) -> Finding | None:
    """The one fault that explains whatever else is found, if there is such a fault."""
    place = Location(subject)
    if isinstance(finished, FinishedPdf) and not finished.roots:
        has_words = any(loose.text for loose in finished.untagged)
        message = _UNTAGGED if has_words else _PICTURES
        return EDITION_HAS_ITS_TAGS.broken(place, message, _UNTAGGED_HINT)
    share = _share(finished, document)
    if share is None or share >= _HALF:
        return None
    message = _OTHER.filled(percent=int(share * 100))
    return EDITION_IS_OF_THIS_PUBLICATION.broken(place, message, _OTHER_HINT)


def _share(finished: Any, document: Document) -> float | None:
    """How much of the manuscript's paragraphs is in the file; ``None`` if that says nothing.

    A summary has only some of them.
    """
    if isinstance(finished, FinishedPdf):
        words = "".join(part.text for root in finished.roots for part in root.words())
        words += "".join(loose.text for loose in finished.untagged)
    elif hasattr(finished, "spine"):
        words = "".join(text_of(root) for root in finished.documents.values())
    else:
        return None
    there = squeezed(without_soft_hyphens(words))
    said = [squeezed(without_soft_hyphens(text_of(one))) for one in document.body.iter(*_BLOCKS)]
    said = [text[:_ENOUGH_LETTERS] for text in said if len(text) >= _ENOUGH_LETTERS]
    if len(said) < _ENOUGH_PARAGRAPHS:
        return None
    return sum(text in there for text in said) / len(said)


def _grouped(findings: Sequence[Finding]) -> Iterator[Finding]:
    """At most ``MOST_OF_A_CAUSE`` findings of each rule; the last says how many there are."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.rule, []).append(finding)
    for same in kinds.values():
        if len(same) <= MOST_OF_A_CAUSE:
            yield from same
            continue
        yield from same[: MOST_OF_A_CAUSE - 1]
        last = same[MOST_OF_A_CAUSE - 1]
        message = _AND_MORE.filled(message=last.message, count=len(same))
        yield replace(last, message=message)
