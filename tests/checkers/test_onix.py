"""EDItEUR's schemas see what is wrong with a record, and nothing else."""

from pathlib import Path

import pytest

from bindery.checkers.onix import ONIX
from bindery.tools import locate
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import ONIX_RECORD
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, Outcome

RECORD = """<?xml version="1.0" encoding="UTF-8"?>
<ONIXMessage xmlns="http://ns.editeur.org/onix/3.0/reference" release="3.0">
<Header><Sender><SenderName>Prøveforlaget</SenderName></Sender>
<SentDateTime>20261123</SentDateTime></Header>
<Product><RecordReference>urn:x#epub</RecordReference><NotificationType>03</NotificationType>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9788202000004</IDValue>
</ProductIdentifier>
<DescriptiveDetail><ProductComposition>00</ProductComposition><ProductForm>ED</ProductForm>
<ProductFormFeature><ProductFormFeatureType>09</ProductFormFeatureType>
<ProductFormFeatureValue>13</ProductFormFeatureValue></ProductFormFeature>
<TitleDetail><TitleType>01</TitleType><TitleElement><TitleElementLevel>01</TitleElementLevel>
<TitleText>Prøve</TitleText></TitleElement></TitleDetail></DescriptiveDetail>
</Product></ONIXMessage>
"""
TWINS = {
    "a code on no list": ("<ProductForm>ED<", "<ProductForm>EZ<"),
    "a part left out": ("<NotificationType>03</NotificationType>", ""),
    "parts in another order": (
        "<TitleType>01</TitleType><TitleElement>",
        "<TitleElement><TitleType>01</TitleType>",
    ),
    "an unknown element": ("<SenderName>", "<Avsender/><SenderName>"),
    "a day that is not": ("<SentDateTime>20261123<", "<SentDateTime>20261323<"),
    "no XML": ("</ONIXMessage>", ""),
}


def validated(folder: Path, record: str) -> Evidence:
    """What the schemas say of ``record``."""
    path = folder / "onix.xml"
    path.write_text(record, encoding="utf-8")
    (evidence,) = ONIX.check((Subject(ONIX_RECORD, folder, path, folder),))
    return evidence


def test_a_right_record_passes(tmp_path: Path) -> None:
    """Its elements are counted, and the schema is named with its revision."""
    evidence = validated(tmp_path, RECORD)
    assert evidence.outcome is Outcome.PASSED, evidence.findings
    assert evidence.examined == RECORD.count("</")
    assert evidence.version.startswith("3.0.8 (20")


@pytest.mark.parametrize("twin", TWINS)
def test_a_wrong_record_fails(tmp_path: Path, twin: str) -> None:
    """Each broken twin is seen, with a line to go to."""
    right, wrong = TWINS[twin]
    assert right in RECORD
    evidence = validated(tmp_path, RECORD.replace(right, wrong))
    assert evidence.outcome is Outcome.FAILED
    assert {finding.rule for finding in evidence.findings} == {"onix-error"}
    assert all(finding.location.line for finding in evidence.findings)


def test_without_the_schemas_nothing_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A schema that has gone is a breakdown, never a pass."""
    monkeypatch.setattr(locate, "onix_schemas", lambda: (None, None))
    with pytest.raises(PipelineError):
        validated(tmp_path, RECORD)
