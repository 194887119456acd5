"""The basis for an accessibility statement: a page for those who write one, not for readers.

It is one file without script or network. Breaches come first, with fields to fill in; then what
must be checked manually; what is settled is folded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from bindery.document.contents import contact_link
from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.manuscript.templates import Templates, policy_digest
from bindery.reports import words
from bindery.reports.by_edition import JudgedEdition
from bindery.reports.evaluated import evaluated
from bindery.reports.explained import explained
from bindery.reports.proofread import proofread
from bindery.reports.statement.paste import IN_LAW, REQUIRED, affected, pasted
from bindery.reports.wcag import Judged, Verdict, judge, unplaced
from bindery.reports.whereabouts import Whereabouts
from bindery.tools.writing import write_whole
from bindery.vocabulary.editions import STATEMENT, edition_of
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text, without_soft_hyphens

PAGE_LANGUAGE = Text(nb="nb", en="en")

OF_NORWAY = frozenset({"nb", "nn", "no", "se"})
"""Languages of publications that Norwegian law is taken to be about."""


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
    when: datetime | None = None,
    editions: Sequence[JudgedEdition] = (),
) -> None:
    """Write what is known of ``document``'s editions to ``path``, in the publication's language.

    ``files`` are the finished editions, below the book's folder, ``evidence`` what the checks
    said of them, and ``when`` they were made. ``editions`` are the same files, judged one by one:
    of a breach in one, another may be the alternative. The evidence page is beside ``path``. The
    same input gives the same bytes. A publication in neither Norwegian nor English gets a page in
    English.
    """
    metadata = document.publication.metadata
    language = metadata.language
    criteria = judge(document, files=files, evidence=evidence)
    broken = [one for one in criteria if one.verdict is Verdict.NOT_MET]
    places = Whereabouts(document, files)
    css = templates.style(STATEMENT)
    manual = evaluated(document)
    braille = proofread(document, filter(None, (edition_of(file.name) for file in files)))
    page = templates.render(
        TEMPLATE,
        css=Markup(css),  # noqa: S704 - the default or the book's own style sheet
        css_hash=policy_digest(css),
        said={name: text.said_in(language) for name, text in SAID.items()},
        called=without_soft_hyphens(SAID["heading"].said_in(language)),
        page_language=PAGE_LANGUAGE.said_in(language),
        metadata=metadata,
        dated=written_date(metadata.date).said_in(language),
        when=when.isoformat(timespec="seconds") if when else "",
        when_written=written_date(when).said_in(language) if when else "",
        contact=contact_link(metadata.accessibility_contact),
        in_norway=language.split("-", 1)[0].lower() in OF_NORWAY,
        manual=(manual.sentence.said_in(language), manual.report),
        braille=braille.said_in(language) if braille else "",
        examined=SAID["criteria"].filled(count=len(criteria)).said_in(language),
        tally=_tally(criteria, language),
        breaches=[
            {
                **_row(one, places, language),
                "paste": pasted(one, document, editions, evidence, language),
                "required": one.criterion.number in REQUIRED,
            }
            for one in broken
        ],
        in_law=_in_law(criteria, language),
        manual_criteria=_rows(Verdict.NEEDS_PERSON, criteria, places, language),
        settled=_settled(criteria, places, language),
        unplaced=[
            [_finding(one, places, language) for one in same]
            for _, same in groupby(
                sorted(unplaced(evidence), key=lambda one: one.rule), key=lambda one: one.rule
            )
        ],
        subjects=_subjects(evidence, language),
    )
    write_whole(path, page)


def _in_law(criteria: Sequence[Judged], language: str) -> dict[str, object]:
    """Return how many of the requirements of Norwegian law are broken, and whom that affects."""
    required = [one for one in criteria if one.criterion.number in REQUIRED]
    broken = [one.criterion for one in required if one.verdict is Verdict.NOT_MET]
    left = sum(one.verdict is Verdict.NEEDS_PERSON for one in required)
    counted = SAID["at_least" if left else "exactly"]
    return {
        "count": counted.filled(count=len(broken), all=IN_LAW, left=left).said_in(language),
        "some": SAID["some_count"].filled(all=IN_LAW, more=IN_LAW + 1).said_in(language),
        "groups": [text.said_in(language) for text in affected(broken)],
    }


def _tally(criteria: Sequence[Judged], language: str) -> list[dict[str, object]]:
    """Return how many criteria have each verdict, also those of none."""
    counts = {verdict: sum(one.verdict is verdict for one in criteria) for verdict in Verdict}
    return [
        {
            "verdict": verdict.value,
            "count": count,
            "word": _counted(verdict, count).said_in(language),
        }
        for verdict, count in counts.items()
    ]


def _rows(
    verdict: Verdict, criteria: Sequence[Judged], places: Whereabouts, language: str
) -> list[dict[str, object]]:
    return [_row(one, places, language) for one in criteria if one.verdict is verdict]


def _settled(
    criteria: Sequence[Judged], places: Whereabouts, language: str
) -> list[dict[str, object]]:
    """Return the criteria that are met, and those that do not apply, by their reason."""
    settled = []
    for verdict in (Verdict.FOUND_MET, Verdict.MET, Verdict.NOT_APPLICABLE):
        by_reason: dict[object, list[dict[str, object]]] = {}
        rows = _rows(verdict, criteria, places, language)
        for row in rows:
            by_reason.setdefault(row["reason"], []).append(row)
        if rows:
            settled.append(
                {
                    "verdict": verdict.value,
                    "count": len(rows),
                    "word": _counted(verdict, len(rows)).said_in(language),
                    "reasons": [*by_reason.items()],
                }
            )
    return settled


def _counted(verdict: Verdict, count: int) -> Text:
    return (VERDICTS if count == 1 else COUNTED)[verdict]


def _row(one: Judged, places: Whereabouts, language: str) -> dict[str, object]:
    more = len(one.places) - MOST_PLACES
    return {
        "number": one.criterion.number,
        "name": one.criterion.name.said_in(language),
        "level": one.criterion.level,
        "is_new": one.criterion.since == "2.2",
        "verdict": one.verdict.value,
        "reason": one.reason.said_in(language),
        "places": [places.at(place) for place in one.places[:MOST_PLACES]],
        "more": SAID["and_more"].filled(count=more).said_in(language) if more > 0 else "",
        "findings": [_finding(finding, places, language) for finding in one.findings],
    }


def _finding(finding: Finding, places: Whereabouts, language: str) -> dict[str, object]:
    """Return a finding. What to do about it is left to the evidence, because it is long."""
    explanation = explained(finding.rule)
    return {
        "message": finding.message.said_in(language),
        "why": explanation.why.said_in(language) if explanation else "",
        "place": places.of(finding.location),
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
    """Return a check by its program, and with the results of all that it was divided into."""
    first = same[0]
    told = [words.outcomes(same)] if first.rule else [words.result_of(one.outcome) for one in same]
    return {
        "standard": words.checked_against(first.standard).said_in(language),
        "assertor": words.assertor(first),
        "outcome": ", ".join(dict.fromkeys(one.said_in(language) for one in told)),
    }
