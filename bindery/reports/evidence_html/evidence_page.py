"""The evidence page: what was proved, and what must be checked manually.

First the counts for each edition; then what must be checked manually, and where; then each edition
with its errors, what was shown of it, and every check. The page is accessible itself: one file, no
script, light and dark, outcomes in words.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from markupsafe import Markup

from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.manuscript.templates import Templates, policy_digest
from bindery.reports import words
from bindery.reports.evidence_html import worklist
from bindery.reports.evidence_html.edition_sections import (
    MANUSCRIPT,
    JudgedEdition,
    Points,
    checks_row,
    counts,
    edition_row,
    judged_editions,
)
from bindery.reports.evidence_html.findings_and_checks import Row, outcome_row
from bindery.reports.evidence_html.sentences import PAGE_LANGUAGE, SAID, SUBJECTS, VERDICTS
from bindery.tools.writing import write_whole
from bindery.vocabulary.editions import EVIDENCE_PAGE, PDF_UA_2, Edition
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.text import verbatim

TEMPLATE = "evidence/evidence.html.j2"


def write_html(
    evidence: Sequence[Evidence],
    path: Path,
    *,
    document: Document,
    editions: Mapping[Edition, Path],
    templates: Templates,
    digests: Mapping[str, str],
    when: datetime | None,
    release: str = "",
) -> None:
    """Write ``evidence`` of ``document``'s editions to ``path``, in the publication's language.

    ``editions`` are the finished files, below the book's folder. ``digests``
    gives the SHA-256 of each subject that is a file; ``when`` the checks were made, or ``None``
    where the same ``release`` must give the same page. For a publication in neither
    Norwegian nor English the page is in English, with the title marked with its own language.
    """
    metadata = document.publication.metadata
    language = metadata.language
    judged = judged_editions(document, editions, evidence) if evidence else []
    css = templates.style(EVIDENCE_PAGE)
    page = templates.render(
        TEMPLATE,
        css=Markup(css),  # noqa: S704 - the default or the book's own style sheet
        css_hash=policy_digest(css),
        said={name: text.said_in(language) for name, text in SAID.items()},
        verdicts=[(verdict.value, word.said_in(language)) for verdict, word in VERDICTS.items()],
        page_language=PAGE_LANGUAGE.said_in(language),
        title=metadata.title,
        title_language=language,
        when=when.isoformat(timespec="seconds") if when else "",
        when_written=written_date(when).said_in(language) if when else "",
        release=release,
        tally=_tally(evidence, language),
        not_run=_not_run(evidence, language),
        summaries=_summaries(judged, language),
        has_pdf20=any(PDF_UA_2 in edition.standards for edition in editions),
        wcag=worklist.of_wcag(judged, language),
        matterhorn=worklist.of_matterhorn(judged, language),
        editions=[edition_row(one, digests.get(one.subject, ""), language) for one in judged],
        others=_others(evidence, judged, digests, language),
    )
    write_whole(path, page)


def _tally(evidence: Sequence[Evidence], language: str) -> list[Row]:
    """Return how many checks have each outcome, without outcomes of none."""
    return [
        {"count": count, **outcome_row(outcome, language)}
        for outcome in Outcome
        if (count := sum(one.outcome is outcome for one in evidence))
    ]


def _not_run(evidence: Sequence[Evidence], language: str) -> list[str]:
    """Return the checks that were not run: of what, against what, and why not."""
    return [
        f"{one.subject}: {words.standard_named(one.standard).said_in(language)}."
        f" {words.extent(one).said_in(language)}"
        for one in evidence
        if one.outcome is Outcome.UNTESTED
    ]


def _summaries(editions: Sequence[JudgedEdition], language: str) -> list[Row]:
    """Return one table for the criteria and one for the checkpoints: a row for each edition."""
    tables: tuple[tuple[str, list[tuple[JudgedEdition, Points]]], ...] = (
        ("wcag", [(one, one.criteria) for one in editions]),
        ("matterhorn", [(one, one.checkpoints) for one in editions if one.checkpoints]),
    )
    return [
        {
            "id": name,
            "caption": SAID[name].filled(count=len(rows[0][1])).said_in(language),
            "rows": [
                (one.name, one.title.said_in(language), counts(points)) for one, points in rows
            ],
        }
        for name, rows in tables
        if rows
    ]


def _others(
    evidence: Sequence[Evidence],
    editions: Sequence[JudgedEdition],
    digests: Mapping[str, str],
    language: str,
) -> list[Row]:
    """Return what is not an edition: the manuscript first, then the other files."""
    told = {one.subject for one in editions}
    subjects = sorted({one.subject for one in evidence} - told)
    return [
        {
            "title": SUBJECTS.get(subject, verbatim(subject)).said_in(language),
            "digest": digests.get(subject, ""),
            "short": words.outcomes(about).said_in(language),
            **checks_row(about, language),
        }
        for subject in sorted(subjects, key=lambda one: one != MANUSCRIPT)
        if (about := [one for one in evidence if one.subject == subject])
    ]
