"""bindery's tasks for a book, as tasks of invoke: ``namespace`` works in any ``tasks.py``."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from bindery.pipeline.asked import (
    FOUND,
    language_for,
    nearest_book,
    require_language,
    require_one_book,
    which_book,
)
from bindery.reports.terminal import Progress
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding

if TYPE_CHECKING:
    from bindery.pipeline.check import Checked

FOUND_SOMETHING, COULD_NOT_WORK = 1, 2

BOOK_HELP = {
    "book": "the publication's folder, the one that holds manuscript/ (default: the nearest)",
    "lang": "language of the messages: nb (nn too) or en (default: yours, by the locale)",
}


@task(help=BOOK_HELP)
def build(_context: Context, book: str = "", lang: str = "") -> None:
    """Make the PDF, the EPUB and the HTML summary in build/."""
    with about(book, lang) as (folder, language):
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
        "require-all": "fail if a checker is not installed, instead of only reporting it",
        "fix": "first fix in the chapters what can be fixed automatically",
        "verbose": "list findings that only inform, too, not just their number",
        "afresh": "check everything again, also what has not changed since the last check",
    }
)
def check(  # noqa: PLR0917 - each is a flag
    _context: Context,
    book: str = "",
    lang: str = "",
    require_all: bool = False,
    fix: bool = False,
    verbose: bool = False,
    afresh: bool = False,
) -> None:
    """Run every check on the manuscript and its editions; write build/reports/."""
    with about(book, lang) as (folder, language):
        from bindery.pipeline.check import check as check_book  # noqa: PLC0415
        from bindery.pipeline.fix import fix as fix_book  # noqa: PLC0415
        from bindery.reports.terminal import fixed_lines  # noqa: PLC0415

        for line in fixed_lines(fix_book(folder) if fix else (), language):
            print(line)
        with Progress(language) as progress:
            checked = check_book(folder, progress, afresh=afresh)
        _judge(checked, folder, language, all_required=require_all, verbose=verbose)


@task(help={**BOOK_HELP, "tag": "release only what was released before under this tag, vVERSION"})
def release(_context: Context, book: str = "", lang: str = "", tag: str = "") -> None:
    """Build, check with everything required, and write the bundle to build/release/."""
    with about(book, lang) as (folder, language):
        from bindery.pipeline.release import release as release_book  # noqa: PLC0415
        from bindery.reports.terminal import bundle_lines  # noqa: PLC0415

        with Progress(language) as progress:
            released = release_book(folder, progress, tag=tag)
        _judge(released.checked, folder, language, all_required=True)
        for line in bundle_lines(released.files, folder, language):
            print(line)


@task(
    help={
        "only": "“build” gets what builds need, “check” what checks need, too",
        "lang": BOOK_HELP["lang"],
    }
)
def setup(_context: Context, only: str = "", lang: str = "") -> None:
    """Get what is missing: system libraries, a browser, the checkers."""
    with _about_no_book(lang) as language:
        from bindery.tools.setup import setup as set_up  # noqa: PLC0415

        set_up(only, lambda text: print(text.said_in(language), flush=True))


@task(help={"lang": BOOK_HELP["lang"]})
def doctor(_context: Context, lang: str = "") -> None:
    """Say what is installed, what is missing, and how to get it."""
    with _about_no_book(lang) as language:
        from bindery.tools.doctor import doctor as examine  # noqa: PLC0415

        report = examine()
        for line in report.lines(language):
            print(line)
        if not report.can_build:
            raise Exit(code=COULD_NOT_WORK)


@task(help=BOOK_HELP)
def clean(_context: Context, book: str = "", lang: str = "") -> None:
    """Remove everything that was built."""
    with about(book, lang) as (folder, _):
        for path in sorted((folder / "build").glob("*")):
            if path.name == "README.md":
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


namespace = Collection(build, check, release, setup, doctor, clean)
"""The tasks above."""


@contextmanager
def about(book: str, lang: str) -> Iterator[tuple[Path, str]]:
    """The publication's folder and the language of messages, from the options of a task."""
    language = language_for(Path(book) if book else nearest_book(Path.cwd()), lang)
    with plain_words(language):
        require_language(lang)
        _require_one_book()
        folder = which_book(book)
        if not book:
            _say_which(folder, language)
        with plain_words(language, folder):
            yield folder, language


@contextmanager
def _about_no_book(lang: str) -> Iterator[str]:
    language = language_for(nearest_book(Path.cwd()), lang)
    with plain_words(language):
        require_language(lang)
        yield language


def _require_one_book() -> None:
    """Refuse tasks in one command line that are about different publications.

    To invoke, ``build check --book X`` is a ``build`` of another book.
    """
    from invoke.main import program  # noqa: PLC0415 - only started through ``invoke``

    asked = [one for one in getattr(program, "tasks", ()) if "book" in one.args]
    require_one_book((one.name, one.args["book"].value) for one in asked)


@cache
def _say_which(folder: Path, language: str) -> None:
    """Print once which publication was found."""
    print(FOUND.filled(book=folder).said_in(language))


def _judge(
    checked: "Checked", book: Path, language: str, *, all_required: bool, verbose: bool = False
) -> None:
    """Print the result of a check, and exit unless it is good enough."""
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
def plain_words(language: str, book: Path | None = None) -> Iterator[None]:
    """Report a ``PipelineError`` as one sentence on what failed and one on what to do.

    So is any other error, which nobody foresaw. Its traceback is in a file, in ``book`` if named.
    """
    try:
        yield
    except Exit:
        raise
    except BrokenPipeError as error:
        # Who reads what is printed has stopped, as ``| head`` does. Python would print to it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Exit(code=COULD_NOT_WORK) from error
    except PipelineError as error:
        _print_error(error, language)
        raise Exit(code=COULD_NOT_WORK) from error
    except Exception as error:
        from bindery.pipeline.unforeseen import unforeseen  # noqa: PLC0415

        _print_error(unforeseen(error, book), language)
        raise Exit(code=COULD_NOT_WORK) from error
