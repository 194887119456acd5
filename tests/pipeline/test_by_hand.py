"""What somebody has changed in ``build/`` is told and kept, until a rebuild is asked for."""

from pathlib import Path

import pytest
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.pipeline import release as release_module
from bindery.pipeline.build import Built, build
from bindery.pipeline.check import Checked, check_own, subjects_of
from bindery.pipeline.check_edition import check_edition
from bindery.pipeline.in_a_task import COULD_NOT_WORK, FOUND_SOMETHING
from bindery.pipeline.last_build import NOTE
from bindery.vocabulary.checker import CHANGED_BY_HAND
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.keeping import Keeper
from tests.built import build_small_book, moved
from tests.once import Once
from tests.shelf import SETTINGS, write_book
from tests.test_api import edited

pytestmark = pytest.mark.slow

EPUB = "build/proevebok.epub"
CHAPTER = "manuscript/chapters/01.md"


@pytest.fixture
def book(once: Once, tmp_path: Path) -> Path:
    """A book that is built."""
    return moved(once("small", build_small_book), tmp_path / "book")


@pytest.fixture
def touched(book: Path) -> Path:
    """A book in whose e-book somebody has written another word."""
    edited(book / EPUB, book / "ny.epub", "Tekst.", "Noe annet.")
    (book / "ny.epub").replace(book / EPUB)
    return book


