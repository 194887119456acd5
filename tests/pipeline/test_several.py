"""Many publications: each is built as if it were alone, and told of on a line."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from benchmarks.dask_cluster import PATIENCE, cluster
from bindery.pipeline import several
from bindery.pipeline.build import build
from bindery.pipeline.house_list import build_list, named_books
from bindery.pipeline.several import BookBuilt, Order, books_below, build_several
from bindery.reports.table_of_books import found_lines, stopped_lines, summary_line, table
from bindery.tools import dask
from bindery.tools.crews import Crew, Done, Item, Result, ThisMachine
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import verbatim
from tests.shelf import write_book

CHAPTER = "# Om broer\n\n::: key-message\nBroer bærer.\n:::\n\nEn bro går over *vann*.\n"
BROKEN = {"chapters/01.md": b"# R\xf8d\n"}

EPOCH = "SOURCE_DATE_EPOCH"


class Called:
    """A crew of this very process, which notes what it is asked for."""

    at_once = 2

    def __init__(self) -> None:
        self.orders: list[Order] = []

    def each_done(
        self, work: Callable[[Item, int], Result], items: Sequence[Item], preload: str
    ) -> Iterator[Done[Result]]:
        """Answer in reverse order. The first publication is lost with its process."""
        assert preload == "bindery.pipeline.build"
        orders = cast(Sequence[Order], items)
        self.orders += orders
        for number, order in reversed([*enumerate(orders)]):
            if number == 0:
                yield Done(number, PipelineError(verbatim("lost"), verbatim("again")))
            else:
                built = cast(Result, BookBuilt(Path(order.book), ("pdf",)))
                yield Done(number, built, "tcp://there")


def contents(book: Path) -> dict[str, bytes]:
    """The editions by name."""
    return {path.name: path.read_bytes() for path in (book / "build").iterdir() if path.is_file()}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The editions of the publication, built by itself in this process, as of another day."""
    book = write_book(tmp_path_factory.mktemp("alone"), CHAPTER)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(EPOCH, "1700000000")
        assert build(book).outputs
    return contents(book)


@pytest.fixture(params=["here", "dask"])
def crew(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Crew]:
    """Two processes of this machine, or a real scheduler with two workers."""
    if request.param == "here":
        yield ThisMachine(2)
        return
    with cluster(tmp_path) as started, dask.connected(started.address) as scheduler:
        scheduler.wait_for(2, PATIENCE)
        yield scheduler


