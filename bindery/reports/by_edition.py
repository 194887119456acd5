"""Each edition, judged by what is in it and what was shown of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bindery.document.in_summary import SummaryLines
from bindery.document.model import Document
from bindery.reports import matterhorn, wcag
from bindery.vocabulary.editions import EDITIONS, PAGES_BESIDE, PDF_UA_1, Edition
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Location
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
