"""Criteria that follow from what checkers, rules and the read-back have shown of every file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bindery.document.model import Document
from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened
from bindery.reports.wcag.inside import Inside
from bindery.reports.wcag.page_facts import FACTS
from bindery.vocabulary.editions import (
    BRF_TYPE,
    EBRAILLE_TYPE,
    EPUB_TYPE,
    HTML_TYPE,
    PDF_TYPE,
    PEF_TYPE,
    READ_BACK,
    Edition,
    edition_of,
)
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Severity
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text, joined

MANUSCRIPT, TEMPLATES = "manuscript", "templates"

KINDS = {
    "pdf": PDF_TYPE,
    "epub": EPUB_TYPE,
    "html": HTML_TYPE,
    "ebraille": EBRAILLE_TYPE,
    "pef": PEF_TYPE,
    "brf": BRF_TYPE,
}
"""The media types by the names that the table has for them."""


@dataclass(frozen=True, slots=True)
class Way:
    """What shows the criteria ``numbers`` in a file of one of ``kinds``."""

    numbers: tuple[str, ...]
    reason: Text
    kinds: frozenset[str]
    standards: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    silent: frozenset[str] = frozenset()
    facts: tuple[str, ...] = ()


SHOWN = tuple(read(dict[str, Way], Path(__file__).with_suffix(".toml")).values())
"""Each way that criteria are shown in files of some ``kinds``."""


def shown(
    number: str,
    document: Document,
    inside: Mapping[str, Inside],
    evidence: Sequence[Evidence],
) -> Text | None:
    """Return how one criterion has been shown of every file, or ``None`` if it has not.

    ``inside`` is what is in each file, by its path below the book's folder. A picture has no
    standard to keep, and nothing has to be shown of it.
    """
    editions = {name: edition_of(name) for name in inside}
    judged = {name: row for name, row in editions.items() if row and row.standards}
    reasons: dict[Text, None] = {}
    for name, edition in judged.items():
        way = next(
            (
                one
                for one in SHOWN
                if number in one.numbers
                and edition.media_type in {KINDS[kind] for kind in one.kinds}
                and _holds(one, name, edition, document, inside[name], evidence)
            ),
            None,
        )
        if way is None:
            return None
        reasons[way.reason] = None
    return joined(" ", reasons) if reasons else None


def _holds(  # noqa: PLR0917 - all of it is what the file is judged by
    way: Way,
    name: str,
    edition: Edition,
    document: Document,
    inside: Inside,
    evidence: Sequence[Evidence],
) -> bool:
    """Whether everything that ``way`` rests on has been shown of the file ``name``."""
    about = [one for one in evidence if one.subject in (name, MANUSCRIPT, TEMPLATES)]
    own = [one for one in about if one.subject == name]
    if not (_is_silent(way.silent, own) and all(_ran(each, own) for each in way.standards)):
        return False
    if not all(_found_nothing(rule, about) for rule in way.rules):
        return False
    if not way.facts:
        return True
    try:
        finished = opened(document.publication.book / name, edition.media_type)
    except UnreadableError:
        return False
    return all(FACTS[fact](finished, inside, document) for fact in way.facts)


def _ran(standard: str, own: Sequence[Evidence]) -> bool:
    """Whether the file was tested against ``standard``. What was found is judged by criterion."""
    of_it = [one for one in own if one.standard == standard]
    return any(one.examined for one in of_it) and not any(
        one.outcome is Outcome.UNTESTED for one in of_it
    )


def _is_silent(rules: frozenset[str], own: Sequence[Evidence]) -> bool:
    """Whether the file was read back, and none of ``rules`` found anything."""
    if not rules:
        return True
    told = {
        finding.rule
        for one in own
        if one.standard == READ_BACK
        for finding in one.findings
        if finding.severity is not Severity.INFO
    }
    told |= {each.finding.rule for one in own for each in one.exempted if each.known}
    return _ran(READ_BACK, own) and not rules & told


def _found_nothing(rule: str, about: Sequence[Evidence]) -> bool:
    """Whether ``rule`` was tried, and found nothing."""
    tried = [one for one in about if one.rule == rule]
    return bool(tried) and all(
        one.outcome in (Outcome.PASSED, Outcome.INAPPLICABLE) for one in tried
    )
