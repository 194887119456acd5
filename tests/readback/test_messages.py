"""How many findings an author gets for one line of the manuscript."""

from bindery.readback.messages import MOST_AT_ONE_LINE, SAYS, Near, fewer
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import verbatim


def lost(number: int, line: int) -> Finding:
    """A finding that a cell of the table at ``line`` is lost."""
    near = Near(Location("manuscript/01-tabell.md", line), verbatim("PDF-en"))
    return SAYS.broken(near, verbatim(f"Celle {number}"))


def test_a_line_with_many_faults_of_a_kind_gets_five_findings_and_their_number() -> None:
    """A table whose cells are all lost is not as many findings as it has cells."""
    cells = [lost(number, line=7) for number in range(1, 9)]
    elsewhere = lost(9, line=8)
    assert [one.message.en for one in fewer([*cells, elsewhere])] == [
        *(f"Celle {number}" for number in range(1, 6)),
        "The same applies to 3 more places here.",
        "Celle 9",
    ]
    assert MOST_AT_ONE_LINE == 5


def test_five_findings_are_all_written_out() -> None:
    """No number is added where nothing is left out, and none is written twice."""
    cells = [lost(number, line=7) for number in range(1, 6)]
    assert list(fewer([*cells, *cells])) == cells
