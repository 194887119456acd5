"""Names that files have and authors do not see: every command says so, and none breaks on them."""

import os
from collections.abc import Callable
from errno import EACCES
from pathlib import Path
from typing import Any

import pytest

from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import build
from bindery.pipeline.check import check
from bindery.pipeline.fix import fix
from bindery.pipeline.freshness import fingerprint
from bindery.rules.judge import judge
from bindery.rules.manuscript import RULES
from bindery.vocabulary.errors import PipelineError
from tests.shelf import DRAWING, SETTINGS, write_book

pytestmark = pytest.mark.slow

GOOD = "# Tittel\n\nTekst.\n"

UNREADABLE = {
    b"figures/r\xf8d.svg": r"manuscript/figures/r\xf8d.svg",
    b"notat r\xf8d.txt": r"manuscript/notat r\xf8d.txt",
    b"r\xf8d/ett.svg": r"manuscript/r\xf8d",
    b"figures/to\nlinjer.svg": r"manuscript/figures/to\nlinjer.svg",
    b"figures/\x1b[31m.svg": r"manuscript/figures/\x1b[31m.svg",
    "figures/to\u2028linjer.svg".encode(): r"manuscript/figures/to\u2028linjer.svg",
}
"""Names as the disk has them, and as an author is told of them."""


def _put(folder: Path, name: bytes) -> None:
    path = os.fsencode(folder) + b"/" + name
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - a Path is text
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(DRAWING.encode())


@pytest.mark.parametrize(("name", "told"), UNREADABLE.items(), ids=UNREADABLE.values())
def test_a_name_nobody_can_write_is_said(tmp_path: Path, name: bytes, told: str) -> None:
    """The file is named so that it can be printed, in every report, and the author renames it."""
    book = write_book(tmp_path, GOOD)
    _put(book / "manuscript", name)
    assert fix(book) == ()
    for findings in (build(book).findings, check(book).findings):
        ((rule, place),) = {(one.rule, str(one.location)) for one in findings}
        assert (rule, place) == ("file-name-is-text", told)
        assert "".join(f"{one.message.nb}{one.hint.nb}" for one in findings).isprintable()
    for report in ("findings.sarif", "junit.xml"):
        assert "file-name-is-text" in (book / "build/reports" / report).read_text(encoding="utf-8")


def test_what_the_system_hides_is_nobody_s_to_rename(tmp_path: Path) -> None:
    """The file in which macOS keeps a folder's own icon is not seen by the author."""
    book = write_book(tmp_path, GOOD)
    _put(book / "manuscript", b"figures/Icon\r")
    assert load(book).findings == ()
    _put(book / "manuscript", b"figures/Ikon\r")
    assert [one.rule for one in load(book).findings] == ["file-name-is-text"]


@pytest.mark.parametrize("name", ["blå øy æ.svg", "日本 ‑ é.svg", "a\N{NO-BREAK SPACE}b.svg"])
def test_a_name_in_any_script_can_be_written(tmp_path: Path, name: str) -> None:
    """UTF-8 is enough: letters, signs and spaces of every kind are names."""
    book = write_book(tmp_path, GOOD)
    _put(book / "manuscript", f"figures/{name}".encode())
    assert load(book).findings == ()


def test_a_name_in_the_templates_is_nobody_s_concern(tmp_path: Path) -> None:
    """No edition tells of a template's name, and each is a part of what a build is made of."""
    book = write_book(tmp_path, GOOD)
    before = fingerprint(book)
    _put(book / "templates", b"r\xf8d.css")
    assert fingerprint(book) != before
    assert load(book).findings == ()


def test_a_folder_with_a_name_nobody_can_write_is_said(tmp_path: Path) -> None:
    """Where no edition can be made, that is said in a sentence that can be printed."""
    book = write_book(tmp_path / os.fsdecode(b"b\xf8ker"), GOOD)
    for work in (build, check, fix):
        with pytest.raises(PipelineError, match="not written in UTF-8") as raised:
            work(book)
        assert r"b\xf8ker" in raised.value.what.nb


@pytest.mark.parametrize("place", ["manuscript/laast", "manuscript/chapters/01.md"])
def test_what_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """A folder or a file that is another's alone stops the work in a sentence that names it."""
    book = write_book(tmp_path, GOOD)
    (book / "manuscript/laast").mkdir()

    def guarded(method: Callable[[Path], Any]) -> Callable[[Path], Any]:
        def asked(path: Path) -> Any:
            if path == book / place:
                raise PermissionError(EACCES, "Permission denied")
            return method(path)

        return asked

    monkeypatch.setattr(os, "scandir", guarded(os.scandir))
    monkeypatch.setattr(Path, "read_bytes", guarded(Path.read_bytes))
    for work in (build, check, fix):
        with pytest.raises(PipelineError, match="cannot be read: Permission denied") as raised:
            work(book)
        assert place in raised.value.what.nb


NO_FILE = {"a NUL": "a%00b", "more than a disk allows": "a" * 300, "a link to itself": "ring/a"}
"""What no file can be called, or be found by."""


