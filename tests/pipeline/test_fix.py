"""What a machine may mend is mended in the manuscript, and nothing else is touched."""

from bindery.pipeline.fix import changed
from bindery.vocabulary.findings import Finding, Fix, Location, Severity
from bindery.vocabulary.text import verbatim

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
