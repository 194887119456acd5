"""What goes out, what keeps it back, and what is remembered."""

import errno
import hashlib
import json
import os
import shutil
import time
import tomllib
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bindery.pipeline import bundle as bundle_module
from bindery.pipeline import release as release_module
from bindery.pipeline.check import Checked
from bindery.pipeline.check import check_built as real_check_built
from bindery.reports.onix.codes import BY_TAG
from bindery.tools.run import run
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import EPUB_33
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.text import verbatim
from tests.built import SMALL, build_small_book, moved
from tests.once import Once
from tests.pipeline.releasing import (
    breaking,
    check_with,
    failing_on,
    invoke_release,
    passing,
    prober,
    seeing_nothing,
)
from tests.shelf import SETTINGS, write_book

pytestmark = pytest.mark.slow

OTHER_TEXT = "# Tittel\n\nEn annen tekst.\n"
FILES = {
    "SHA256SUMS",
    "index.html",
    "onix.xml",
    "proevebok.epub",
    "proevebok.pdf",
    "reports/evidence.html",
    "reports/evidence.json",
}
DATE = "reports/tested.json"
"""The one file that is in the folder alone, and differs from one time to the next."""
ZIP = "proevebok-1.0.0.zip"
PDF = "build/proevebok.pdf"


@pytest.fixture(autouse=True)
def all_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every check passes, unless a test says otherwise."""
    check_with(monkeypatch, prober())


@pytest.fixture
def book(once: Once, tmp_path: Path) -> Path:
    """A book that is built and not yet released."""
    return moved(once("small", build_small_book), tmp_path)


@pytest.fixture
def out(once: Once, tmp_path: Path) -> Path:
    """A book that is released."""

    def release(folder: Path) -> None:
        assert invoke_release(moved(once("small", build_small_book), folder)) == 0

    return moved(once("released", release), tmp_path)


def released(book: Path) -> dict[str, bytes]:
    """The files of the release, by name, without the date of testing."""
    folder = book / "build/release"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path != folder / DATE
    }


def test_the_bundle_holds_all_that_goes_out(out: Path) -> None:
    """Editions, summary, record, evidence and digests lie in one folder and one ZIP."""
    files = released(out)
    assert files.keys() == FILES | {ZIP}
    with zipfile.ZipFile(out / "build/release" / ZIP) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert inside == {f"proevebok-1.0.0/{name}": files[name] for name in FILES}


def test_the_date_of_testing_is_beside_what_must_be_the_same(out: Path) -> None:
    """It names the evidence it is of, and is neither in the ZIP nor among the digests."""
    folder = out / "build/release"
    tested = json.loads((folder / DATE).read_bytes())
    day = datetime.fromisoformat(tested["dcterms:date"]["@value"])
    assert abs(datetime.now(UTC) - day) < timedelta(hours=12)
    evidence = (folder / "reports/evidence.json").read_bytes()
    assert tested["dcterms:title"] == "proevebok-1.0.0"
    subject = tested["dcterms:subject"]
    assert subject["dcterms:title"] == "reports/evidence.json"
    digest = subject["spdx:checksum"]["spdx:checksumValue"]
    assert digest == hashlib.sha256(evidence).hexdigest()
    assert DATE not in (folder / "SHA256SUMS").read_text(encoding="utf-8")
    assert 'href="tested.json"' in (folder / "reports/evidence.html").read_text(encoding="utf-8")


def test_the_basis_for_a_statement_is_not_published(out: Path) -> None:
    """It is for its author, beside the reports of the check, and nothing that goes out has it."""
    name = "grunnlag-for-tilgjengelighetserklaering.html"
    page = (out / "build/reports" / name).read_text(encoding="utf-8")
    assert "Ikke publiser denne siden" in page
    assert not [path for path in (out / "build/release").rglob("*") if "erklaering" in path.name]
    assert not [file for file, content in released(out).items() if b"Ikke publiser" in content]


def test_a_receiver_can_check_every_file(out: Path) -> None:
    """``sha256sum -c`` passes on the folder, and fails when one byte is another."""
    folder = out / "build/release"
    assert run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder).status == 0
    (folder / "onix.xml").write_bytes((folder / "onix.xml").read_bytes() + b"\n")
    assert run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=folder).status == 1


def test_the_evidence_is_of_the_files_in_the_bundle(out: Path) -> None:
    """Each file is named as it lies there, with its digest, and no clock has been read."""
    files = released(out)
    graph = json.loads(files["reports/evidence.json"])["@graph"][:-1]
    digests = {
        one["earl:subject"]["dcterms:title"]: one["earl:subject"]
        .get("spdx:checksum", {})
        .get("spdx:checksumValue")
        for one in graph
    }
    checked = FILES & {*digests}
    assert checked == {
        "index.html",
        "onix.xml",
        "proevebok.epub",
        "proevebok.pdf",
    }
    assert {name: hashlib.sha256(files[name]).hexdigest() for name in checked} == {
        name: digests[name] for name in checked
    }
    assert set(digests) - checked == {"manuscript", "templates"}
    assert not any("dcterms:date" in one["earl:result"] for one in graph)
    assert "1.0.0, 23. november 2026" in files["reports/evidence.html"].decode()


def test_the_summary_tells_what_was_proven(out: Path) -> None:
    """What goes out names the standard that the PDF keeps; what was only built does not."""
    assert "PDF/UA-1" in released(out)["index.html"].decode()
    assert "PDF/UA-1" not in (out / "build/proevebok.html").read_text(encoding="utf-8")


def test_the_same_book_gives_the_same_bundle(
    once: Once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two folders, two time zones, one ZIP, byte for byte.

    Of the editions, ``test_reproducible`` holds it.
    """
    zips = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        book = moved(once("small", build_small_book), tmp_path / zone)
        assert invoke_release(book) == 0
        zips.append((book / "build/release" / ZIP).read_bytes())
    monkeypatch.undo()
    time.tzset()
    assert zips[0] == zips[1]


