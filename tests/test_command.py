"""The command ``bindery``: one book and one language for a line, and sentences for wrong ones."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invoke.collection import Collection
from invoke.context import Context
from invoke.tasks import task

from bindery import __version__
from bindery.command import Command, main
from bindery.tasks import namespace
from bindery.tools.run import run
from tests.shelf import HOUSE

Ran = list[tuple[str, str, str]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ran:
    """Which tasks were run, with which book and which language. Nobody stands in a book."""
    monkeypatch.chdir(tmp_path)
    return []


def one(ran: Ran) -> Any:
    """A task ``build`` that takes one book."""

    @task
    def build(_context: Context, book: str = "", lang: str = "") -> None:
        ran.append(("build", book, lang))

    return build


def several(ran: Ran) -> Any:
    """A task ``build`` that takes several books, as bindery's does."""

    @task(iterable=["book"])
    def build(
        _context: Context,
        book: list[str] | None = None,
        lang: str = "",
        all_: str = "",
        scheduler: str = "",
    ) -> None:
        ran.append(("build", " ".join(book or []), f"{lang}{all_}{scheduler}"))

    return build


def command(ran: Ran, *line: str, build: Callable[[Ran], Any] = one) -> int:
    """The exit status of a line with tasks that only note what they were given."""

    @task
    def check(_context: Context, book: str = "", lang: str = "", fix: bool = False) -> None:
        ran.append(("check", book, lang))

    @task
    def doctor(_context: Context, lang: str = "") -> None:
        ran.append(("doctor", "", lang))

    try:
        Command(namespace=Collection(build(ran), check, doctor)).run(["bindery", *line])
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


@pytest.mark.parametrize(
    "line",
    [
        ("build", "check", "--book", "X"),
        ("build", "--book=X", "check"),
        ("--book", "X", "build", "check"),
        ("build", "-b", "X", "check", "--fix", "--book", "./X"),
    ],
)
def test_one_book_for_all_tasks(ran: Ran, line: tuple[str, ...]) -> None:
    """Wherever in the line the book is named, it is the book of every task."""
    assert command(ran, *line) == 0
    assert [(name, Path(book).name) for name, book, _ in ran] == [("build", "X"), ("check", "X")]


@pytest.mark.parametrize(
    "line", [("doctor", "build", "--lang", "en"), ("--lang=en", "doctor", "build")]
)
def test_one_language_for_all_tasks(ran: Ran, line: tuple[str, ...]) -> None:
    """From the first task to the last, messages are in one language."""
    assert command(ran, *line) == 0
    assert ran == [("doctor", "", "en"), ("build", "", "en")]


def test_a_task_without_a_book_lets_one_be_named(ran: Ran) -> None:
    """A book for a task that needs none does no harm."""
    assert command(ran, "doctor", "--book", "X") == 0
    assert ran == [("doctor", "", "")]