@pytest.mark.parametrize("name", NO_FILE.values(), ids=NO_FILE)
def test_an_image_that_cannot_be_is_not_there(tmp_path: Path, name: str) -> None:
    """An address that no disk could have leads to no image, and the author is told."""
    book = write_book(tmp_path, f"# Tittel\n\n![Kart over kysten]({name}.svg)\n")
    (book / "manuscript/chapters/ring").symlink_to("ring")
    folder = BookFolder(book)
    (finding,) = folder.faults
    assert (finding.rule, finding.location.line) == ("image-is-there", 3)
    assert "Kart over kysten" in "".join(map(str, folder.document.body.itertext()))
    assert finding.message.nb.isprintable()


@pytest.mark.parametrize("name", [r"a\u0000b", "a" * 300, "ring/a", r"a\nb"])
def test_a_chapter_that_cannot_be_is_not_there(tmp_path: Path, name: str) -> None:
    """A path that no disk could have leads to no chapter, and the author is told on one line."""
    book = write_book(tmp_path, GOOD)
    (book / "manuscript/chapters/ring").symlink_to("ring")
    settings = SETTINGS.replace("chapters/01.md", f"chapters/{name}.md")
    (book / "manuscript/publication.toml").write_text(settings, encoding="utf-8")
    (finding,) = build(book).findings
    assert finding.rule == "chapter-is-there"
    assert finding.message.nb.isprintable()


def test_an_image_in_a_linked_folder_is_there(tmp_path: Path) -> None:
    """A folder of the manuscript may be reached by a link within the manuscript."""
    book = write_book(tmp_path, "# Tittel\n\n![Kart over kysten](figurer/kart.svg)\n")
    _put(book / "manuscript", b"figures/kart.svg")
    (book / "manuscript/chapters/figurer").symlink_to("../figures")
    publication = load(book).publication
    assert publication is not None
    drafting = [rule for rule in RULES if rule.makes_draft]
    told = judge(read_source(publication), drafting)
    assert [finding for one in told for finding in one.findings] == []


DECOMPOSED = "bla\N{COMBINING RING ABOVE}ba\N{COMBINING DIAERESIS}r"
COMPOSED = "blåbär"


@pytest.mark.parametrize(
    ("on_disk", "told"), [(DECOMPOSED, COMPOSED), (COMPOSED, DECOMPOSED)], ids=["disk", "text"]
)
def test_letters_composed_in_two_ways_are_the_same_name(
    tmp_path: Path, on_disk: str, told: str
) -> None:
    """A file from macOS or an archive is the one that its name looks like, everywhere."""
    text = f"# Tittel\n\n![Kart over kysten](../figures/{told}.svg) og [neste]({told}.md).\n"
    book = write_book(tmp_path, text)
    _put(book / "manuscript", f"figures/{on_disk}.svg".encode())
    other = book / "manuscript/chapters" / f"{on_disk}.md"
    other.write_text("# Bær\n\nTekst  her.\n", encoding="utf-8")
    settings = SETTINGS.replace('"chapters/01.md"', f'"chapters/01.md", "chapters/{told}.md"')
    (book / "manuscript/publication.toml").write_text(settings, encoding="utf-8")
    publication = load(book).publication
    assert publication is not None
    names = {*publication.images, publication.chapters[1].path}
    assert names == {f"manuscript/figures/{COMPOSED}.svg", f"manuscript/chapters/{COMPOSED}.md"}
    drafting = [rule for rule in RULES if rule.makes_draft or rule.name == "image-file-is-used"]
    told_of = judge(read_source(publication), drafting)
    assert [finding for one in told_of for finding in one.findings] == []
    assert [one.rule for one in fix(book)] == ["one-space-between-words"]
    assert other.read_text(encoding="utf-8") == "# Bær\n\nTekst her.\n"
    document = read_document(publication)
    (image,), (link,) = document.body.iter("img"), document.body.iter("a")
    assert (image.get("src"), link.get("href")) == (
        f"manuscript/figures/{COMPOSED}.svg",
        "#kapittel-2",
    )


def test_two_files_with_the_same_name_are_told(tmp_path: Path) -> None:
    """Nobody can see which of them a chapter means."""
    book = write_book(tmp_path, GOOD)
    for name in (COMPOSED, DECOMPOSED):
        _put(book / "manuscript", f"figures/{name}.svg".encode())
    (finding,) = load(book).findings
    assert str(finding.location) == f"manuscript/figures/{COMPOSED}.svg"


def test_a_name_with_other_capitals_is_found(tmp_path: Path) -> None:
    """As Windows and macOS find it, on every machine; the author is told."""
    book = write_book(tmp_path, "# Tittel\n\n![Kart over kysten](../figures/KART.SVG)\n")
    _put(book / "manuscript", b"figures/kart.svg")
    folder = BookFolder(book)
    assert folder.faults == ()
    (image,) = folder.document.body.iter("img")
    assert image.get("src") == "manuscript/figures/kart.svg"