@pytest.mark.slow
def test_each_is_as_if_built_alone(
    crew: Crew,
    alone: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same bytes, with this command's environment; one that cannot be read stops none."""
    folder = tmp_path_factory.mktemp("list")
    broken = write_book(folder / "a-broken", CHAPTER, files=BROKEN)
    book = write_book(folder / "b", CHAPTER)
    # The workers were started without it.
    monkeypatch.setenv(EPOCH, "1700000000")
    built = build_several(books_below(folder), crew)
    assert [one.book for one in built] == [broken, book]
    assert built[0].editions == ()
    assert [one.rule for one in built[0].findings] == ["chapter-is-utf8"]
    assert built[1].editions == ("pdf", "epub", "html")
    made = contents(book)
    assert made.keys() == alone.keys()
    assert made == alone


def test_the_longest_is_begun_first_and_all_are_in_order(tmp_path: Path) -> None:
    """The table has the order of the list, each publication once; a lost one is in it."""
    books = [write_book(tmp_path / name, CHAPTER * times) for name, times in (("a", 1), ("b", 9))]
    crew = Called()
    seen: list[tuple[int, int]] = []
    built = build_several([*books, books[0]], crew, told=lambda *told: seen.append(told))
    assert [Path(order.book).name for order in crew.orders] == ["b", "a"]
    assert [one.book for one in built] == books
    assert str(built[1].stopped) == "lost again"
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_a_lost_worker_is_a_finding(tmp_path: Path) -> None:
    """A publication that was begun again is whole, and that it was is a warning."""
    write_book(tmp_path / "a", CHAPTER)
    write_book(tmp_path / "b", CHAPTER * 2)
    (again, _) = build_several(books_below(tmp_path), Called())
    assert again.editions
    assert [one.rule for one in again.findings] == ["worker-was-lost"]
    assert "tcp://there" in again.findings[0].message.en
    assert again.warnings == 1


def test_publications_are_found_below_a_folder(tmp_path: Path) -> None:
    """At any depth, in order; none inside another, none in hidden folders or by a link."""
    for name in ("b", "a/deep", "b/inside", ".hidden/c"):
        write_book(tmp_path / name, CHAPTER)
    (tmp_path / "link").symlink_to(tmp_path / "a", target_is_directory=True)
    found = [path.relative_to(tmp_path).as_posix() for path in books_below(tmp_path)]
    assert found == ["a/deep", "b"]
    assert books_below(tmp_path / "b") == (tmp_path / "b",)


def test_a_folder_without_publications_is_a_sentence(tmp_path: Path) -> None:
    """So is one that is not there."""
    with pytest.raises(PipelineError, match="There is no publication in"):
        books_below(tmp_path)
    with pytest.raises(PipelineError, match="There is no folder"):
        books_below(tmp_path / "no")


def test_books_can_be_named_and_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With neither, it is the nearest one, as for other commands."""
    one = write_book(tmp_path / "one", CHAPTER)
    monkeypatch.chdir(one / "manuscript")
    assert named_books((), "") == (one,)
    assert named_books(["../../two"], str(tmp_path)) == (tmp_path / "two", one)


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """A publication, as a process is asked for it. What it sets is undone."""
    for name in (EPOCH, "LANG", "BINDERY_BUILDS_AT_ONCE"):
        monkeypatch.setenv(name, "1")
    crew = Called()
    build_several([write_book(tmp_path / "book", CHAPTER)], crew)
    (ordered,) = crew.orders
    return ordered


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"settings": "another"}, "does not find"),
        ({"maker": "another"}, "has another bindery"),
        ({"book": "/nowhere", "settings": ""}, "There is no folder /nowhere"),
    ],
)
def test_a_worker_that_sees_something_else_says_so(
    order: Order, change: dict[str, str], said: str
) -> None:
    """Another folder at the same place, another bindery, and no folder at all."""
    built = several._build_one(replace(order, **change), 2)  # type: ignore[arg-type]
    assert built.editions == ()
    assert said in str(built.stopped)


def test_an_unforeseen_error_is_told(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its traceback is in the publication's own folder; the others are built."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bindery.pipeline.build.build", broken)
    built = several._build_one(order, 1)
    assert "an error in bindery" in str(built.stopped)
    assert (Path(order.book) / "build/work/traceback.txt").is_file()


def test_the_environment_is_that_of_the_command(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is set where the worker runs does not count; what the command has does."""
    seen: dict[str, str] = {}

    def look(*_: object, **__: object) -> None:
        seen.update(os.environ)
        raise PipelineError(verbatim("x"), verbatim("y"))

    monkeypatch.setattr("bindery.pipeline.build.build", look)
    monkeypatch.setenv(EPOCH, "99")
    monkeypatch.setenv("LANG", "sv_SE")
    several._build_one(replace(order, environment={EPOCH: "7"}), 3)
    assert (seen[EPOCH], seen.get("LANG")) == ("7", None)
    assert seen["BINDERY_BUILDS_AT_ONCE"] == "3"


HERE = Path("/list")
FOUND = tuple(
    Finding(
        "rule", severity, Location("manuscript/a.md", line), verbatim("Wrong."), verbatim("Fix.")
    )
    for line, severity in enumerate([Severity.INFO, *[Severity.ERROR] * 5])
)
TOLD = (
    BookBuilt(HERE / "a", ("pdf", "epub"), FOUND[:1], 0, 1, seconds=1.25),
    BookBuilt(HERE / "long-name", ("pdf",), FOUND, 5, 2, seconds=12),
    BookBuilt(HERE / "b", (), FOUND[1:2], 1, 0, seconds=0.5),
    BookBuilt(HERE / "c", ("pdf", "epub"), unchanged=True),
    BookBuilt(Path("/other/d"), stopped=PipelineError(verbatim("No."), verbatim("Do."))),
)


def test_the_table_has_a_line_for_each() -> None:
    """In columns, with words that can be heard one line at a time."""
    assert [*table(TOLD, HERE, "en")] == [
        "a          pdf, epub                0 errors, 1 warning      1.25 s",
        "long-name  pdf (draft with errors)  5 errors, 2 warnings    12.00 s",
        "b          not built                1 error, 0 warnings      0.50 s",
        "c          pdf, epub                0 errors, 0 warnings  unchanged",
        "/other/d   stopped                                           0.00 s",
    ]
    assert [*table(TOLD, HERE, "nb")][1:4] == [
        "long-name  pdf (utkast med feil)  5 feil, 2 advarsler  12,00 s",
        "b          ikke bygd              1 feil, 0 advarsler   0,50 s",
        "c          pdf, epub              0 feil, 0 advarsler  uendret",
    ]
    assert summary_line(TOLD, 14, 8, "en") == (
        "5 publications: 3 built, 2 not built. Time in all: 14.00 s, 5 at a time."
    )


def test_findings_lead_to_the_file_from_here() -> None:
    """Three of each publication at most, and none that only informs."""
    lines = [*found_lines(TOLD, HERE, "en")]
    assert lines[0] == "long-name/manuscript/a.md:1: error[rule] Wrong."
    assert lines[6].startswith("long-name: … and 2 more. Show them with: ")
    assert lines[7] == "b/manuscript/a.md:1: error[rule] Wrong."
    assert len(lines) == 9
    assert [*stopped_lines(TOLD, HERE, "en")] == ["/other/d: No. Do."]


@pytest.mark.parametrize(("scheduler", "at_once"), [("", -1), ("tcp://127.0.0.1:9", 2)])
def test_how_many_at_once_must_make_sense(scheduler: str, at_once: int, tmp_path: Path) -> None:
    """Not less than one, and not for a scheduler."""
    with pytest.raises(PipelineError, match="--at-once"):
        build_list([tmp_path], "en", scheduler, at_once, rebuild=False)
