"""Evidence as EARL, which other programs can read."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld  # type: ignore[import-untyped]

from bindery.reports.evidence_json import ABOUT, CONTEXT, write_json
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, Exempted
from bindery.vocabulary.text import Text, verbatim
from tests.reports.samples import DIGESTS, EVERY_OUTCOME, FAILED, PASSED, UNTESTED, WHEN, finding


def written(folder: Path, *evidence: Evidence) -> dict[str, Any]:
    """The report of ``evidence``."""
    path = folder / "build" / "reports" / "evidence.json"
    write_json(evidence, path, digests=DIGESTS, when=WHEN)
    report: dict[str, Any] = json.loads(path.read_bytes())
    # Which version of the format this is.
    assert report["@graph"].pop() == ABOUT
    return report


def test_a_pass_is_an_assertion_of_earl(tmp_path: Path) -> None:
    """An assertion says who, of which bytes, against what, how, when, how much, and the outcome."""
    assert written(tmp_path, PASSED) == {
        "@context": CONTEXT,
        "@graph": [
            {
                "@type": "earl:Assertion",
                "earl:assertedBy": {
                    "@type": ["earl:Assertor", "earl:Software"],
                    "doap:name": "veraPDF",
                    "doap:release": {"@type": "doap:Version", "doap:revision": "1.28.2"},
                },
                "earl:subject": {
                    "@type": "earl:TestSubject",
                    "dcterms:title": "build/bok.pdf",
                    "spdx:checksum": {
                        "@type": "spdx:Checksum",
                        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                        "spdx:checksumValue": "ab" * 32,
                    },
                },
                "earl:test": {"@type": "earl:TestCriterion", "dcterms:title": "PDF/UA-1"},
                "earl:mode": {"@id": "earl:automatic"},
                "earl:result": {
                    "@type": "earl:TestResult",
                    "earl:outcome": {"@id": "earl:passed"},
                    "dcterms:date": {
                        "@type": "xsd:dateTime",
                        "@value": "2026-11-23T12:30:00+00:00",
                    },
                    "schema:size": {
                        "@type": "schema:QuantitativeValue",
                        "schema:value": 149,
                        "schema:unitText": [
                            {"@language": "nb", "@value": "kontroller"},
                            {"@language": "en", "@value": "checks"},
                        ],
                    },
                    "dcterms:hasPart": [],
                },
            }
        ],
    }


def test_an_assertion_has_the_date_of_the_look(tmp_path: Path) -> None:
    """What was seen earlier keeps its own date in a later report."""
    earlier = WHEN - timedelta(days=2)
    (assertion,) = written(tmp_path, PASSED.seen(earlier))["@graph"]
    assert assertion["earl:result"]["dcterms:date"]["@value"] == earlier.isoformat()


def test_outcomes_are_those_of_earl(tmp_path: Path) -> None:
    """All five outcomes of EARL 1.0 Schema are told apart, in its own spelling."""
    graph = written(tmp_path, *EVERY_OUTCOME)["@graph"]
    outcomes = {one["earl:result"]["earl:outcome"]["@id"] for one in graph}
    assert outcomes == {
        "earl:passed",
        "earl:failed",
        "earl:cantTell",
        "earl:inapplicable",
        "earl:untested",
    }


def test_findings_are_told_in_both_languages(tmp_path: Path) -> None:
    """A finding comes with its rule, weight and place, in the order of the manuscript."""
    (assertion,) = written(tmp_path, FAILED)["@graph"]
    first, second = assertion["earl:result"]["dcterms:hasPart"]
    assert first == {
        "dcterms:identifier": "image-has-alt-text",
        "dcterms:type": "error",
        "dcterms:source": "manuscript/chapters/02-funn.md:12",
        "dcterms:title": [
            {"@language": "nb", "@value": "Bildet <kart> mangler alternativ tekst."},
            {"@language": "en", "@value": "This image has no alternative text."},
        ],
        "dcterms:description": [
            {"@language": "nb", "@value": "beskriv det mellom klammene"},
            {"@language": "en", "@value": "describe it between the brackets"},
        ],
    }
    assert second["dcterms:source"] == "manuscript/chapters/02-funn.md:40"


def test_what_was_not_run_has_no_version_and_no_bytes(tmp_path: Path) -> None:
    """A checker that is not installed has no release, and has looked at nothing."""
    (assertion,) = written(tmp_path, UNTESTED)["@graph"]
    assert "doap:release" not in assertion["earl:assertedBy"]
    assert "spdx:checksum" not in assertion["earl:subject"]
    assert assertion["earl:result"]["schema:size"]["schema:value"] == 0


def test_every_prefix_is_explained(tmp_path: Path) -> None:
    """A name with a prefix that the context leaves out would mean nothing to another program."""

    def prefixes(node: object) -> set[str]:
        if isinstance(node, list):
            return set().union(*map(prefixes, node))
        if not isinstance(node, dict):
            return set()
        own = {name.partition(":")[0] for name in node if not name.startswith("@")}
        types = node.get("@type", [])
        named = [types] if isinstance(types, str) else types
        ids = [node["@id"]] if "@id" in node else []
        own |= {name.partition(":")[0] for name in [*named, *ids]}
        return own.union(*map(prefixes, node.values()))

    assert prefixes(written(tmp_path, *EVERY_OUTCOME)["@graph"]) == set(CONTEXT)


EARL = "http://www.w3.org/ns/earl#"
TERMS = {
    *("Assertion", "Assertor", "Software", "TestSubject", "TestCriterion", "TestCase"),
    *("TestResult", "assertedBy", "subject", "test", "mode", "result", "outcome", "info"),
    *("automatic", "passed", "failed", "cantTell", "inapplicable", "untested"),
}
"""What we say in the words of EARL 1.0 Schema (W3C)."""


def test_another_program_understands_every_word(tmp_path: Path) -> None:
    """Read as JSON-LD, every property, class and value is one that a vocabulary defines."""
    rule = replace(
        FAILED,
        rule="image-has-alt-text",
        criteria=("1.1.1",),
        exempted=(Exempted(finding(), verbatim("Det er en logo.")),),
    )
    report = written(tmp_path, *EVERY_OUTCOME, rule)
    assertions = jsonld.expand(report)
    assert len(assertions) == len(EVERY_OUTCOME) + 1
    iris = set(names(assertions))
    assert all(iri.startswith(("http://", "https://")) for iri in iris), iris
    assert {iri.removeprefix(EARL) for iri in iris if iri.startswith(EARL)} == TERMS
    assert "https://www.w3.org/TR/WCAG22/#non-text-content" in iris
    # Nothing is dropped on the way: a word without a meaning would be.
    quads = jsonld.to_rdf(report)["@default"]
    said = {quad["object"]["value"] for quad in quads}
    assert {"Det er en logo.", "image-has-alt-text", "149", "ab" * 32} <= said


def names(node: object) -> Iterator[str]:
    """Every address that an expanded document uses as a property, a class or a value."""
    if isinstance(node, list):
        for each in node:
            yield from names(each)
    elif isinstance(node, dict):
        for name, value in node.items():
            if not name.startswith("@"):
                yield name
            if name in ("@id", "@type"):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from names(value)


def test_an_exception_is_neither_passed_nor_failed(tmp_path: Path) -> None:
    """What its author has put aside is a result of its own that cannot be told, with the reason."""
    rule = replace(
        PASSED, rule="a-rule", exempted=(Exempted(finding(), verbatim("Det er en logo.")),)
    )
    (assertion,) = written(tmp_path, rule)["@graph"]
    assert assertion["earl:result"]["earl:outcome"] == {"@id": "earl:passed"}
    (part,) = assertion["earl:result"]["dcterms:hasPart"]
    assert part["earl:outcome"] == {"@id": "earl:cantTell"}
    assert (part["earl:info"], part["dcterms:type"]) == ("Det er en logo.", "exempted")


def test_a_reason_in_two_languages_is_told_in_both(tmp_path: Path) -> None:
    """The house gives its reasons in Norwegian and in English, and each is marked as what it is."""
    aside = Exempted(finding(), Text(nb="En tegning.", en="A drawing."), in_default_templates=True)
    (assertion,) = written(tmp_path, replace(PASSED, rule="a-rule", exempted=(aside,)))["@graph"]
    (part,) = assertion["earl:result"]["dcterms:hasPart"]
    assert part["earl:info"] == [
        {"@language": "nb", "@value": "En tegning."},
        {"@language": "en", "@value": "A drawing."},
    ]


def test_languages_without_words_are_told(tmp_path: Path) -> None:
    """Why nothing was examined stands beside the outcome, in both languages."""
    wordless = replace(PASSED, unknown_languages=("fr", "xx"))
    (assertion,) = written(tmp_path, wordless)["@graph"]
    info = {one["@language"]: one["@value"] for one in assertion["earl:result"]["earl:info"]}
    assert info == {
        "nb": "støtter ikke fransk, «xx»",
        "en": "does not support French, “xx”",
    }


def test_a_rule_is_a_test_of_the_criteria_it_names(tmp_path: Path) -> None:
    """One assertion for each rule: a test case of its set, and of WCAG where the rule says so."""
    rule = replace(PASSED, rule="image-has-alt-text", criteria=("1.1.1", "1.4.5"))
    other = replace(PASSED, rule="heading-has-text")
    first, second = written(tmp_path, rule, other)["@graph"]
    assert [one["earl:test"]["dcterms:title"] for one in (first, second)] == [
        "heading-has-text",
        "image-has-alt-text",
    ]
    assert first["earl:test"]["dcterms:conformsTo"] == []
    assert second["earl:test"]["dcterms:conformsTo"] == [
        {
            "@id": "https://www.w3.org/TR/WCAG22/#non-text-content",
            "dcterms:title": "WCAG 2.2, 1.1.1",
        },
        {
            "@id": "https://www.w3.org/TR/WCAG22/#images-of-text",
            "dcterms:title": "WCAG 2.2, 1.4.5",
        },
    ]


def test_the_same_evidence_is_the_same_bytes(tmp_path: Path) -> None:
    """The order in which checkers finish does not show."""
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    write_json(EVERY_OUTCOME, one, digests=DIGESTS, when=WHEN)
    write_json(EVERY_OUTCOME[::-1], other, digests=DIGESTS, when=WHEN)
    assert one.read_bytes() == other.read_bytes()


def test_a_report_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A folder in the way stops the pipeline in a sentence, and leaves nothing half written."""
    in_the_way = tmp_path / "evidence.json"
    (in_the_way / "something").mkdir(parents=True)
    with pytest.raises(PipelineError, match="could not be written") as raised:
        write_json((PASSED,), in_the_way, digests=DIGESTS, when=WHEN)
    assert "Sjekk at disken har plass" in raised.value.next.nb
    assert [path.name for path in tmp_path.iterdir()] == ["evidence.json"]


def test_an_earlier_report_is_replaced(tmp_path: Path) -> None:
    """A new report takes the place of the old one, and leaves nothing else behind."""
    path = tmp_path / "evidence.json"
    path.write_text("old", encoding="utf-8")
    write_json((PASSED,), path, digests=DIGESTS, when=WHEN)
    assert path.read_text(encoding="utf-8").startswith("{")
    assert [each.name for each in tmp_path.iterdir()] == ["evidence.json"]
