"""Evidence for machines: EARL 1.0 (w3.org/TR/EARL10-Schema) as JSON-LD."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from bindery.reports import words
from bindery.tools.writing import write_whole
from bindery.vocabulary.evidence import Evidence, Exempted
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text
from bindery.vocabulary.wcag import CRITERIA, Criterion

Node = dict[str, object]

CONTEXT: Node = {
    "dcterms": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "earl": "http://www.w3.org/ns/earl#",
    "schema": "https://schema.org/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


SCHEMA_VERSION = "1.0"
"""The version of the format. A key that is added raises the second number; one that is removed or
gets another meaning, the first (docs/exports.md)."""

ABOUT: Node = {
    "@id": "urn:bindery:evidence",
    "@type": "schema:Dataset",
    "schema:schemaVersion": SCHEMA_VERSION,
}
"""The last node of the graph."""


def write_json(
    evidence: Iterable[Evidence], path: Path, *, digests: Mapping[str, str], when: datetime | None
) -> None:
    """Write ``evidence`` to ``path``: one assertion each, in an order that never varies.

    ``digests`` gives the SHA-256 of each subject that is a file; ``when`` the checks were made, if
    the report may differ from one run to the next.
    """
    ordered = sorted(evidence, key=lambda one: (one.subject, one.checker, one.standard, one.rule))
    graph = [_assertion(one, digests.get(one.subject), when) for one in ordered]
    document = {"@context": CONTEXT, "@graph": [*graph, ABOUT]}
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def write_tested(path: Path, *, title: str, evidence: tuple[str, str], when: datetime) -> None:
    """Write when the checks of the release ``title`` were made to ``path``.

    ``evidence`` is the name and the SHA-256 of the evidence that the date is of.
    """
    document: Node = {
        "@context": CONTEXT,
        "dcterms:title": title,
        "dcterms:date": _dated(when.replace(microsecond=0)),
        "dcterms:subject": _subject_named(*evidence),
    }
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _dated(when: datetime) -> Node:
    return {"@type": "xsd:dateTime", "@value": when.isoformat()}


def _assertion(one: Evidence, digest: str | None, when: datetime | None) -> Node:
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": _assertor(one),
        "earl:subject": {"@type": "earl:TestSubject", **_subject_named(one.subject, digest)},
        "earl:test": _test(one),
        "earl:mode": {"@id": "earl:automatic"},
        "earl:result": _result(one, one.when or when),
    }


def _test(one: Evidence) -> Node:
    """Return a standard, or one rule of a set, with the criteria of WCAG that it is about."""
    standard: Node = {"@type": "earl:TestCriterion", "dcterms:title": one.standard}
    if not one.rule:
        return standard
    return {
        "@type": "earl:TestCase",
        "dcterms:title": one.rule,
        "dcterms:isPartOf": standard,
        "dcterms:conformsTo": [
            _criterion(each) for each in CRITERIA if each.number in one.criteria
        ],
    }


def _criterion(criterion: Criterion) -> Node:
    return {"@id": criterion.address, "dcterms:title": f"WCAG 2.2, {criterion.number}"}


def _assertor(one: Evidence) -> Node:
    assertor: Node = {"@type": ["earl:Assertor", "earl:Software"], "doap:name": one.checker}
    if one.version:
        assertor["doap:release"] = {"@type": "doap:Version", "doap:revision": one.version}
    return assertor


def _subject_named(name: str, digest: str | None) -> Node:
    subject: Node = {"dcterms:title": name}
    if digest:
        subject["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": digest,
        }
    return subject


def _result(one: Evidence, when: datetime | None) -> Node:
    dated = {"dcterms:date": _dated(when)} if when else {}
    return {
        "@type": "earl:TestResult",
        "earl:outcome": {"@id": f"earl:{one.outcome}"},
        **dated,
        **_unknown(one),
        "schema:size": {
            "@type": "schema:QuantitativeValue",
            "schema:value": one.examined,
            "schema:unitText": _in_both_languages(one.unit),
        },
        "dcterms:hasPart": [
            *(_finding(finding) for finding in sorted(one.findings, key=lambda each: each.order)),
            *map(_exempted, one.exempted),
        ],
    }


def _unknown(one: Evidence) -> Node:
    """Return what was not examined because the checker has no words for its language."""
    told = [node for text in words.no_words(one) for node in _in_both_languages(text)]
    return {"earl:info": told} if told else {}


def _finding(finding: Finding) -> Node:
    return {
        "dcterms:identifier": finding.rule,
        "dcterms:type": finding.severity,
        "dcterms:source": str(finding.location),
        "dcterms:title": _in_both_languages(finding.message),
        "dcterms:description": _in_both_languages(finding.hint),
    }


def _exempted(exempted: Exempted) -> Node:
    """Return an excepted finding: neither passed nor failed, or failed and accepted for a time."""
    reason = exempted.reason
    return {
        "@type": "earl:TestResult",
        "earl:outcome": {"@id": "earl:failed" if exempted.known else "earl:cantTell"},
        "earl:info": reason.nb if reason.nb == reason.en else _in_both_languages(reason),
        **_finding(exempted.finding),
        "dcterms:type": "known" if exempted.known else "exempted",
    }


def _in_both_languages(text: Text) -> list[Node]:
    if not text.nb:
        return []
    return [
        {"@language": "nb", "@value": text.nb},
        {"@language": "en", "@value": text.en},
    ]
