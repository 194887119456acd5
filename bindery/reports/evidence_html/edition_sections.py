"""The section of the page on each edition: its counts, its errors, and what was shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from bindery.document.in_summary import SummaryLines
from bindery.document.model import Document
from bindery.reports import matterhorn, wcag
from bindery.reports.evidence_html.findings_and_checks import Row, by_rule, checks_of
from bindery.reports.evidence_html.sentences import SAID, VERDICTS
from bindery.reports.wcag import Verdict
from bindery.vocabulary.editions import EDITIONS, PAGES_BESIDE, PDF_UA_1, Edition
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

MANUSCRIPT = "manuscript"
TEMPLATES = "templates"


@dataclass(frozen=True, slots=True)
class JudgedEdition:
    """One edition, judged. ``checkpoints`` are empty unless it is a PDF that follows PDF/UA-1."""

    edition: Edition
    subject: str
    evidence: tuple[Evidence, ...]
    criteria: tuple[wcag.Judged, ...]
    checkpoints: tuple[matterhorn.Judged, ...]

    @property
    def name(self) -> str:
        """The name of the edition's row."""
        return self.edition.name

    @property
    def title(self) -> Text:
        """The edition's title."""
        return self.edition.title


def judged_editions(
    document: Document, files: Mapping[Edition, Path], evidence: Sequence[Evidence]
) -> list[JudgedEdition]:
    """Judge each edition that has standards, by what is in it and what was shown of it."""
    return [
        _judged(document, edition, files[edition], evidence)
        for edition in EDITIONS
        if edition in files and edition.standards
    ]


def _judged(
    document: Document, edition: Edition, file: Path, evidence: Sequence[Evidence]
) -> JudgedEdition:
    subject = file.relative_to(document.publication.book).as_posix()
    own = tuple(one for one in evidence if one.subject == subject)
    of_manuscript = [one for one in evidence if one.subject == MANUSCRIPT]
    if edition.is_summary:
        of_manuscript = [*_within(SummaryLines(document), of_manuscript)]
    of_templates = [one for one in evidence if one.subject == TEMPLATES]
    about = [*own, *of_manuscript, *_within(SheetsOf(edition), of_templates)]
    is_ua_1 = any(one.standard == PDF_UA_1 for one in own)
    return JudgedEdition(
        edition,
        subject,
        own,
        wcag.judge(document, files=(file,), evidence=about),
        matterhorn.judge(document, file=file, evidence=own) if is_ua_1 else (),
    )


@dataclass(frozen=True, slots=True)
class SheetsOf:
    """The places in style sheets that ``edition`` may be made with."""

    edition: Edition

    def __contains__(self, place: Location) -> bool:
        """Whether ``place`` is in one of them. Any edition may use a sheet of an unknown name."""
        sheet = place.path.removeprefix("templates/")
        users = [row for row in (*EDITIONS, *PAGES_BESIDE) if sheet in row.sheets]
        return self.edition in users or not users


def _within(places: SummaryLines | SheetsOf, evidence: Sequence[Evidence]) -> Iterator[Evidence]:
    """Yield ``evidence`` without findings outside the ``places`` that an edition is made of.

    Outcomes stay: what failed for the whole book has not been shown of a part of it.
    """
    for one in evidence:
        findings = tuple(each for each in one.findings if each.location in places)
        exempted = tuple(each for each in one.exempted if each.finding.location in places)
        yield replace(one, findings=findings, exempted=exempted)


Points = Sequence[wcag.Judged] | Sequence[matterhorn.Judged]


def counts(points: Points) -> list[int]:
    """Return how many have each verdict, in the order of the page's columns."""
    return [sum(one.verdict is verdict for one in points) for verdict in VERDICTS]


def edition_row(edition: JudgedEdition, digest: str, language: str) -> Row:
    """Return the edition's own section of the page."""
    of_verdict = {verdict: _points(edition, verdict, language) for verdict in VERDICTS}
    return {
        "name": edition.name,
        "title": edition.title.said_in(language),
        "subject": edition.subject,
        "digest": digest,
        "faults": of_verdict[Verdict.NOT_MET],
        "faults_found": by_rule(_faults(edition), language),
        "unplaced": by_rule(wcag.unplaced(edition.evidence), language),
        "look": of_verdict[Verdict.NEEDS_PERSON],
        "shown": of_verdict[Verdict.MET],
        "nothing": _by_reason(of_verdict[Verdict.NOT_APPLICABLE]),
        "counted": {verdict.value: _counted(edition, verdict, language) for verdict in VERDICTS},
        **checks_row(edition.evidence, language),
    }


def checks_row(evidence: Sequence[Evidence], language: str) -> Row:
    """Return every check of one subject, and how many there are."""
    checks = checks_of(evidence, language)
    return {
        "checks": checks,
        "all_checks": SAID["all_checks"].filled(count=len(checks)).said_in(language),
    }


def _faults(edition: JudgedEdition) -> list[Finding]:
    points: tuple[wcag.Judged | matterhorn.Judged, ...]
    points = (*edition.criteria, *edition.checkpoints)
    return [finding for one in points if one.verdict is Verdict.NOT_MET for finding in one.findings]


def _points(edition: JudgedEdition, verdict: Verdict, language: str) -> list[Row]:
    """Return the criteria and then the checkpoints with ``verdict``, by number and name."""
    of_wcag = [
        ("wcag", one.criterion.number, one.criterion.name, one.reason)
        for one in edition.criteria
        if one.verdict is verdict
    ]
    of_matterhorn = [
        ("matterhorn", one.checkpoint.number, one.checkpoint.name, one.reason)
        for one in edition.checkpoints
        if one.verdict is verdict
    ]
    return [
        {
            "of": of,
            "number": number,
            "name": name.said_in(language),
            "reason": reason.said_in(language),
        }
        for of, number, name, reason in (*of_wcag, *of_matterhorn)
    ]


def _by_reason(points: Sequence[Row]) -> list[Row]:
    """Group points with the same reason, so that it is written once."""
    together = groupby(
        sorted(points, key=lambda one: (str(one["of"]) != "wcag", str(one["reason"]))),
        key=lambda one: (one["of"], one["reason"]),
    )
    return [{"of": of, "reason": reason, "points": [*same]} for (of, reason), same in together]


def _counted(edition: JudgedEdition, verdict: Verdict, language: str) -> str:
    sentence = SAID["counted_both"] if edition.checkpoints else SAID["counted_one"]
    return sentence.filled(
        word=VERDICTS[verdict],
        wcag=sum(one.verdict is verdict for one in edition.criteria),
        matterhorn=sum(one.verdict is verdict for one in edition.checkpoints),
    ).said_in(language)
