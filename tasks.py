"""What bindery can do for a book. Each task takes ``--help``."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from bindery.pipeline.language import language_for
from bindery.reports.progress import Progress
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from bindery.pipeline.check import Checked

HERE = Path(__file__).resolve().parent
FOUND_SOMETHING, COULD_NOT_WORK = 1, 2

BOOK_HELP = {
    "book": "the publication's folder, the one that holds manuscript/ (default: this folder)",
    "lang": "language of the messages: nb (nn too) or en (default: the publication's)",
}


@task(help=BOOK_HELP)
def build(_context: Context, book: str = str(HERE), lang: str = "") -> None:
    """Make the PDF, the EPUB and the HTML summary in build/."""
    folder, language = _book(book, lang)
    with _plain_words(language):
        from bindery.pipeline.build import build as build_book  # noqa: PLC0415
        from bindery.reports.terminal import output_lines  # noqa: PLC0415

        with Progress(language) as progress:
            built = build_book(folder, progress)
        _print_findings(built.findings, language)
        for line in output_lines(built.outputs, folder, built.unchanged, language):
            print(line)
        if not built.outputs:
            raise Exit(code=FOUND_SOMETHING)


@task(
    help={
        **BOOK_HELP,
        "require-all": "a checker that is not installed is a failure, not a remark",
        "fix": "first mend in the chapters what a machine may mend",
        "verbose": "show what only informs, too, and not just how much there is",
        "afresh": "check again also what has not changed since it was last checked",
    }
)
def check(  # noqa: PLR0917 - each is a flag
    _context: Context,
    book: str = str(HERE),
    lang: str = "",
    require_all: bool = False,
    fix: bool = False,
    verbose: bool = False,
    afresh: bool = False,
) -> None:
    """Run every check on the manuscript and its editions; write build/reports/."""
    folder, language = _book(book, lang)
    with _plain_words(language):
        from bindery.pipeline.check import check as check_book  # noqa: PLC0415
        from bindery.pipeline.fix import fix as fix_book  # noqa: PLC0415
        from bindery.reports.terminal import fixed_lines  # noqa: PLC0415

        for line in fixed_lines(fix_book(folder) if fix else (), language):
            print(line)
        with Progress(language) as progress:
            checked = check_book(folder, progress, afresh=afresh)
        _judge(checked, folder, language, all_required=require_all, verbose=verbose)


@task(help={**BOOK_HELP, "tag": "release only what was released before under this tag, vVERSION"})
def release(_context: Context, book: str = str(HERE), lang: str = "", tag: str = "") -> None:
    """Build, check with everything required, and write the bundle to build/release/."""
    folder, language = _book(book, lang)
    with _plain_words(language):
        from bindery.pipeline.release import release as release_book  # noqa: PLC0415
        from bindery.reports.terminal import bundle_lines  # noqa: PLC0415

        with Progress(language) as progress:
            released = release_book(folder, progress, tag=tag)
        _judge(released.checked, folder, language, all_required=True)
        for line in bundle_lines(released.files, folder, language):
            print(line)


@task(help={"only": "“build” gets only what making the editions needs"})
def setup(_context: Context, only: str = "") -> None:
    """Get what pip cannot: system libraries, a browser, the checkers."""
    language = language_for(HERE, "")
    with _plain_words(language):
        from bindery.tools.setup import setup as set_up  # noqa: PLC0415

        if only not in ("", "build"):
            raise PipelineError(
                Text(nb=f"--only kan ikke være «{only}».", en=f"--only cannot be “{only}”."),
                Text(nb="Skriv --only build, eller ingenting.", en="Say --only build, or nothing."),
            )
        set_up(only or None, lambda text: print(text.said_in(language), flush=True))


@task(help={"lang": BOOK_HELP["lang"]})
def doctor(_context: Context, lang: str = "") -> None:
    """Say what is installed, what is missing, and how to get it."""
    language = language_for(HERE, lang)
    with _plain_words(language):
        from bindery.tools.doctor import doctor as examine  # noqa: PLC0415

        report = examine()
        for line in report.lines(language):
            print(line)
        if not report.can_build:
            raise Exit(code=COULD_NOT_WORK)


@task(help={"fast": "leave out the tests that start checkers and whole builds"})
def test(context: Context, fast: bool = False) -> None:
    """Run the tests, on all cores."""
    chosen = " -m 'not slow'" if fast else ""
    context.run(f"{_program('pytest')} -q -n auto --dist worksteal{chosen}")


@task(help={"known": "ask no checker; tell what they have said so far"})
def seeded(context: Context, known: bool = False) -> None:
    """Put each sown defect to every outside checker; write docs/seeded.md. It takes an hour."""
    context.run(f"{_program('python')} {HERE / 'scripts' / 'seeded.py'}{' --known' * known}")


@task
def lint(context: Context) -> None:
    """Hold the code against ruff and mypy --strict."""
    context.run(f"{_program('ruff')} check .")
    context.run(f"{_program('ruff')} format --check .")
    context.run(f"{_program('mypy')}")


@task(
    help={
        **BOOK_HELP,
        "long": "weigh our structure tree on a generated book instead, about a quarter of an hour",
        "pages": "how long the generated book is (default: 600)",
        "checks": "time a whole check against its slowest checker alone, about five minutes",
    }
)
def bench(
    _context: Context,
    book: str = str(HERE),
    lang: str = "",
    long: bool = False,
    pages: int = 600,
    checks: bool = False,
) -> None:
    """Time a build against a bare WeasyPrint render of the same HTML; print ratios."""
    folder, language = _book(book, lang)
    with _plain_words(language):
        from benchmarks.bench import bench as measure  # noqa: PLC0415
        from benchmarks.check_bench import check_bench  # noqa: PLC0415
        from benchmarks.long_bench import long_bench  # noqa: PLC0415

        told = long_bench(pages) if long else check_bench(folder) if checks else measure(folder)
        for line in told:
            print(line.said_in(language), flush=True)


@task(help={"book": BOOK_HELP["book"]})
def clean(_context: Context, book: str = str(HERE)) -> None:
    """Remove everything that was built."""
    folder = Path(book).resolve() / "build"
    for path in sorted(folder.glob("*")) if folder.is_dir() else ():
        if path.name == "README.md":
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _book(book: str, lang: str) -> tuple[Path, str]:
    if lang not in ("", "nb", "nn", "en"):
        print(f"--lang {lang}: nb, nn, en", file=sys.stderr)
        raise Exit(code=COULD_NOT_WORK)
    folder = Path(book).resolve()
    return folder, language_for(folder, lang)


def _program(name: str) -> Path:
    """A program of this Python's own environment."""
    return Path(sys.executable).with_name(name)


