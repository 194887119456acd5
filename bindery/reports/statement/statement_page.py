"""The draft statement as a page for those who complete it: one file, no script, no network."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from bindery.claims.conformance import evaluation_of
from bindery.document.contents import contact_link
from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.manuscript.templates import Templates, policy_digest
from bindery.reports import words
from bindery.reports.wcag import Judged, Verdict, judge, unplaced
from bindery.tools.writing import write_whole
from bindery.vocabulary.editions import STATEMENT
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text
from bindery.vocabulary.wcag import PRINCIPLES

PAGE_LANGUAGE = Text(nb="nb", en="en")


@dataclass(frozen=True, slots=True)
class _Sentences:
    said: dict[str, Text]
    verdicts: dict[Verdict, Text]
    counted: dict[Verdict, Text]


_SENTENCES = read(_Sentences, Path(__file__).with_name("sentences.toml"))

SAID = _SENTENCES.said
VERDICTS = _SENTENCES.verdicts
COUNTED = {**VERDICTS, **_SENTENCES.counted}
"""After a number that is not one."""

TEMPLATE = "statement/statement.html.j2"

MOST_PLACES = 6
"""How many places are written out for one criterion."""


def write_statement(
    path: Path,
    document: Document,
    *,
    files: Sequence[Path],
    evidence: Sequence[Evidence],
    templates: Templates,
) -> None:
    """Write what is known of ``document``'s editions to ``path``, in the publication's language.

    ``files`` are the finished editions, below the book's folder, and ``evidence`` what the checks
    said of them. The same input gives the same bytes. A publication in neither Norwegian nor
    English gets a page in English.
    """
    metadata = document.publication.metadata
    language = metadata.language
    criteria = judge(document, files=files, evidence=evidence)
    css = templates.style(STATEMENT)
    page = templates.render(
        TEMPLATE,
        css=Markup(css),  # noqa: S704 - the default or the book's own style sheet
        css_hash=policy_digest(css),
        said={name: text.said_in(language) for name, text in SAID.items()},
        page_language=PAGE_LANGUAGE.said_in(language),
        metadata=metadata,
        dated=written_date(metadata.date).said_in(language),
        contact=contact_link(metadata.accessibility_contact),
        evaluation=_evaluation(document, language),
        examined=SAID["criteria"].filled(count=len(criteria)).said_in(language),
        tally=_tally(criteria, language),
        principles=_principles(criteria, language),
        unplaced=[_finding(one, language) for one in unplaced(evidence)],
        subjects=_subjects(evidence, language),
    )
    write_whole(path, page)


def _evaluation(document: Document, language: str) -> dict[str, str] | None:
    """Return the evaluation of this very text, if one is on record."""
    found = evaluation_of(document)
    if found is None:
        return None
    sentence = SAID["evaluation"].filled(
        evaluator=found.evaluator,
        date=written_date(found.date).said_in(language),
        standard=found.standard,
        method=found.method,
    )
    return {"sentence": sentence.said_in(language), "report": found.report}


def _tally(criteria: Sequence[Judged], language: str) -> list[dict[str, object]]:
    """Return how many criteria have each verdict, also those of none."""
    counts = {verdict: sum(one.verdict is verdict for one in criteria) for verdict in Verdict}
    return [
        {
            "verdict": verdict.value,
            "count": count,
            "word": (VERDICTS if count == 1 else COUNTED)[verdict].said_in(language),
        }
        for verdict, count in counts.items()
    ]


def _principles(criteria: Sequence[Judged], language: str) -> list[dict[str, object]]:
    """Return the four principles, each with its criteria."""
    return [
        {
            "number": number,
            "name": SAID["principle"]
            .filled(number=number, name=PRINCIPLES[number])
            .said_in(language),
            "criteria": [_row(one, language) for one in group],
        }
        for number, group in groupby(criteria, key=lambda one: one.criterion.principle)
    ]


def _row(one: Judged, language: str) -> dict[str, object]:
    return {
        "number": one.criterion.number,
        "name": one.criterion.name.said_in(language),
        "level": one.criterion.level,
        "is_new": one.criterion.since == "2.2",
        "verdict": one.verdict.value,
        "word": VERDICTS[one.verdict].said_in(language),
        "reason": one.reason.said_in(language),
        "places": _written_out(one.places, language),
        "findings": [_finding(finding, language) for finding in one.findings],
    }


def _written_out(places: Sequence[str], language: str) -> str:
    """Return the first places, and how many more there are."""
    first = ", ".join(places[:MOST_PLACES])
    if (more := len(places) - MOST_PLACES) <= 0:
        return first
    return f"{first} {SAID['and_more'].filled(count=more).said_in(language)}"


def _finding(finding: Finding, language: str) -> dict[str, str]:
    """Return a finding. How to look into a warning is left to the evidence, because it is long."""
    certain = finding.severity is Severity.ERROR
    return {
        "message": finding.message.said_in(language),
        "hint": finding.hint.said_in(language) if certain else "",
        "location": str(finding.location),
    }


def _subjects(evidence: Sequence[Evidence], language: str) -> list[dict[str, object]]:
    """Return what was checked, file by file, against what, by which program, with which outcome."""
    ordered = sorted(evidence, key=lambda one: (one.subject, one.checker, one.standard))
    return [
        {
            "name": name,
            "checks": [_check([*same], language) for _, same in groupby(group, key=_together)],
        }
        for name, group in groupby(ordered, key=lambda one: one.subject)
    ]


def _together(one: Evidence) -> tuple[str, str, bool]:
    """Return the key to group checks by: the rules of a set are counted together."""
    return one.checker, one.standard, bool(one.rule)


def _check(same: Sequence[Evidence], language: str) -> dict[str, str]:
    first = same[0]
    told = words.outcomes(same) if first.rule else words.OUTCOMES[first.outcome]
    return {
        "standard": words.standard_named(first.standard).said_in(language),
        "assertor": words.assertor(first),
        "outcome": told.said_in(language),
    }
