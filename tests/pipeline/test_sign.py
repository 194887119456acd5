"""A person signs what only a person can judge, and an older evaluation is carried over."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bindery.claims.conformance import evaluation_findings, evaluation_of
from bindery.claims.digest import digest_of
from bindery.claims.units import ASKED
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.manuscript.judgements import JUDGEMENTS, read_judgements
from bindery.manuscript.load import load
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.verdicts import asked_of, recorded, sign
from bindery.vocabulary.braille import Proofread
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.sign_options import SIGN_HELP, SignOptions
from tests.manuscript.test_evaluation import RECORD
from tests.shelf import write_book

CHAPTER = "# Havna\n\nSe [årsmeldingen](https://havna.example/a).\n"
TODAY = date(2026, 11, 21)


def by_kari(criterion: str = "", **more: Any) -> SignOptions:
    """What one person says of some criteria."""
    return SignOptions(criterion, 'Kari "K" Nordmann', "Leste alt", **more)


def document_in(book: Path) -> Document:
    """The book in its folder, as it is now."""
    publication = load(book).publication
    assert publication is not None
    return read_document(publication)


def test_every_option_is_explained() -> None:
    """The command explains each, and passes them on in that order."""
    names = [one.replace("_", "-") for one in SignOptions.__slots__]
    assert names == [*SIGN_HELP]


def test_what_is_asked_is_listed(tmp_path: Path) -> None:
    """Each criterion with how to check it, and what of the publication to look at."""
    book = write_book(tmp_path, CHAPTER)
    lines = [*recorded(book, SignOptions(), "en")]
    assert "2.4.4 Link Purpose (In Context) (left: 1 of 1 unit)" in lines
    assert "    01#årsmeldingen  chapters/01.md:3  årsmeldingen" in lines
    assert lines[-1].startswith("Sign: ")
    assert not (book / JUDGEMENTS).exists()


def test_a_verdict_is_recorded(tmp_path: Path) -> None:
    """With name, date and method; then nothing is left of that criterion, and more is added."""
    book = write_book(tmp_path, CHAPTER)
    asked = sign(book, by_kari("2.4.4, 2.4.2"), TODAY)
    assert asked.signed == 2
    assert asked.standings["2.4.4"].is_met
    assert asked.standings["2.4.6"].open
    (book / JUDGEMENTS).write_text("# Vår egen merknad\n" + (book / JUDGEMENTS).read_text())
    breach = by_kari(
        "1.3.1",
        not_met=True,
        reason="En liste er skrevet som avsnitt.",
        consequence="Skjermleseren sier ikke hvor mange punkter det er.",
        alternative="epub",
        mended_by="2027-02-01",
    )
    standing = sign(book, breach, TODAY).standings["1.3.1"]
    ((_, judgement),) = standing.not_met
    assert judgement.by == 'Kari "K" Nordmann'
    assert judgement.date == TODAY
    assert judgement.mended_by == date(2027, 2, 1)
    assert (book / JUDGEMENTS).read_text().startswith("# Vår egen merknad\n")


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (SignOptions("2.4.4"), "must have a name"),
        (SignOptions("2.4.4", by="K"), "must have a name"),
        (by_kari("9.9.9"), "is not a criterion"),
        (by_kari("1.1.1"), "has already been checked"),
        (by_kari("2.4.4", units="nowhere"), "No unit of 2.4.4"),
        (by_kari("2.4.4", not_met=True), "must have a reason"),
        (by_kari("2.4.4", day="i går"), "is not a date"),
        (by_kari("2.4.4", conforms="WCAG 3"), "cannot be written"),
        (by_kari("2.4.4", conforms="WCAG 2.2 Level AA", report="x"), "cannot be"),
    ],
)
def test_what_is_no_verdict_is_refused(tmp_path: Path, said: SignOptions, says: str) -> None:
    """Nothing is written, and the message says what is missing."""
    book = write_book(tmp_path, CHAPTER)
    with pytest.raises(PipelineError) as refused:
        sign(book, said, TODAY)
    assert says in refused.value.what.en
    assert not (book / JUDGEMENTS).exists()


def test_all_signed_and_claimed_is_a_claim(tmp_path: Path) -> None:
    """The e-book claims to conform when a person says so and has judged all; a change ends it."""
    book = write_book(tmp_path, CHAPTER)
    numbers = ",".join(one for one in ASKED if one not in ("1.1.1", "1.4.5"))
    sign(book, by_kari(numbers), TODAY)
    assert evaluation_of(document_in(book)) is None
    sign(book, by_kari(conforms="WCAG 2.2 Level AA"), TODAY)
    assert evaluation_of(document_in(book)) is not None
    (book / "manuscript/chapters/01.md").write_text(CHAPTER + "\nMer.\n")
    assert evaluation_of(document_in(book)) is None
    assert [one.rule for one in evaluation_findings(document_in(book))] == [
        "evaluation-is-of-this-text"
    ]


def with_evaluation(folder: Path, digest: str = "") -> Path:
    """A book that somebody has evaluated in the older way: this text, unless a digest is given."""
    of_text = digest or digest_of(document_in(write_book(folder / "same", CHAPTER)))
    record = RECORD.replace("0123456789abcdef" * 4, of_text)
    return write_book(folder / "book", CHAPTER, files={"evaluation.toml": record.encode()})


def test_an_evaluation_of_this_text_is_carried_over(tmp_path: Path) -> None:
    """Each criterion gets its verdict, the claim lives on, and the older file is gone."""
    book = with_evaluation(tmp_path)
    before = evaluation_of(document_in(book))
    asked = asked_of(book)
    assert asked.carried is not None
    assert not (book / "manuscript/evaluation.toml").exists()
    after = evaluation_of(document_in(book))
    assert after == before
    left = [number for number, one in asked.standings.items() if one.open]
    assert left == ["1.4.10"], "the evaluation is of the e-book, not of the PDF"
    assert evaluation_findings(document_in(book)) == ()


def test_an_evaluation_of_another_text_is_left(tmp_path: Path) -> None:
    """Nobody knows which units it was about: nothing is carried over, and that is said."""
    book = with_evaluation(tmp_path, "ab" * 32)
    lines = [*recorded(book, SignOptions(), "en")]
    assert "is of another text" in lines[0]
    assert (book / "manuscript/evaluation.toml").exists()
    assert not (book / JUDGEMENTS).exists()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('criterion = "2.4.4"', 'criterion = "9.9.9"', "is not a criterion"),
        ('by = "K"', 'by = " "', "“by” is empty"),
        ('method = "M"', 'method = ""', "“method” is empty"),
        ('"a" = "', '"a" = "x', "has no SHA-256"),
        ('verdict = "met"', 'verdict = "not-met"', "the reason is missing"),
        ('verdict = "met"', 'verdict = "fine"', "must be one of these"),
        ('verdict = "met"', 'verdict = "met"\nalternative = "papir"', "not the name of an edition"),
        ('verdict = "met"', 'verdict = "met"\nsign = "x"', "not a known key"),
        ("date = 2026-11-20", "date = 2026-13-20", "not valid TOML"),
    ],
)
def test_a_wrong_record_is_reported_at_its_line(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    """Whoever writes the file by hand is told what is wrong; nothing is taken for judged."""
    right = f"""[[judgement]]