MISSING = verbatim("It is not installed.")


@pytest.mark.parametrize(
    ("twin", "ends"),
    [
        (prober(failing_on("proevebok.epub")), (1, "build/proevebok.epub: error[x] wrong")),
        (prober(failing_on("index.html")), (1, "index.html: error[x] wrong")),
        (prober(breaking), (2, "The prober stopped.")),
        (prober(passing, MISSING), (2, "prober: EPUB 3.3 (build/proevebok.epub)")),
        (prober(seeing_nothing), (2, "prober: EPUB 3.3 (build/proevebok.epub)")),
        (prober(standards=(EPUB_33,)), (2, "proevebok.pdf")),
    ],
    ids=["edition", "summary", "broken", "missing", "nothing-examined", "unknown"],
)
def test_what_is_not_proven_does_not_go_out(
    book: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    twin: Checker,
    ends: tuple[int, str],
) -> None:
    """It is said which check, of which file, and an earlier release stays as it was."""
    (book / "build/release").mkdir()
    (book / "build/release/earlier").write_text("as it was", encoding="utf-8")
    check_with(monkeypatch, twin)
    status = invoke_release(book)
    spoken = capsys.readouterr()
    assert status == ends[0]
    assert ends[1] in spoken.out + spoken.err
    assert released(book) == {"earlier": b"as it was"}
    assert not (book / "releases.toml").exists()