def rules(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """The rule and severity of each finding."""
    return {(one.rule, one.severity.value) for one in findings}


def test_a_build_keeps_and_tells(touched: Path) -> None:
    """The file stays as it is, the others count as built, and a warning names the file."""
    changed = (touched / EPUB).read_bytes()
    built = build(touched)
    assert rules(built.findings) == {("edition-is-as-built", "warning")}
    assert {str(one.location) for one in built.findings} == {EPUB}
    assert built.unchanged
    assert {*built.touched} == {touched / EPUB}
    assert [one.size for one in built.outputs if one.path.suffix == ".epub"] == [len(changed)]
    assert (touched / EPUB).read_bytes() == changed


def test_a_build_that_would_overwrite_it_makes_nothing(touched: Path) -> None:
    """If the manuscript has changed too, all editions stay, so that none is of another time."""
    before = {path: path.read_bytes() for path in (touched / "build").glob("*.*")}
    (touched / CHAPTER).write_text("# Ny\n\n::: key-message\nOrd.\n:::\n", encoding="utf-8")
    built = build(touched)
    assert built.outputs == ()
    assert rules(built.findings) == {("edition-is-not-overwritten", "error")}
    assert {path: path.read_bytes() for path in (touched / "build").glob("*.*")} == before
    assert not build(touched, rebuild=True).findings
    assert (touched / EPUB).read_bytes() != before[touched / EPUB]


def test_a_rebuild_makes_it_again(touched: Path, once: Once) -> None:
    """Also where nothing but the file has changed."""
    assert not build(touched, rebuild=True).unchanged
    assert (touched / EPUB).read_bytes() == (once("small", build_small_book) / EPUB).read_bytes()
    assert build(touched).unchanged


def test_a_file_of_somebody_elses_is_not_overwritten(book: Path) -> None:
    """An edition that is asked for later does not replace a file that bindery has not made."""
    (book / "build/proevebok-pdf20.pdf").write_bytes(b"mine")
    settings = f"{SETTINGS}\n[editions.pdf20]\nenabled = true\n"
    (book / "manuscript/publication.toml").write_text(settings, encoding="utf-8")
    assert rules(build(book).findings) == {("edition-is-not-overwritten", "error")}
    assert (book / "build/proevebok-pdf20.pdf").read_bytes() == b"mine"


def test_one_that_is_changed_during_a_build_is_kept(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build takes time, and somebody may save the file meanwhile."""
    from bindery.pipeline import build as build_module

    made = build_module._make

    def changing(*given: object) -> object:
        (book / EPUB).write_bytes(b"mine")
        return made(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(build_module, "_make", changing)
    (book / CHAPTER).write_text("# Ny\n\n::: key-message\nOrd.\n:::\n", encoding="utf-8")
    assert rules(build(book).findings) == {("edition-is-not-overwritten", "error")}
    assert (book / EPUB).read_bytes() == b"mine"


def test_a_check_checks_it_as_it_is(touched: Path) -> None:
    """What the hand has made wrong is found, and bindery is not said to have made it wrong."""
    checked = check_own(touched)
    assert ("edition-is-as-built", "warning") in rules(checked.findings)
    wrong = [one for one in checked.findings if one.rule.startswith("edition-says")]
    assert any("Noe annet" in one.message.nb for one in wrong)
    assert all(CHANGED_BY_HAND.nb in one.hint.nb for one in wrong)
    assert all(CHANGED_BY_HAND.en in one.hint.en for one in wrong)
    assert not any("men bindery laget" in one.hint.nb for one in checked.findings)


def test_as_built_the_makers_are_named(book: Path) -> None:
    """The same fault in a file that nobody has changed is bindery's: the test above can fail."""
    built = build(book)
    assert {subject.altered for subject in subjects_of(built)} == {False}
    edited(book / EPUB, book / "ny.epub", "Tekst.", "Noe annet.")
    (book / "ny.epub").replace(book / EPUB)
    checked = _checked_as_if_built(book, built)
    assert any("men bindery laget" in one.hint.nb for one in checked.findings)


def _checked_as_if_built(book: Path, built: Built) -> Checked:
    from bindery.pipeline import check as check_module

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(check_module, "build", lambda *_, **__: built)
        return check_own(book)


def test_a_release_is_refused(touched: Path) -> None:
    """What goes out is what was built."""
    released = release_module.release(touched)
    assert released.files == ()
    assert rules(released.checked.findings) == {("edition-is-not-overwritten", "error")}


def test_an_edition_can_be_checked_alone(
    touched: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``check --edition`` finds what is wrong in a file anywhere, and builds nothing."""
    file = (touched / EPUB).rename(tmp_path / "Retur (1).EPUB")
    before = {path: path.stat().st_mtime_ns for path in touched.rglob("*")}
    checked = check_edition(file, touched, outside=False)
    assert {one.rule for one in checked.findings} == {"edition-says-what-the-manuscript-says"}
    assert not any("makers" in one.hint.en for one in checked.findings)
    with pytest.raises(Exit) as ended, pytest.MonkeyPatch.context() as patched:
        patched.setattr("bindery.pipeline.examine.CHECKERS", ())
        tasks.check.body(Context(), book=str(touched), lang="en", edition=str(file))
    assert ended.value.code == FOUND_SOMETHING
    said = capsys.readouterr().out
    assert "edition-says-what-the-manuscript-says" in said
    assert "Errors: 2. Warnings: 0. Not run: 0.\n" in said
    assert {path: path.stat().st_mtime_ns for path in touched.rglob("*")} == before


def test_an_edition_as_it_was_built_is_bindery_s_own(book: Path) -> None:
    """A file that is byte for byte what the last build made may be blamed on bindery."""
    (book / NOTE).unlink()
    assert check_edition(book / EPUB, book, outside=False).findings == ()


@pytest.mark.parametrize("option", ["fix", "rebuild"])
def test_an_edition_is_not_checked_and_changed(
    book: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    """``--edition`` is about the file as it is."""
    with pytest.raises(Exit) as ended:
        tasks.check.body(Context(), book=str(book), lang="en", edition=EPUB, **{option: True})
    assert ended.value.code == COULD_NOT_WORK
    assert "--edition" in capsys.readouterr().err


def test_a_pdf_2_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    """Whatever a file that comes back is called, it is judged by the standards it is made for."""
    from bindery.pipeline.check_edition import _edition

    for version, name in (("1.7", "pdf"), ("2.0", "pdf20")):
        file = tmp_path / f"retur{name}.pdf"
        file.write_bytes(f"%PDF-{version}\n".encode())
        assert _edition(file).name == name


def test_what_is_written_and_undone_during_a_build_is_built_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editions have the words that were there for a moment, and are not called unchanged."""
    from bindery.manuscript import load as loading

    book = write_book(tmp_path, "# Tittel\n\nTekst.\n")
    load = loading.load

    def changing(folder: Path, *keeper: Keeper) -> object:
        before = (book / CHAPTER).read_bytes()
        (book / CHAPTER).write_text("# Tittel\n\nBare et øyeblikk.\n", encoding="utf-8")
        loaded = load(folder, *keeper)
        (book / CHAPTER).write_bytes(before)
        return loaded

    with monkeypatch.context() as patched:
        patched.setattr(loading, "load", changing)
        build(book)
    once = (book / EPUB).read_bytes()
    assert not build(book).unchanged
    assert (book / EPUB).read_bytes() != once
    assert build(book).unchanged
