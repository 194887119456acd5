"""What cannot be read gives a finding at file and line, and leaves the editions alone.

``test_drafts`` has what is wrong and shown.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import build, complaint
from bindery.pipeline.check import check_own
from bindery.pipeline.freshness import fingerprint
from bindery.tools.run import Finished, run
from bindery.vocabulary.errors import PipelineError
from tests.built import SMALL, build_small_book, moved
from tests.once import Once
from tests.shelf import DRAWING, HOUSE, SETTINGS, write_book

pytestmark = pytest.mark.slow

GOOD = SMALL


@dataclass(frozen=True)
class Broken:
    """One way to be wrong, and the place and rule that say so."""

    where: str
    rule: str
    chapter: str = GOOD
    settings: str = SETTINGS
    files: dict[str, bytes] = field(default_factory=dict)


CHAPTER = "manuscript/chapters/01.md"
TOML = "manuscript/publication.toml"

BROKEN = {
    "no chapter": Broken(
        f"{TOML}:24",
        "reading-order-has-chapters",
        settings=SETTINGS.replace('["chapters/01.md"]', "[]"),
    ),
    "not UTF-8": Broken(
        f"{CHAPTER}:3",
        "chapter-is-utf8",
        files={"chapters/01.md": b"# R\xf8d\n".replace(b"R\xf8d", b"A\n\nR\xf8d")},
    ),
    "an empty publication.toml": Broken(f"{TOML}:1", "settings-are-valid", settings=""),
    "an unknown key": Broken(
        f"{TOML}:2", "settings-are-valid", settings=SETTINGS.replace("title =", "titel =", 1)
    ),
    "a wrong type": Broken(
        f"{TOML}:7", "settings-are-valid", settings=SETTINGS.replace('"1.0.0"', "1")
    ),
    "no TOML": Broken(f"{TOML}:2", "settings-are-valid", settings="[publication]\ntitle = \n"),
    "TOML that ends too soon": Broken(
        f"{TOML}:2", "settings-are-valid", settings="[publication]\ntitle = "
    ),
}


def _invoke(task: str, book: Path) -> Finished:
    command: list[str | Path] = [sys.executable, "-m", "invoke", "--search-root", HOUSE]
    return run([*command, task, "--book", book], env=os.environ | {"NO_COLOR": "1"})


@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
def test_it_is_said_where_and_nothing_is_touched(tmp_path: Path, broken: Broken) -> None:
    """The finding names file, line and rule; the editions that were there stay as they were."""
    old = tmp_path / "build" / "proevebok.pdf"
    old.parent.mkdir()
    old.write_bytes(b"the last good edition")
    book = write_book(tmp_path, broken.chapter, settings=broken.settings, files=broken.files)
    built = build(book)
    said = {(_line_of(str(f.location)), f.rule) for f in built.findings if f.severity == "error"}
    assert (broken.where, broken.rule) in said
    assert {rule for _, rule in said} == {broken.rule}
    assert built.outputs == ()
    assert old.read_bytes() == b"the last good edition"
    assert [path.name for path in old.parent.glob("*.*")] == ["proevebok.pdf"]


def _line_of(location: str) -> str:
    """A location without its column."""
    return ":".join(location.split(":")[:2])


@pytest.mark.slow
@pytest.mark.parametrize("task", ["build", "check"])
def test_the_command_ends_with_1_and_no_traceback(tmp_path: Path, task: str) -> None:
    """An author sees path, line, severity, rule and a hint, in the publication's language."""
    book = write_book(tmp_path, GOOD, files=BROKEN["not UTF-8"].files)
    finished = _invoke(task, book)
    assert finished.status == 1
    assert f"{CHAPTER}:3" in finished.stdout
    assert "feil[chapter-is-utf8]" in finished.stdout
    assert "Traceback" not in finished.stdout + finished.stderr


def test_a_build_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """What the author is not to blame for ends in one sentence, not a traceback."""
    book = write_book(tmp_path, GOOD)
    (book / "build").write_text("en fil", encoding="utf-8")
    with pytest.raises(PipelineError, match="Could not write to build/"):
        build(book)


def test_a_style_the_layout_does_not_understand_is_said(tmp_path: Path) -> None:
    """The edition is made, and its maker's complaint is told as a warning, each time."""
    book = write_book(tmp_path, GOOD)
    (book / "templates/print").mkdir(parents=True)
    sheet = book / "templates/print/print.css"
    sheet.write_text("p { color: red }\n\nq { colour: red }\n", encoding="utf-8")
    built = build(book)
    assert len(built.outputs) == 3
    assert [(f.rule, f.severity) for f in built.findings] == [("page-is-as-styled", "warning")]
    assert "colour" in built.findings[0].message.en
    assert str(built.findings[0].location) == "templates/print/print.css:3"
    again = build(book)
    assert again.unchanged
    assert again.findings == built.findings


def test_an_image_the_layout_does_not_understand_is_named() -> None:
    """The warning is at the image's file, not at an edition made of many."""
    remark = "Failed to load image at 'manuscript/figures/kart.svg': no drawing"
    assert str(complaint(Path("bok.pdf"), remark).location) == "manuscript/figures/kart.svg"
    assert str(complaint(Path("bok.pdf"), "Odd.").location) == "build/bok.pdf"


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("<p>{{ ukjent }}</p>", "ukjent"),
        ("{% if %}", "book.html.j2:1"),
        ("<p>", "mismatched|no elem"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ '%d' | format('x') }}", "number is required"),
    ],
)
def test_a_template_that_cannot_be_used_is_said(tmp_path: Path, template: str, says: str) -> None:
    """A book's own template with a mistake in it ends in one sentence that names it."""
    book = write_book(tmp_path, GOOD)
    (book / "templates/print").mkdir(parents=True)
    (book / "templates/print/book.html.j2").write_text(template, encoding="utf-8")
    with pytest.raises(PipelineError, match=says):
        build(book)


