"""The text of an accessibility statement, ready to paste: how many breaches, and each of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.reports.by_edition import JudgedEdition
from bindery.reports.explained import explained
from bindery.reports.wcag import Judged, Verdict
from bindery.reports.wcag_earl import address_of
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.judgements import Judgement, KnownFault
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text
from bindery.vocabulary.wcag import CRITERIA, Criterion

EXCEPTED = frozenset({"1.2.3", "1.2.4", "1.2.5"})
"""The criteria of WCAG 2.1 A and AA that Norwegian law does not require of public bodies."""

REQUIRED = frozenset(
    one.number for one in CRITERIA if one.since != "2.2" and one.number not in EXCEPTED
)
IN_LAW = len(REQUIRED) + 1
"""With 4.1.1 Parsing, which WCAG 2.2 has removed and the law still counts: 47."""


@dataclass(frozen=True, slots=True)
class _Paste:
    groups: dict[str, Text]
    affects: dict[str, tuple[str, ...]]
    lines: dict[str, Text]


_PASTE = read(_Paste, Path(__file__).with_suffix(".toml"))
AFFECTS, GROUPS, LINES = _PASTE.affects, _PASTE.groups, _PASTE.lines


def affected(criteria: Sequence[Criterion]) -> tuple[Text, ...]:
    """Return the groups of users that breaches of ``criteria`` affect, in the form's order."""
    names = {name for one in criteria for name in AFFECTS[one.number]}
    return tuple(text for name, text in GROUPS.items() if name in names)


def pasted(
    one: Judged,
    document: Document,
    editions: Sequence[JudgedEdition],
    evidence: Sequence[Evidence],
    language: str,
) -> list[str]:
    """Return what a statement must say of one breach, line by line; what nobody knows is a blank.

    The alternative is every edition that has the same text and does not break the criterion.
    """
    return list(_lines(one, document, editions, evidence, language))


def _lines(
    one: Judged,
    document: Document,
    editions: Sequence[JudgedEdition],
    evidence: Sequence[Evidence],
    language: str,
) -> Iterator[str]:
    def said(line: str, **values: object) -> str:
        return LINES[line].filled(**values).said_in(language)

    criterion = one.criterion
    broken = [each for each in one.judgements if each.reason]
    known = known_faults_of(one, document, evidence)
    yield said("breach", number=criterion.number, name=criterion.name, level=criterion.level)
    for what in dict.fromkeys(_causes(one, broken, language)):
        yield said("cause", what=what)
    consequences = dict.fromkeys(_consequences(one, broken, language))
    yield from (said("consequence", what=what) for what in consequences)
    if not consequences:
        yield said("no-consequence")
    groups = "; ".join(text.said_in(language) for text in affected([criterion]))
    yield said("groups", groups=groups)
    others = list(_without(criterion, document, editions, broken, language))
    yield said("alternative", editions="; ".join(others)) if others else said("no-alternative")
    days = [*(each.mended_by for each in broken), *(each.until for each in known)]
    last = max((day for day in days if day), default=None)
    # A date for some of it is no date for all of it.
    complete = last and None not in days and (broken or len(known) >= len(one.findings))
    yield said("fixed", date=written_date(last)) if complete and last else said("not-fixed")


def _causes(one: Judged, broken: Sequence[Judgement], language: str) -> Iterator[str]:
    yield from (each.reason for each in broken)
    yield from (finding.message.said_in(language) for finding in one.findings)


def _consequences(one: Judged, broken: Sequence[Judgement], language: str) -> Iterator[str]:
    yield from (each.consequence for each in broken if each.consequence)
    for finding in one.findings:
        if explanation := explained(finding.rule):
            yield explanation.why.said_in(language)


def known_faults_of(
    one: Judged, document: Document, evidence: Sequence[Evidence]
) -> tuple[KnownFault, ...]:
    """Return the known faults among what breaks a criterion."""
    accepted = {each.finding for e in evidence for each in e.exempted if each.known}
    known = [finding for finding in one.findings if finding in accepted]
    faults: Mapping[tuple[str, str], KnownFault] = {
        (each.rule, each.path): each for each in document.publication.judgements.known_fault
    }
    found = (faults.get((finding.rule, finding.location.path)) for finding in known)
    return tuple(each for each in found if each)


def _without(
    criterion: Criterion,
    document: Document,
    editions: Sequence[JudgedEdition],
    broken: Sequence[Judgement],
    language: str,
) -> Iterator[str]:
    """Yield the editions with all of the text that do not break ``criterion``, with addresses.

    An edition in which nobody has decided it is no alternative, unless a person has said so.
    """
    named = {each.alternative for each in broken if each.alternative}
    sound = (Verdict.MET, Verdict.FOUND_MET, Verdict.NOT_APPLICABLE)
    for edition in editions:
        verdict = next(one.verdict for one in edition.criteria if one.criterion is criterion)
        whole = not edition.edition.is_summary
        if edition.name in named or (whole and verdict in sound):
            address = address_of(edition.edition, document)
            title = edition.title.said_in(language)
            yield f"{title} ({address})" if address else title
