"""What is new among findings, what is kept in memory, and that only the newest work counts."""

from threading import Event

from bindery.pipeline.watch.in_terminal import Lines
from bindery.pipeline.watch.lane import Lane
from bindery.pipeline.watch.memory import InMemory
from bindery.pipeline.watch.state import Board, Difference, State, difference
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, verbatim


def finding(rule: str, line: int, severity: Severity = Severity.ERROR) -> Finding:
    """A finding of ``rule`` in a chapter."""
    place = Location("manuscript/chapters/01.md", line)
    return Finding(rule, severity, place, verbatim(f"Wrong: {rule}"), verbatim("Fix it."))


def test_a_moved_line_is_no_news() -> None:
    """The same finding further down is not new; a second one of its kind is; a third is gone."""
    before = [finding("a", 1), finding("b", 2), finding("c", 3)]
    now = [finding("a", 11), finding("a", 12), finding("b", 13)]
    assert difference(before, now) == Difference(frozenset({1}), 1)


def test_findings_of_pages_are_not_told_twice() -> None:
    """What rules and pages both find is one finding, in reading order."""
    same, first = finding("a", 5), finding("b", 1)
    assert State(by_rules=(same,), by_pages=(same, first)).findings == (first, same)


def test_what_cannot_be_read_is_all_that_is_told() -> None:
    """Trouble replaces the findings of the reading before, and none of it is called new."""
    state = State(by_rules=(finding("a", 1),), before=(), trouble=(finding("toml", 1),))
    assert [one.rule for one in state.findings] == ["toml"]
    assert state.is_behind
    assert state.difference() == Difference()


def test_a_listener_is_told_of_each_change_while_it_listens() -> None:
    """After the context, nobody is told."""
    board, seen = Board(), []
    with board.told(lambda: seen.append(board.state.title)):
        board.change(title="En")
        board.change(title="To")
    board.change(title="Tre")
    assert seen == ["En", "To"]
    assert board.state.version == 3


def test_the_terminal_is_told_once() -> None:
    """A reading is one line, and so is the reason why one cannot be shown."""
    said: list[str] = []
    lines = Lines(lambda text: said.append(text.en))
    lines.begun("http://127.0.0.1:1/x/")
    judged = State(judged=1, by_rules=(finding("a", 1), finding("b", 2, Severity.WARNING)))
    trouble = State(judged=1, trouble=(finding("toml", 3),))
    why = Text(nb="Mappen er borte.", en="The folder is gone.")
    stopped = State(judged=1, stopped=PipelineError(why, why))
    for state in (State(), judged, judged, trouble, trouble, stopped, judged):
        lines.told(state, "12:00:00")
    assert "http://127.0.0.1:1/x/" in said[0]
    assert said[1:] == [
        "12:00:00 Read: 1 error and 1 warning in the manuscript.",
        "12:00:00 The page shows the edition before: manuscript/chapters/01.md:3 Wrong: toml",
        "12:00:00 The page shows the edition before: The folder is gone.",
    ]


def test_what_was_not_asked_for_longest_is_forgotten() -> None:
    """The memory has an end, and what cannot be in it forgets nothing else."""
    memory = InMemory(most=10)
    memory.keep("a", b"1234")
    memory.keep("b", b"1234")
    assert memory.recall("a") == b"1234"
    memory.keep("c", b"1234")
    memory.keep("d", b"12345678901")
    assert [memory.recall(key) for key in "abcd"] == [b"1234", None, b"1234", None]


def test_what_the_last_build_kept_is_recalled() -> None:
    """It is asked for once, and nothing is kept there."""
    before = InMemory()
    before.keep("a", b"built")
    memory = InMemory(before)
    memory.keep("b", b"new")
    assert memory.recall("a") == b"built"
    assert before.recall("b") is None


def test_only_the_newest_work_is_done() -> None:
    """What waited when something newer was asked for is left out."""
    begun, go, done = Event(), Event(), []
    lane = Lane("test")

    def first() -> None:
        begun.set()
        go.wait()
        done.append("first")

    lane.ask(first)
    begun.wait()
    lane.ask(lambda: done.append("second"))
    assert lane.has_newer
    lane.ask(lambda: done.append("third"))
    assert not lane.rest(0)
    go.set()
    assert lane.rest(10)
    lane.end()
    assert done == ["first", "third"]
