"""The verdicts on WCAG for auditors: EARL with an assertion for each criterion and edition.

W3C's WCAG-EM Report Tool imports it: the tests have WCAG's own ids, and the subjects the addresses
that the auditor's sample has.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from bindery import __version__
from bindery.document.model import Document
from bindery.reports import wcag
from bindery.reports.by_edition import JudgedEdition
from bindery.reports.evidence_json import CONTEXT, Node
from bindery.reports.wcag import Verdict
from bindery.tools.writing import write_whole
from bindery.vocabulary.editions import Edition
from bindery.vocabulary.wcag import STANDARD, Criterion

TESTS = "http://www.w3.org/TR/WCAG/#"
"""The address of the latest WCAG, which the tool calls ``WCAG:``; it has no name for 2.2 alone."""

OUTCOMES = {
    Verdict.MET: "passed",
    Verdict.FOUND_MET: "passed",
    Verdict.NOT_MET: "failed",
    Verdict.NOT_APPLICABLE: "inapplicable",
    Verdict.NEEDS_PERSON: "cantTell",
}


def write_wcag_earl(
    path: Path,
    document: Document,
    *,
    editions: Sequence[JudgedEdition],
    digests: Mapping[str, str],
    when: datetime | None,
) -> None:
    """Write the verdict on each criterion in each of ``editions`` to ``path``, as JSON-LD.

    ``digests`` gives the SHA-256 of each file; ``when`` the checks were made. The same input gives
    the same bytes.
    """
    graph = [
        _assertion(one, edition, document, digests, when)
        for edition in editions
        for one in edition.criteria
    ]
    written = {"@context": CONTEXT, "@graph": graph}
    write_whole(path, json.dumps(written, ensure_ascii=False, indent=2) + "\n")


def address_of(edition: Edition, document: Document) -> str:
    """Return where the edition is published: the summary is the page of the folder itself.

    Empty if the publication does not say where it is published.
    """
    metadata = document.publication.metadata
    if not metadata.address:
        return ""
    name = "" if edition.is_summary else quote(f"{metadata.slug}{edition.suffix}")
    return f"{metadata.address}{name}"


def _assertion(
    one: wcag.Judged,
    edition: JudgedEdition,
    document: Document,
    digests: Mapping[str, str],
    when: datetime | None,
) -> Node:
    language = document.publication.metadata.language
    by_people = bool(one.judgements) and one.verdict in (Verdict.FOUND_MET, Verdict.NOT_MET)
    dated = {"dcterms:date": when.isoformat()} if when else {}
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": _people(one) if by_people else _bindery(),
        "earl:mode": {"@id": "earl:manual" if by_people else "earl:automatic"},
        "earl:subject": _subject(edition, document, digests.get(edition.subject)),
        "earl:test": _test(one.criterion),
        "earl:result": {
            "@type": "earl:TestResult",
            "earl:outcome": {"@id": f"earl:{OUTCOMES[one.verdict]}"},
            "dcterms:description": _described(one, language),
            **dated,
        },
    }


def _described(one: wcag.Judged, language: str) -> str:
    """Return the reason, and what the checks found, as plain text: tools show it as it is."""
    found = dict.fromkeys(
        f"{each.location}: {each.message.said_in(language)}" for each in one.findings
    )
    return "\n".join((one.reason.said_in(language), *found))


def _people(one: wcag.Judged) -> Node:
    names = ", ".join(dict.fromkeys(each.by for each in one.judgements))
    return {"@type": ["earl:Assertor", "schema:Person"], "schema:name": names}


def _bindery() -> Node:
    return {
        "@type": ["earl:Assertor", "earl:Software"],
        "schema:name": "bindery",
        "doap:name": "bindery",
        "doap:release": {"@type": "doap:Version", "doap:revision": __version__},
    }


def _subject(edition: JudgedEdition, document: Document, digest: str | None) -> Node:
    """Return the file, by its address if it has one; without one no tool can find its sample."""
    address = address_of(edition.edition, document)
    subject: Node = {"@type": "earl:TestSubject", "dcterms:title": edition.subject}
    if address:
        subject = {"@id": address, **subject, "dcterms:description": address}
    if digest:
        subject["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": digest,
        }
    return subject


def _test(criterion: Criterion) -> Node:
    return {
        "@id": f"{TESTS}{criterion.place}",
        "@type": ["earl:TestCriterion", "earl:TestRequirement"],
        "dcterms:title": f"{criterion.number} {criterion.name.en}",
        "dcterms:conformsTo": {"@id": criterion.address, "dcterms:title": STANDARD},
    }
