"""The evidence page: can it go out, what must a person do first, and who has checked what.

After these three answers come each criterion once, and the files with every check, folded. The page
is accessible itself: one file, no script, light and dark, outcomes in words.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from bindery.claims.digest import digest_of
from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.manuscript.templates import Templates, policy_digest
from bindery.reports import words
from bindery.reports.by_edition import MANUSCRIPT, JudgedEdition, judged_editions
from bindery.reports.evaluated import evaluated
from bindery.reports.evidence_html.each_once import Points, by_reason, points_of
from bindery.reports.evidence_html.findings_and_checks import Row, by_rule, checks_of
from bindery.reports.evidence_html.sentences import PAGE_LANGUAGE, SAID, SUBJECTS, VERDICTS
from bindery.reports.evidence_html.verdicts_by_edition import counts
from bindery.reports.evidence_html.who_checked import checks_by_program
from bindery.reports.proofread import proofread
from bindery.reports.wcag import Verdict
from bindery.reports.whereabouts import Whereabouts
from bindery.tools.writing import write_whole
from bindery.vocabulary.editions import EVIDENCE_PAGE, PDF_UA_2, Edition
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text, verbatim, without_soft_hyphens

TEMPLATE = "evidence/evidence.html.j2"
BESIDE = "evidence.json"
TESTED = "tested.json"
"""The names of the files beside the page that it links to."""


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
    where the same ``release`` must give the same page: then the date is in a file beside it. For a
    publication in neither Norwegian nor English the page is in English, with the title marked with
    its own language.
    """
    metadata = document.publication.metadata
    language = metadata.language
    judged = judged_editions(document, editions, evidence) if evidence else []
    places = Whereabouts(document, editions.values())
    points = points_of(judged, places, language) if judged else None
    other_faults = _faults_besides(points, evidence)
    css = templates.style(EVIDENCE_PAGE)
    manual = evaluated(document)
    braille = proofread(document, editions)
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
        beside=BESIDE,
        tested=TESTED,
        answer=_answer(evidence, _breaches(judged, evidence), released=bool(release)).said_in(
            language
        ),
        evidence=bool(evidence),
        manual=(manual.sentence.said_in(language), manual.report),
        braille=braille.said_in(language) if braille else "",
        not_run=_not_run(evidence, language),
        unplaced=by_rule(other_faults, places, language),
        programs=checks_by_program(evidence, judged, language),
        wcag=_by_verdict(points.wcag if points else {}, "wcag", language),
        matterhorn=_by_verdict(points.matterhorn if points else {}, "matterhorn", language),
        compared=digest_of(document) if points and any(points.matterhorn.values()) else "",
        summaries=_summaries(judged, language),
        has_pdf20=any(PDF_UA_2 in edition.standards for edition in editions),
        files=_files(
            evidence,
            judged,
            places,
            language,
            digests=digests,
            addresses={
                edition.name: quote(os.path.relpath(file, path.parent))
                for edition, file in editions.items()
            },
        ),
    )
    write_whole(path, page)


def _breaches(editions: Sequence[JudgedEdition], evidence: Sequence[Evidence]) -> int:
    """Return how many breaches are known: criteria people found not met, and accepted faults."""
    criteria = {
        one.criterion.number
        for edition in editions
        for one in edition.criteria
        if one.verdict is Verdict.NOT_MET and one.judgements
    }
    return len(criteria) + len(
        {each.finding for one in evidence for each in one.exempted if each.known}
    )


def _answer(evidence: Sequence[Evidence], breaches: int, *, released: bool) -> Text:
    """Return whether the publication can go out, in one sentence."""
    if not evidence:
        return SAID["nothing"]
    if count := len({*_errors(evidence)}):
        return SAID["no_faults"].filled(count=count)
    if count := sum(_is_missing(one) for one in evidence):
        return SAID["no_checks"].filled(count=count)
    if breaches:
        return SAID["known_breaches"].filled(count=breaches)
    return SAID["none_found" if released else "yes_if"]


