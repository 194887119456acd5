"""Evidence for people: one page that says what was checked, by what, how much, and the outcome.

The page itself keeps what it reports on: one file, no script, light and dark, outcomes in words.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from bindery.manuscript.templates import Templates, policy_digest
from bindery.reporters import words
from bindery.reporters.whole import write_whole
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text
from bindery.vocabulary.words import written_date

TEMPLATE = "evidence/evidence.html.j2"
STYLES = ("tokens.css", "screen.css", "evidence/evidence.css")

PAGE_LANGUAGE = Text(nb="nb", en="en")

SAID = {
    "heading": Text(nb="Kontroll av utgavene", en="How the editions were checked"),
    "of": Text(nb="Gjelder", en="About"),
    "checked": Text(nb="Kontrollert", en="Checked"),
    "release": Text(nb="Utgivelse", en="Release"),
    "outcomes": Text(nb="Kort sagt", en="In short"),
    "limits": Text(
        nb="Disse kontrollene er gjort av programmer. De finner bare noen av feilene som stenger"
        " lesere ute. At en kontroll er bestått, betyr at programmet ikke fant noe galt, ikke at"
        " alle kan bruke utgaven.",
        en="These checks were made by programs. They find only some of the faults that shut"
        " readers out. That a check is passed means that the program found nothing wrong, not"
        " that everyone can use the edition.",
    ),
    "fingerprint": Text(nb="Filens fingeravtrykk (SHA-256)", en="The file’s fingerprint (SHA-256)"),
    "by": Text(nb="Kontrollert med", en="Checked with"),
    "extent": Text(nb="Omfang", en="Extent"),
    "found": Text(nb="Det som ble funnet", en="What was found"),
    "nothing": Text(nb="Ingen kontroller er kjørt.", en="No checks have been run."),
    "rule": Text(nb="regel", en="rule"),
    "exempted": Text(nb="Unntak som forfatteren har gjort", en="Exceptions the author has made"),
    "reason": Text(nb="Begrunnelse", en="Reason"),
}


def write_html(
    evidence: Sequence[Evidence],
    path: Path,
    *,
    templates: Templates,
    title: str,
    language: str,
    digests: Mapping[str, str],
    when: datetime | None,
    release: str = "",
) -> None:
    """Write ``evidence`` of the publication ``title`` to ``path``, in its ``language``.

    ``digests`` gives the SHA-256 of each subject that is a file; ``when`` the checks were made, or
    ``None`` where the same ``release`` must give the same page.
    A page in neither Norwegian nor English is in English, and names the title's own language.
    """
    css = "\n".join(templates.text(name).strip() for name in STYLES)
    page = templates.render(
        TEMPLATE,
        css=Markup(css),  # noqa: S704 - the house's or the book's own style sheet
        css_hash=policy_digest(css),
        said={name: text.said_in(language) for name, text in SAID.items()},
        page_language=PAGE_LANGUAGE.said_in(language),
        title=title,
        title_language=language,
        when=when.isoformat() if when else "",
        when_written=written_date(when.date(), language) if when else "",
        release=release,
        tally=_tally(evidence, language),
        subjects=_subjects(evidence, digests, language),
    )
    write_whole(path, page)


def _tally(evidence: Sequence[Evidence], language: str) -> list[dict[str, object]]:
    """How many checks have each outcome, outcomes that nothing has left out."""
    return [
        {"count": count, **_outcome(outcome, language)}
        for outcome in Outcome
        if (count := sum(one.outcome is outcome for one in evidence))
    ]


def _outcome(outcome: Outcome, language: str) -> dict[str, object]:
    word = words.OUTCOMES[outcome].said_in(language)
    return {"outcome": outcome.value, "word": word}


def _subjects(
    evidence: Sequence[Evidence], digests: Mapping[str, str], language: str
) -> list[dict[str, object]]:
    """What was checked, one by one, each with its checks."""
    by_subject = sorted(evidence, key=lambda one: (one.subject, bool(one.rule)))
    return [
        {
            "name": name,
            "digest": digests.get(name, ""),
            "checks": [
                _check([*same], language)
                for _, same in groupby(checks, key=lambda one: (one.standard, bool(one.rule)))
            ],
        }
        for name, checks in groupby(by_subject, key=lambda one: one.subject)
    ]


def _check(same: Sequence[Evidence], language: str) -> dict[str, object]:
    """One check; rules that are told one by one stand together."""
    first = same[0]
    findings = [finding for one in same for finding in one.findings]
    return {
        **_outcome(_together(same), language),
        "standard": first.standard,
        "assertor": words.assertor(first),
        "extent": (words.outcomes(same) if first.rule else words.extent(first)).said_in(language),
        "findings": [
            _finding(finding, language) for finding in sorted(findings, key=lambda each: each.order)
        ],
        "exempted": [
            {**_finding(aside.finding, language), "reason": aside.reason}
            for one in same
            for aside in one.exempted
        ],
    }


def _together(same: Sequence[Evidence]) -> Outcome:
    """The outcome of several rules: the worst of them, and passed only where one has passed."""
    outcomes = {one.outcome for one in same}
    worst_first = (Outcome.FAILED, Outcome.UNTESTED, Outcome.CANNOT_TELL, Outcome.PASSED)
    return next((one for one in worst_first if one in outcomes), Outcome.INAPPLICABLE)


def _finding(finding: Finding, language: str) -> dict[str, str]:
    return {
        "severity": words.SEVERITIES[finding.severity].said_in(language),
        "rule": finding.rule,
        "location": str(finding.location),
        "message": finding.message.said_in(language),
        "hint": finding.hint.said_in(language),
    }