@pytest.mark.slow
def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    """A wrong ``--book`` is no traceback, and ends with 2."""
    finished = _invoke("build", tmp_path / "nei")
    assert finished.status == 2
    assert "--book" in finished.stderr
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize("outside", ["../../hemmelig.md", "/etc/hostname"])
def test_a_chapter_outside_the_manuscript_is_not_read(tmp_path: Path, outside: str) -> None:
    """Nothing outside the manuscript gets into an edition, by whatever path it is named."""
    book = write_book(tmp_path, GOOD, settings=SETTINGS.replace("chapters/01.md", outside))
    (tmp_path / "hemmelig.md").write_text("# Hemmelig\n", encoding="utf-8")
    text = (book / TOML).read_text(encoding="utf-8").replace('"chapters/01.md"', f'"{outside}"')
    (book / TOML).write_text(text, encoding="utf-8")
    assert {finding.rule for finding in build(book).findings} == {"chapter-is-there"}


def test_an_image_by_a_link_out_of_the_manuscript_is_not_read(tmp_path: Path) -> None:
    """A symbolic link does not lead out of the manuscript."""
    book = write_book(tmp_path, "# A\n\n![Kart](../figures/lenke.svg)\n")
    outside = tmp_path / "utenfor.svg"
    outside.write_text(DRAWING, encoding="utf-8")
    (book / "manuscript/figures").mkdir()
    (book / "manuscript/figures/lenke.svg").symlink_to(outside)
    folder = BookFolder(book)
    assert {finding.rule for finding in folder.faults} == {"image-is-in-the-manuscript"}
    assert [*folder.document.body.iter("img")] == []
    assert [*folder.document.pictures] == []


Fault = Callable[[Path], None]


def _remove_an_edition(book: Path) -> None:
    (book / "build/proevebok.epub").unlink()


def _change_a_chapter(book: Path) -> None:
    (book / CHAPTER).write_text("# Ny\n", encoding="utf-8")


def _add_a_template(book: Path) -> None:
    (book / "templates").mkdir()
    (book / "templates/tokens.css").write_text(":root { --ink: #000000 }", encoding="utf-8")


def test_an_unchanged_book_is_not_built_again(tmp_path: Path) -> None:
    """A book without a fault is made; then what is there is told again, and nothing written."""
    book = write_book(tmp_path, GOOD)
    first = build(book)
    assert len(first.outputs) == 3
    stamp = (book / "build/proevebok.pdf").stat().st_mtime_ns
    again = build(book)
    assert (first.unchanged, again.unchanged) == (False, True)
    assert again.outputs == first.outputs
    assert (book / "build/proevebok.pdf").stat().st_mtime_ns == stamp


@pytest.mark.parametrize("change", [_remove_an_edition, _change_a_chapter, _add_a_template])
def test_a_changed_book_is_built_again(once: Once, tmp_path: Path, change: Fault) -> None:
    """Any change of manuscript or templates, or a missing output, makes the editions anew."""
    book = moved(once("small", build_small_book), tmp_path)
    change(book)
    assert not build(book).unchanged
    assert build(book).unchanged


def test_a_template_in_a_linked_folder_is_an_ingredient(tmp_path: Path) -> None:
    """What a link leads to is what the editions are made of, and a link in a ring leads nowhere."""
    book = write_book(tmp_path / "bok", GOOD)
    elsewhere = tmp_path / "felles"
    elsewhere.mkdir()
    (elsewhere / "tokens.css").write_text("/* en */", encoding="utf-8")
    (book / "templates").mkdir()
    (book / "templates/print").symlink_to(elsewhere)
    (elsewhere / "ring").symlink_to(elsewhere)
    before = fingerprint(book)
    (elsewhere / "tokens.css").write_text("/* to */", encoding="utf-8")
    assert fingerprint(book) != before
    (book / "templates/igjen").symlink_to(elsewhere)
    both = fingerprint(book)
    (book / "templates/igjen").unlink()
    assert fingerprint(book) != both


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("screen.css", "/* æ */".encode("latin-1"), "screen.css"),
        ("fonts/Andika-Regular.ttf", b"not a typeface", "Andika-Regular.ttf"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    """A style saved in another encoding and a broken typeface end in one sentence."""
    book = write_book(tmp_path, GOOD)
    path = book / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(PipelineError, match=says):
        build(book)


def test_a_folder_where_a_file_should_be_is_a_finding(tmp_path: Path) -> None:
    """The settings and the record of an evaluation are files."""
    book = write_book(tmp_path, GOOD)
    (book / "manuscript/evaluation.toml").mkdir()
    (finding,) = build(book).findings
    assert (finding.rule, str(finding.location)) == (
        "evaluation-is-valid",
        "manuscript/evaluation.toml",
    )


def test_a_check_tells_all_that_stands_in_the_way(tmp_path: Path) -> None:
    """What stops a build is not all that its author has to mend."""
    book = write_book(tmp_path, "# A\n\n[her](htps://feil.no)\n\n![](../figures/kart.svg)\n")
    built = {finding.rule for finding in build(book).findings}
    checked = {finding.rule for finding in check_own(book).findings}
    assert "image-has-alt-text" in checked - built
    assert built < checked
