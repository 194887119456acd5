"""What a machine may mend is mended in the manuscript, and nothing else is touched."""

from pathlib import Path

import pytest

from bindery.pipeline.build import build
from bindery.pipeline.fix import changed, fix
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.shelf import write_book

pytestmark = pytest.mark.slow

NOTHING = verbatim("")


def found(line: int, column: int, old: str, new: str) -> Finding:
    """A finding with a fix."""
    place = Location("manuscript/chapters/01.md", line, column)
    return Finding("a-rule", Severity.WARNING, place, NOTHING, NOTHING, Fix(place, old, new))


def test_changes_are_made_where_they_stand() -> None:
    """Several on a line, in any order; lines end as they did."""
    text = "# T\r\n\r\nEn - to - tre.\r\n"
    findings = [found(3, 9, "-", "–"), found(3, 4, "-", "–")]
    assert changed(text, findings) == (
        "# T\r\n\r\nEn – to – tre.\r\n",
        (findings[1], findings[0]),
    )


def test_a_change_over_several_lines_keeps_their_ends() -> None:
    """A list that is marked as one in a file from another system stays one with that file."""
    text = "– a\r\n– b\r\n"
    assert changed(text, [found(1, 1, "– a\n– b", "- a\n- b")])[0] == "- a\r\n- b\r\n"


def test_what_is_not_there_is_not_changed() -> None:
    """A change whose words are not at its place is left, and not told as done."""
    assert changed("# T\n", [found(1, 1, "x", "y")]) == ("# T\n", ())


def test_changes_that_overlap_wait_for_each_other() -> None:
    """One is made; the other, if it is still needed, in the next round."""
    text, done = changed("a  b", [found(1, 2, "  ", " "), found(1, 1, "a ", "A ")])
    assert (text, len(done)) == ("a b", 1)


def test_a_byte_order_mark_is_no_column() -> None:
    """Columns count what an author sees."""
    text = "\N{ZERO WIDTH NO-BREAK SPACE}a - b\n"
    assert changed(text, [found(1, 3, "-", "–")])[0] == text.replace("-", "–")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_lines_end_as_they_did(tmp_path: Path, end: str) -> None:
    """A chapter from any system is read line by line, mended, and stays one of that system."""
    lines = ("# T", "", "En - to.", "", "– tau", "– kniv", "– votter", "")
    book = write_book(tmp_path, end.join(lines))
    assert {(one.location.line, one.rule) for one in fix(book)} == {
        (3, "dash-is-a-dash"),
        (5, "list-is-marked-as-list"),
    }
    mended = end.join(("# T", "", "En – to.", "", "- tau", "- kniv", "- votter", "")).encode()
    assert (book / "manuscript/chapters/01.md").read_bytes() == mended
    assert [one.rule for one in build(book).findings] == ["summary-has-content"]


def test_lines_that_end_in_many_ways_keep_their_ends() -> None:
    """Each line keeps its own end, and one more gets that of the last of them."""
    text = "# T\r\r\n– a\n– b\r– c\r\nd - e\n"
    findings = [found(3, 1, "– a\n– b\n– c", "- a\n- b\n- c\n"), found(6, 3, "-", "–")]
    assert changed(text, findings)[0] == "# T\r\r\n- a\n- b\r- c\r\r\nd – e\n"


def test_a_change_where_there_is_no_line_is_left() -> None:
    """A place beyond the last line is one where the words are not."""
    assert changed("# T", [found(9, 1, "x", "y")]) == ("# T", ())


def test_a_linked_chapter_stays_a_link(tmp_path: Path) -> None:
    """The file that a link leads to is mended, and those who could read it still can."""
    book = write_book(tmp_path, "# T\n\nEn - to.\n")
    chapter = book / "manuscript/chapters/01.md"
    real = chapter.rename(book / "manuscript/tekst.md")
    real.chmod(0o640)
    chapter.symlink_to("../tekst.md")
    assert len(fix(book)) == 1
    assert chapter.is_symlink()
    assert real.read_text(encoding="utf-8") == "# T\n\nEn – to.\n"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in real.parent.iterdir()) == [
        "chapters",
        "publication.toml",
        "tekst.md",
    ]
