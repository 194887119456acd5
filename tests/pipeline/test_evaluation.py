"""A book is told that its evaluation is of another text, and claims nothing by it."""

import zipfile
from pathlib import Path

import pytest

from bindery.pipeline import check as check_module
from bindery.pipeline.build import build
from bindery.pipeline.check import check
from tests.manuscript.test_evaluation import RECORD
from tests.pipeline.test_check import SILENT
from tests.shelf import write_book

RULE = "evaluation-is-of-this-text"
CLAIM = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


def package_of(book: Path) -> str:
    """The package document of the book's EPUB."""
    with zipfile.ZipFile(book / "build/proevebok.epub") as epub:
        return epub.read("EPUB/content.opf").decode()


def test_a_claim_lives_as_long_as_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the warning an author learns the digest; with it the book claims; without, it does not.

    A build that changes nothing tells it again, and so does a check.
    """
    monkeypatch.setattr(check_module, "VALIDATORS", ())
    monkeypatch.setattr(check_module, "read_back", lambda _document: SILENT)
    record = {"evaluation.toml": RECORD.encode()}
    book = write_book(tmp_path, "# Byen\n\nTekst.\n", files=record)

    (warned,) = build(book).findings
    assert warned.rule == RULE
    assert CLAIM not in package_of(book)
    assert build(book).findings == (warned,)
    assert check(book).findings == (warned,)
    assert not check(book).failed

    digest = warned.hint.nb.split('document = "')[1].split('"')[0]
    path = book / "manuscript/evaluation.toml"
    path.write_text(RECORD.replace("0123456789abcdef" * 4, digest), encoding="utf-8")
    assert build(book).findings == ()
    assert CLAIM in package_of(book)
    assert 'rel="a11y:certifierReport"' in package_of(book)
    assert check(book).findings == ()

    chapter = book / "manuscript/chapters/01.md"
    chapter.write_text("# Byen\n\nEn annen tekst.\n", encoding="utf-8")
    assert [finding.rule for finding in build(book).findings] == [RULE]
    assert CLAIM not in package_of(book)