@pytest.mark.parametrize(
    "line",
    [
        ("build", "--book", "A", "check", "--book", "B"),
        ("--book", "A", "build", "--book", "B"),
    ],
)
def test_two_books_are_refused(
    ran: Ran, line: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Two books in one line are a mistake, and nothing is run."""
    assert command(ran, *line) == 2
    assert ran == []
    assert "different publications" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        ("build", "--book", "A", "--book", "B"),
        ("--book", "A", "build", "--book=B"),
        ("--book", "A", "--book", "B", "build"),
        ("build", "-b", "A", "--book", "B", "-b", "A"),
    ],
)
def test_build_takes_several_books(ran: Ran, line: tuple[str, ...]) -> None:
    """A house's whole list is built by one command, in whatever way it is named."""
    assert command(ran, *line, build=several) == 0
    assert len(ran) == 1
    assert sorted(set(ran[0][1].split())) == ["A", "B"]


@pytest.mark.parametrize(
    "line",
    [
        ("build", "--book", "A", "--book", "B", "check"),
        ("build", "check", "--book", "A", "--book", "B"),
        ("--book", "A", "--book", "B", "check"),
        ("build", "--all", "A", "check"),
        ("build", "--scheduler", "tcp://x", "check"),
    ],
)
def test_other_tasks_take_one_book(
    ran: Ran, line: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A line of which only one task would be about many publications is refused."""
    assert command(ran, *line, build=several) == 2
    assert ran == []
    said = capsys.readouterr().err
    assert "different publications" in said or "Only build takes many" in said


@pytest.mark.parametrize(
    ("line", "nb", "en"),
    [
        (["chek"], "Oppgaven «chek» finnes ikke. Mente du «check»?", "“check”?"),
        (["build", "chek"], "Oppgaven «chek» finnes ikke. Mente du «check»?", "“check”?"),
        (["--help", "chek"], "Oppgaven «chek» finnes ikke. Mente du «check»?", "“check”?"),
        (
            ["pdf"],
            "Oppgaven «pdf» finnes ikke. Velg blant: build, check, doctor.",
            "There is no task “pdf”. Choose among: build, check, doctor.",
        ),
        (
            ["check", "--fx"],
            "Oppgaven «check» har ikke valget «--fx». Mente du «--fix»?",
            "The task “check” has no option “--fx”. Did you mean “--fix”?",
        ),
        (
            ["build", "--bok=X"],
            "Oppgaven «build» har ikke valget «--bok». Mente du «--book»?",
            "“--bok”. Did you mean “--book”?",
        ),
        (
            ["--bok", "X", "build"],
            "bindery har ikke valget «--bok». Mente du «--book»?",
            "bindery has no option “--bok”. Did you mean “--book”?",
        ),
        (["build", "--book"], "«--book» trenger en verdi.", "“--book” needs a value."),
        (
            ["build", "--book", "X", "check", "--lang", "--fix"],
            "«--lang» trenger en verdi.",
            "“--lang” needs a value.",
        ),
        (["--book"], "«--book» trenger en verdi.", "“--book” needs a value."),
        (["-T", "x", "build"], "Et valg trenger et tall.", "An option needs a number."),
        (["doctor", "--lang", "xx"], "Meldinger finnes ikke på «xx».", "not available in “xx”."),
        (["--lang", "xx"], "Meldinger finnes ikke på «xx».", "not available in “xx”."),
    ],
)
def test_a_wrong_line_is_a_sentence(
    ran: Ran,
    line: list[str],
    nb: str,
    en: str,
    *,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is wrong and what was meant, in the user's language, with 2, before any task is run."""
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")
    assert command(ran, *line) == 2
    said = capsys.readouterr()
    assert said.err.splitlines()[0] == nb
    assert said.out == ""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert command(ran, *line) == 2
    assert en in capsys.readouterr().err
    assert ran == []


@pytest.mark.parametrize("asked", ["--lang en", "--lang=en", "-l en"])
def test_a_wrong_line_is_told_of_in_the_language_it_asks_for(
    ran: Ran, asked: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--lang`` counts wherever it stands, also behind what is wrong."""
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")
    assert command(ran, "build", "chek", *asked.split()) == 2
    assert capsys.readouterr().err == "There is no task “chek”. Did you mean “check”?\n"


@pytest.mark.parametrize(("lang", "said"), [("nb", "Lag PDF, e-bok"), ("en", "Make the PDF")])
@pytest.mark.parametrize("asked", [[], ["--help"], ["--list"]])
def test_without_a_task_there_is_the_list_of_them(
    lang: str,
    said: str,
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every task with what it does, and the options that count for all."""
    monkeypatch.setattr("sys.argv", ["bindery", "--lang", lang, *asked])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert f"  build     {said}" in told
    assert all(f"\n  {name} " in told for name in namespace.task_names)
    assert "--book" in told


def help_of(language: str, *line: str) -> str:
    """The help that a process of its own gives; to invoke, a task has it but once."""
    command = "from bindery.command import main; main()"
    environment = os.environ | {"LANG": language}
    ended = run([sys.executable, "-c", command, *line, "--help"], cwd=HOUSE, env=environment)
    assert ended.status == 0, ended
    return ended.stdout


@pytest.mark.slow
@pytest.mark.parametrize("task", ["", *namespace.task_names])
def test_help_is_in_the_users_language(task: str) -> None:
    """No task and no option is told of in English to one who reads Norwegian."""
    nb, en = (help_of(language, *filter(None, [task])) for language in ("nb_NO", "en_GB"))
    assert nb.startswith("Bruk: bindery")
    assert en.startswith("Usage: bindery")
    told = [line.strip().split("  ")[-1].strip() for line in en.splitlines()]
    sentences = [line for line in told if line.count(" ") > 1]
    assert len(sentences) > 2
    assert [line for line in sentences if line in nb] == []


def test_it_says_its_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The version is that of the package."""
    monkeypatch.setattr("sys.argv", ["bindery", "--version"])
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().out == f"bindery {__version__}\n"


def completed(line: str) -> set[str]:
    """What a shell is offered after ``line``."""
    told = run([sys.executable, "-c", _COMPLETE, "--complete", "--", *line.split()])
    assert told.status == 0, told.stderr
    return set(told.stdout.split())


_COMPLETE = "import sys; sys.argv[0] = 'bindery'; from bindery.start import main; main()"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("bindery", {"build", "check", "new"}),
        ("bindery build -", {"--book", "--all", "--scheduler", "--rebuild"}),
        ("bindery check --", {"--fast", "--fix", "--edition"}),
        ("bindery build --book", set[str]()),
    ],
)
def test_a_shell_can_complete_a_line(line: str, offered: set[str]) -> None:
    """Tasks and their options are offered, and what has a value is left to the shell."""
    found = completed(line)
    assert offered <= found
    assert bool(offered) == bool(found)


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(shell: str) -> None:
    """It asks bindery itself, so that it knows the tasks of the version that is installed."""
    told = run([sys.executable, "-c", _COMPLETE, "--print-completion-script", shell])
    assert told.status == 0, told.stderr
    assert re.search(r"\bbindery .*--complete -- ", told.stdout)
