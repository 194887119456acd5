"""A book is told that its evaluation is of another text, and claims nothing by it."""

import zipfile
from pathlib import Path

import pytest

from bindery.claims.digest import digest_of
from bindery.pipeline import examine as examine_module
from bindery.pipeline.build import build
from bindery.pipeline.check import check
from tests.manuscript.test_evaluation import RECORD
from tests.pipeline.test_check import SILENT
from tests.shelf import document_of, write_book

pytestmark = pytest.mark.slow

RULE = "evaluation-is-of-this-text"
OLD_FILE = "evaluation-is-carried-over"
MAIN_POINT = "::: key-message\nTekst.\n:::\n"
CLAIM = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


def package_of(book: Path) -> str:
    """The package document of the book's EPUB."""
    with zipfile.ZipFile(book / "build/proevebok.epub") as epub:
        return epub.read("EPUB/content.opf").decode()


def test_a_claim_lives_as_long_as_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the warning an author learns the digest; with it the book claims; without, it does not.

    A build that changes nothing tells it again, and so does a check.
    """
    monkeypatch.setattr(examine_module, "CHECKERS", ())
    monkeypatch.setattr(examine_module, "read_back", lambda _document, _manuscript: SILENT)
    record = {"evaluation.toml": RECORD.encode()}
    book = write_book(tmp_path, f"# Byen\n\n{MAIN_POINT}", files=record)

    found = build(book).findings
    (warned,) = (one for one in found if one.rule != OLD_FILE)
    assert warned.rule == RULE
    assert CLAIM not in package_of(book)
    assert build(book).findings == found
    assert set(check(book).findings) == set(found)
    assert not check(book).failed

    digest = warned.hint.nb.split('document = "')[1].split('"')[0]
    path = book / "manuscript/evaluation.toml"
    path.write_text(RECORD.replace("0123456789abcdef" * 4, digest), encoding="utf-8")
    assert [one.rule for one in build(book).findings] == [OLD_FILE]
    assert CLAIM in package_of(book)
    assert 'rel="a11y:certifierReport"' in package_of(book)
    assert [one.rule for one in check(book).findings] == [OLD_FILE]

    chapter = book / "manuscript/chapters/01.md"
    chapter.write_text(f"# Byen\n\n{MAIN_POINT}\nEn annen tekst.\n", encoding="utf-8")
    assert [finding.rule for finding in build(book).findings] == [RULE, OLD_FILE]
    assert CLAIM not in package_of(book)


def found_with(folder: Path, chapter: str, day: str) -> list[tuple[str, str]]:
    """What is found where the record is dated so, and whether the book claims to conform."""
    record = RECORD.replace("2026-11-20", day)
    assert day in record
    book = write_book(folder, chapter, files={"evaluation.toml": record.encode()})
    digest = digest_of(document_of(folder / "same", chapter))
    (book / "manuscript/evaluation.toml").write_text(
        record.replace("0123456789abcdef" * 4, digest), encoding="utf-8"
    )
    found = [
        (finding.rule, finding.severity.value)
        for finding in build(book).findings
        if finding.rule != OLD_FILE
    ]
    assert (CLAIM in package_of(book)) is (found == [])
    return found


def test_what_cannot_be_is_not_claimed(tmp_path: Path) -> None:
    """An evaluation of a later day, or one that found images without words to be all right."""
    described = f"# A\n\n{MAIN_POINT}\n![Kart](../figures/kart.svg)\n"
    undescribed = f"# A\n\n{MAIN_POINT}\n![](../figures/kart.svg)\n"
    assert found_with(tmp_path / "a", described, "2026-11-23") == []
    assert found_with(tmp_path / "b", described, "2026-11-24") == [(RULE, "warning")]
    assert found_with(tmp_path / "c", undescribed, "2026-11-23") == [(RULE, "error")]