def _judge(
    checked: "Checked", book: Path, language: str, *, all_required: bool, verbose: bool = False
) -> None:
    """Print what a check has shown, and exit unless it is good enough."""
    from bindery.pipeline.check import REPORT, require_all  # noqa: PLC0415
    from bindery.reports.for_tools import annotations, below_repository  # noqa: PLC0415
    from bindery.reports.terminal import evidence_lines, stopped_line, told_lines, verdict_line  # noqa: PLC0415

    for line in told_lines(checked.findings, language, verbose=verbose):
        print(line)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for line in annotations(checked.findings, language, below=below_repository(book)):
            print(line)
    for line in evidence_lines(checked.evidence, language):
        print(line)
    if checked.evidence:
        print(verdict_line(checked.findings, REPORT, language))
    if checked.stopped_by:
        print(stopped_line(checked.findings, checked.stopped_by, language))
    for error in checked.broken:
        _print_error(error, language)
    if checked.broken:
        raise Exit(code=COULD_NOT_WORK)
    if checked.failed:
        raise Exit(code=FOUND_SOMETHING)
    if all_required:
        require_all(checked)


def _print_findings(findings: tuple[Finding, ...], language: str) -> None:
    if findings:
        from bindery.reports.terminal import lines  # noqa: PLC0415

        for line in lines(findings, language):
            print(line)


def _print_error(error: PipelineError, language: str) -> None:
    print(error.what.said_in(language), file=sys.stderr)
    print(error.next.said_in(language), file=sys.stderr)


@contextmanager
def _plain_words(language: str) -> Iterator[None]:
    """Say what could not work in one sentence and what to do in another; never a traceback."""
    try:
        yield
    except PipelineError as error:
        _print_error(error, language)
        raise Exit(code=COULD_NOT_WORK) from error