criterion = "2.4.4"
verdict = "met"
by = "K"
date = 2026-11-20
method = "M"
[judgement.units]
"a" = "{"ab" * 32}"
"""
    files = {"judgements.toml": right.encode()}
    assert read_judgements(write_book(tmp_path / "right", CHAPTER, files=files))[1] == ()
    assert old in right
    files = {"judgements.toml": right.replace(old, new).encode()}
    judgements, findings = read_judgements(write_book(tmp_path / "wrong", CHAPTER, files=files))
    assert judgements.judgement == ()
    (finding,) = findings
    assert finding.rule == "judgements-are-valid"
    assert says in finding.message.en
    assert finding.location.line


def with_braille(folder: Path) -> Path:
    """A book with braille editions."""
    book = write_book(folder, CHAPTER)
    settings = book / "manuscript/publication.toml"
    settings.write_text(settings.read_text() + "\n[editions.braille]\nenabled = true\n")
    return book


def test_who_has_read_the_braille_is_named(tmp_path: Path) -> None:
    """Of this very text: when it is changed, nobody has read the new one."""
    book = with_braille(tmp_path)
    assert proofread_in(book) is None
    assert sign(book, by_kari("braille"), TODAY).signed == 1
    read = proofread_in(book)
    assert read is not None
    assert (read.by, read.on, read.version) == ('Kari "K" Nordmann', TODAY, "1.0.0")
    (book / "manuscript/chapters/01.md").write_text(CHAPTER + "\nMer.\n")
    assert proofread_in(book) is None


def proofread_in(book: Path) -> Proofread | None:
    """Who has read the braille of the book as it is now."""
    document = BookFolder(book).document
    return document.publication.settings.editions.braille.proofread


def test_the_older_key_is_read_still(tmp_path: Path) -> None:
    """A signature of this text comes before it."""
    book = with_braille(tmp_path)
    settings = book / "manuscript/publication.toml"
    old = '[editions.braille.proofread]\nby = "Ola"\non = 2026-11-01\nversion = "1.0.0"\n'
    settings.write_text(settings.read_text() + old)
    assert proofread_in(book) == Proofread("Ola", date(2026, 11, 1), "1.0.0")
    sign(book, by_kari("braille"), TODAY)
    assert proofread_in(book) == Proofread('Kari "K" Nordmann', TODAY, "1.0.0")


def test_a_book_without_braille_has_none_to_sign(tmp_path: Path) -> None:
    """Nothing is written."""
    book = write_book(tmp_path, CHAPTER)
    with pytest.raises(PipelineError, match="braille"):
        sign(book, by_kari("braille"), TODAY)
    assert not (book / JUDGEMENTS).exists()
