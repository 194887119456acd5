"""A newer version of a source is imported beside the publication, and nothing is written over."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.importing.again import Again, import_again
from bindery.importing.answers import Answers
from bindery.importing.imported import import_source
from bindery.vocabulary.errors import PipelineError
from tests.importing import word as w
from tests.importing.word import Word

DAY = date(2026, 12, 1)


def report(**texts: str) -> bytes:
    """A report with a chapter for each of ``texts``."""
    body = [
        paragraph
        for title, text in texts.items()
        for paragraph in (w.paragraph(title, style="Heading1"), w.paragraph(text))
    ]
    return Word(*body, title="Rapport").content()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A publication of three chapters, imported once."""
    source = tmp_path / "rapport.docx"
    source.write_bytes(report(Mål="Vi vil bygge.", Funn="Fire skoler.", Veien="Den er lang."))
    import_source(tmp_path / "bok", source, Answers(publisher="Nordvik"), "nb")
    return tmp_path / "bok"


def again(book: Path, **texts: str) -> Again:
    """The import of another version."""
    source = book.parent / "rapport-2.docx"
    source.write_bytes(report(**texts))
    return import_again(book, source, Answers(), "nb", DAY)


def digests(folder: Path) -> dict[str, str]:
    """Every file of the publication that an author may have changed."""
    files = (path for path in (folder / "manuscript").rglob("*") if path.is_file())
    return {str(path): sha256(path.read_bytes()).hexdigest() for path in files}


def test_what_is_new_and_what_was_changed_is_told(book: Path) -> None:
    """By chapter: as last time, changed, changed on both sides, new, gone, removed."""
    chapters = book / "manuscript/chapters"
    funn = chapters / "02-funn.md"
    funn.write_text(funn.read_text("utf-8") + "\nMitt eget.\n", encoding="utf-8")
    before = digests(book)
    made = again(book, Forord="Hei.", Mål="Vi vil rive.", Funn="Fem skoler.")
    assert digests(book) == before
    assert [one.en for one in made.told] == [
        "import/2026-12-01/manuscript/chapters/01-forord.md: a new chapter.",
        "import/2026-12-01/manuscript/chapters/02-mal.md: changed in the source."
        " You have not changed manuscript/chapters/01-mal.md.",
        "import/2026-12-01/manuscript/chapters/03-funn.md: changed in the source."
        " You have changed manuscript/chapters/02-funn.md, too.",
        "manuscript/chapters/03-veien.md: is no longer in the source.",
        "See what is new: git diff --no-index manuscript/chapters/01-mal.md"
        " import/2026-12-01/manuscript/chapters/02-mal.md",
    ]


def test_it_is_compared_with_the_import_before(book: Path) -> None:
    """The third import is compared with the second; two on a day have folders of their own."""
    texts = {"Mål": "Vi vil rive.", "Funn": "Fire skoler.", "Veien": "Den er lang."}
    first = again(book, **texts)
    assert [one.en for one in first.told][1:2] == ["As last time: 2 chapters."]
    second = again(book, **texts)
    assert (first.at, second.at) == ("import/2026-12-01", "import/2026-12-01_2")
    assert [one.en for one in second.told] == ["As last time: 3 chapters."]
    (book / "manuscript/chapters/01-mal.md").unlink()
    third = again(book, **(texts | {"Mål": "Ingenting."}))
    assert third.told[0].en.endswith("You have removed manuscript/chapters/01-mal.md.")


def test_it_is_the_same_publication(book: Path) -> None:
    """Title, language and publisher are those that the author has written."""
    settings = book / "manuscript/publication.toml"
    text = settings.read_text("utf-8").replace('title = "Rapport"', 'title = "Skolene våre"')
    settings.write_text(text, encoding="utf-8")
    made = again(book, Mål="Vi vil bygge.")
    new = (book / made.at / "manuscript/publication.toml").read_text("utf-8")
    assert 'title = "Skolene våre"' in new
    assert 'publisher = "Nordvik"' in new


def test_what_was_not_imported_is_not_imported_again(tmp_path: Path) -> None:
    """Nor is a folder that is not there."""
    source = tmp_path / "rapport.docx"
    source.write_bytes(report(Mål="Vi vil bygge."))
    for folder in (tmp_path / "tom", tmp_path / "ikke-der"):
        (tmp_path / "tom").mkdir(exist_ok=True)
        with pytest.raises(PipelineError, match="was not made with bindery new --from"):
            import_again(folder, source, Answers(), "nb", DAY)


@pytest.mark.parametrize("note", ["", "[", "[]", '{"chapters": 3}', '{"chapters": {"a": 1}}'])
def test_a_note_that_cannot_be_read_says_nothing(book: Path, note: str) -> None:
    """All chapters are then new."""
    (book / "import/import.json").write_text(note, encoding="utf-8")
    made = again(book, Mål="Vi vil bygge.")
    assert made.told[0].en.endswith("01-mal.md: a new chapter.")


def test_the_command_says_what_differs(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the language that is asked for, with the report on the new import."""
    source = book.parent / "ny.docx"
    source.write_bytes(report(Mål="Vi vil rive."))
    tasks.new.body(Context(), str(book), from_=str(source), again=True, lang="nb")
    told = capsys.readouterr().out
    assert "Ingenting i manuscript/ er endret." in told
    assert "01-mal.md: endret i kilden. Du har ikke endret manuscript/chapters/01-mal.md." in told
    assert "Tapt uten å være nevnt: 0" in told


def test_it_needs_a_source(book: Path) -> None:
    """Which version it is can only be said."""
    with pytest.raises(Exit):
        tasks.new.body(Context(), str(book), again=True, lang="en")