def _replaced_while_checked(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def validate(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
        evidence = passing(subjects)
        (book / PDF).write_bytes(b"another")
        return evidence

    check_with(monkeypatch, prober(validate))


def _replaced_after_the_check(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check_built(*given: Any) -> Checked:
        checked = real_check_built(*given)
        (book / PDF).write_bytes(b"another")
        return checked

    monkeypatch.setattr(release_module, "check_built", check_built)


def _replaced_before_the_check(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def check_built(*given: Any) -> Checked:
        (book / PDF).write_bytes(b"another")
        return real_check_built(*given)

    monkeypatch.setattr(release_module, "check_built", check_built)


@pytest.mark.parametrize(
    "replace", [_replaced_before_the_check, _replaced_while_checked, _replaced_after_the_check]
)
def test_what_is_replaced_on_the_way_does_not_go_out(
    book: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    replace: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    """Evidence is of the bytes that were checked, and of no others."""
    replace(book, monkeypatch)
    assert invoke_release(book) == 2
    assert f"{PDF} was changed while it was checked" in capsys.readouterr().err
    assert not (book / "build/release").exists()


def test_a_record_that_catalogues_reject_does_not_go_out(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A language that is on no list of ONIX's is found by EDItEUR's schemas."""
    monkeypatch.setitem(BY_TAG, "nb", "xxx")
    assert invoke_release(book) == 1
    assert "error[onix-error]" in capsys.readouterr().out
    assert released(book) == {}


def test_a_version_has_one_content(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other words under a released version are refused, also where build/ was wiped."""
    first = released(out)
    write_book(out, OTHER_TEXT)
    assert invoke_release(out) == 1
    said = capsys.readouterr().out
    line = SETTINGS.splitlines().index('version = "1.0.0"') + 1
    assert f"manuscript/publication.toml:{line}: error[version-has-one-content]" in said
    assert "proevebok.epub has changed" in said
    assert released(out) == first
    shutil.rmtree(out / "build")
    assert invoke_release(out) == 1


def test_a_new_version_goes_out(out: Path) -> None:
    """Both versions are remembered, and the folder holds the new one."""
    write_book(out, OTHER_TEXT, settings=SETTINGS.replace('"1.0.0"', '"1.1.0"'))
    assert invoke_release(out) == 0
    past = tomllib.loads((out / "releases.toml").read_text(encoding="utf-8"))["releases"]
    assert list(past) == ["1.0.0", "1.1.0"]
    assert "proevebok-1.1.0.zip" in released(out)
    assert ZIP not in released(out)


def test_the_same_content_goes_out_again(out: Path) -> None:
    """A release can be made anew, under its tag too; nothing is remembered twice."""
    remembered = (out / "releases.toml").read_bytes()
    first = released(out)
    for tag in ("", "v1.0.0"):
        assert invoke_release(out, tag) == 0
        assert released(out) == first
        assert (out / "releases.toml").read_bytes() == remembered


@pytest.mark.parametrize(
    ("tag", "rule"), [("v1.0.1", "tag-is-the-version"), ("v1.0.0", "tag-is-of-a-release")]
)
def test_a_tag_is_of_a_release_that_was_made(
    book: Path, capsys: pytest.CaptureFixture[str], tag: str, rule: str
) -> None:
    """A tag of another version, or of one that nobody has released, hands out nothing."""
    assert invoke_release(book, tag) == 1
    assert f"error[{rule}]" in capsys.readouterr().out
    assert released(book) == {}
    assert not (book / "releases.toml").exists()


def _not_toml(book: Path) -> None:
    (book / "releases.toml").write_text("[releases\n", encoding="utf-8")


def _of_another_shape(book: Path) -> None:
    (book / "releases.toml").write_text('[releases]\n"1.0.0" = 3\n', encoding="utf-8")


def _version_of_two_folders(book: Path) -> None:
    write_book(book, SMALL, settings=SETTINGS.replace('"1.0.0"', '"../1.0.0"'))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_not_toml, "releases.toml:1:10: error[past-releases-are-readable]"),
        (_of_another_shape, "releases.toml:1: error[past-releases-are-readable]"),
        (_version_of_two_folders, "error[version-names-a-file]"),
    ],
)
def test_what_cannot_be_remembered_does_not_go_out(
    book: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    said: str,
) -> None:
    """A list of releases that nobody can read, or a version that is no name, is a finding."""
    spoil(book)
    assert invoke_release(book) == 1
    assert said in capsys.readouterr().out
    assert released(book) == {}


@pytest.mark.parametrize("name", ["proevebok.pdf", "index.html", "onix.xml", "SHA256SUMS"])
def test_what_is_changed_after_it_was_staged_is_not_released(
    out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The files are compared again while they are bundled, and the list with what is in the ZIP."""

    def touching(folder: Path, *given: object) -> object:
        with (folder / name).open("ab") as file:
            file.write(b"\n")
        return real(folder, *given)

    at = "write_sums" if name != "SHA256SUMS" else "zipped"
    first, real = released(out), getattr(bundle_module, at)
    monkeypatch.setattr(bundle_module, at, touching)
    assert invoke_release(out) == 2
    assert f"{name} was changed while it was checked" in capsys.readouterr().err
    assert released(out) == first


def test_a_folder_that_cannot_be_written_is_said(
    out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk ends with a sentence and status 2."""

    def full(*_paths: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    first = released(out)
    monkeypatch.setattr("bindery.pipeline.bundle.shutil.copyfile", full)
    assert invoke_release(out) == 2
    assert "Could not write the bundle" in capsys.readouterr().err
    assert released(out) == first


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("Prøveforlaget", "Utgiveren", "publisher"),
        ("post@example.org", "fyll-ut@example.org", "accessibility-contact"),
        ("CC BY 4.0", "1", "rights"),
    ],
)
def test_settings_that_are_not_filled_in_are_not_released(
    old: str, new: str, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build and a check make do with them; the line to change is named."""
    book = write_book(tmp_path, SMALL)
    settings = book / "manuscript/publication.toml"
    text = settings.read_text("utf-8")
    assert text.count(old) == 1
    settings.write_text(text.replace(old, new), "utf-8")
    line = 1 + next(at for at, one in enumerate(text.splitlines()) if one.startswith(key))
    assert invoke_release(book)
    said = capsys.readouterr().out
    assert f"manuscript/publication.toml:{line}: error[settings-are-filled-in]" in said
    assert f"{key} = " in said
    assert not (book / "build/release").exists()