def _errors(evidence: Sequence[Evidence]) -> list[Finding]:
    found = (finding for one in evidence for finding in one.findings)
    return [finding for finding in found if finding.severity is Severity.ERROR]


def _is_missing(one: Evidence) -> bool:
    """Whether a check has shown nothing. A rule may concern something that is not in the book."""
    nothing = one.outcome is Outcome.INAPPLICABLE and not one.rule
    return nothing or one.outcome is Outcome.UNTESTED


def _faults_besides(points: Points | None, evidence: Sequence[Evidence]) -> list[Finding]:
    """Return the errors that stand under no criterion and no checkpoint."""
    told = {*points.faults} if points else set()
    return [finding for finding in _errors(evidence) if finding not in told]


def _not_run(evidence: Sequence[Evidence], language: str) -> list[str]:
    """Return the checks that have shown nothing: of what, against what, and why not."""
    return [
        f"{one.subject}: {words.standard_named(one.standard).said_in(language)}."
        f" {words.extent(one).said_in(language)}"
        for one in evidence
        if _is_missing(one)
    ]


def _by_verdict(rows: Mapping[Verdict, Sequence[Row]], of: str, language: str) -> Row:
    """Return the rows of each verdict, and how many there are; settled ones by their reason."""

    def counted(verdict: Verdict, word: Text) -> str:
        sentence = SAID[f"counted_{of}"].filled(word=word, count=len(rows.get(verdict, ())))
        return without_soft_hyphens(sentence.said_in(language))

    manual = rows.get(Verdict.NEEDS_PERSON, ())
    return {
        "faults": rows.get(Verdict.NOT_MET, ()),
        "look": [
            {
                **row,
                "about": SAID["about"].filled(number=row["number"]).said_in(language),
                "pointed_out": bool(row["found"] or row.get("exempted") or row.get("questions")),
            }
            for row in manual
        ],
        "left": SAID["left" if of == "wcag" else "of_matterhorn"]
        .filled(count=len(manual))
        .said_in(language),
        "settled": [
            (counted(verdict, VERDICTS[verdict]), by_reason(rows[verdict]))
            for verdict in (Verdict.FOUND_MET, Verdict.MET, Verdict.NOT_APPLICABLE)
            if rows.get(verdict)
        ],
    }


def _summaries(editions: Sequence[JudgedEdition], language: str) -> list[Row]:
    """Return one table for the criteria and one for the checkpoints: a row for each edition."""
    tables = (
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


def _files(
    evidence: Sequence[Evidence],
    editions: Sequence[JudgedEdition],
    places: Whereabouts,
    language: str,
    *,
    digests: Mapping[str, str],
    addresses: Mapping[str, str],
) -> list[Row]:
    """Return everything that was checked, with all its checks: the editions, then the rest.

    ``addresses`` lead from the page to the editions, by name.
    """
    told = {one.subject for one in editions}
    subjects = sorted({one.subject for one in evidence} - told)
    rows = [
        {
            "id": f"edition-{one.name}",
            "title": one.title.said_in(language),
            "subject": one.subject,
            "address": addresses[one.name],
        }
        for one in editions
    ] + [
        {
            "id": f"other-{number}",
            "title": SUBJECTS.get(subject, verbatim(subject)).said_in(language),
            "subject": subject,
            "address": "",
        }
        for number, subject in enumerate(
            sorted(subjects, key=lambda one: one != MANUSCRIPT), start=1
        )
    ]
    return [
        {
            **row,
            "digest": digests.get(str(row["subject"]), ""),
            "checks": (checks := checks_of(about, places, language)),
            "all_checks": SAID["all_checks"].filled(count=len(checks)).said_in(language),
        }
        for row in rows
        for about in [[one for one in evidence if one.subject == row["subject"]]]
    ]
