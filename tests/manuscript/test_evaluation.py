"""Reading the record of an evaluation, and the lines of what is wrong in it."""

from datetime import date
from pathlib import Path

import pytest

from bindery.manuscript.evaluation import place_of
from bindery.manuscript.load import load
from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Evaluation
from tests.shelf import write_book

DIGEST = "0123456789abcdef" * 4

RECORD = f"""\
evaluator = "Vurderingsbyrået"
kind = "organisation"
date = 2026-11-20
method = "WCAG-EM 1.0, tre utgaver, to skjermlesere"
standard = "WCAG 2.2 Level AA"
document = "{DIGEST}"
report = "https://example.org/vurdering"
credential = "Godkjent vurderer"
"""


def with_record(folder: Path, record: str) -> Path:
    """A book whose ``evaluation.toml`` is ``record``."""
    return write_book(folder, "# A\n", files={"evaluation.toml": record.encode()})


def test_a_record_is_read_whole(tmp_path: Path) -> None:
    """Every key of the file is in the publication."""
    publication = load(with_record(tmp_path, RECORD)).publication
    assert publication is not None
    assert publication.evaluation == Evaluation(
        evaluator="Vurderingsbyrået",
        kind="organisation",
        date=date(2026, 11, 20),
        method="WCAG-EM 1.0, tre utgaver, to skjermlesere",
        standard="WCAG 2.2 Level AA",
        document=DIGEST,
        report="https://example.org/vurdering",
        credential="Godkjent vurderer",
    )


def test_a_book_without_a_record_has_none(tmp_path: Path) -> None:
    """Nobody has to have evaluated a publication before it can be read."""
    loaded = load(write_book(tmp_path, "# A\n"))
    assert loaded.findings == ()
    assert loaded.publication is not None
    assert loaded.publication.evaluation is None


@pytest.mark.parametrize("left_out", ["document", "report", "credential"])
def test_what_is_not_known_is_left_out(tmp_path: Path, left_out: str) -> None:
    """Digest, report and credential are optional."""
    lines = [line for line in RECORD.splitlines() if not line.startswith(left_out)]
    assert load(with_record(tmp_path, "\n".join(lines))).findings == ()


@pytest.mark.parametrize(
    ("old", "new", "where", "says"),
    [
        ("Vurderingsbyrået", " ", 1, "«evaluator» er tom"),
        ('"organisation"', '"firma"', 2, "person eller organisation"),
        ("2026-11-20", '"i fjor"', 3, "må være en dato"),
        ("2026-11-20", "20261120", 3, "må være en dato"),
        ("WCAG-EM 1.0, tre utgaver, to skjermlesere", "", 4, "«method» er tom"),
        ("WCAG 2.2 Level AA", "WCAG 2.2 AA", 5, "WCAG 2.2 Level AA"),
        (DIGEST, DIGEST[1:], 6, "ikke en SHA-256"),
        (DIGEST, DIGEST.upper(), 6, "ikke en SHA-256"),
        ("https://example.org/vurdering", "vurdering.pdf", 7, "ikke en nettadresse"),
        ("credential", "credentials", 8, "ukjent nøkkel"),
        ('method = "', 'method = ", "', 4, "ikke gyldig TOML"),
        ("method", "metode", 1, "«method» mangler"),
    ],
)
def test_what_is_wrong_is_said_at_its_line(
    tmp_path: Path, old: str, new: str, where: int, says: str
) -> None:
    """A record that says something else than its author means gives no edition."""
    assert old in RECORD
    loaded = load(with_record(tmp_path, RECORD.replace(old, new)))
    assert loaded.publication is None
    assert {finding.rule for finding in loaded.findings} == {"evaluation-is-valid"}
    told = [f for f in loaded.findings if says in f.message.nb]
    assert (told[0].location.path, told[0].location.line) == ("manuscript/evaluation.toml", where)


def test_a_record_in_another_encoding_is_said(tmp_path: Path) -> None:
    """A name in Latin-1 would be another name."""
    book = write_book(tmp_path, "# A\n", files={"evaluation.toml": RECORD.encode("latin-1")})
    (finding,) = load(book).findings
    assert finding.location == Location("manuscript/evaluation.toml", 1)
    assert "UTF-8" in finding.message.nb


def test_a_key_is_found_where_it_stands(tmp_path: Path) -> None:
    """Later findings name the key's own line."""
    book = with_record(tmp_path, RECORD)
    assert place_of(book, "document") == Location("manuscript/evaluation.toml", 6)
    assert place_of(tmp_path / "nowhere", "document") == Location("manuscript/evaluation.toml")
