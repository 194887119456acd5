"""bindery's tasks for a book, as tasks of invoke: ``namespace`` works in any ``tasks.py``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.collection import Collection
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from bindery.pipeline.asked import (
    ONE_AT_A_TIME,
    ONLY_RULES,
    TWO_THINGS,
    language_for,
    nearest_book,
    require_language,
)
from bindery.pipeline.in_a_task import (
    COULD_NOT_WORK,
    FOUND_SOMETHING,
    about,
    about_no_book,
    plain_words,
    require_one_line,
)
from bindery.pipeline.own_folder import REPORT, require_own
from bindery.reports.terminal import Progress
from bindery.tools.saying import say
from bindery.tools.writing import remove_tree
from bindery.vocabulary import help_texts
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.sign_options import SIGN_HELP, SignOptions

if TYPE_CHECKING:
    from bindery.pipeline.check import Checked


@task(iterable=["book"], help=help_texts.BUILD_HELP)
def build(  # noqa: PLR0917 - each is a flag
    _context: Context,
    book: Sequence[str] | str | None = None,
    lang: str = "",
    rebuild: bool = False,
    draft: bool = False,
    all_: str = "",
    scheduler: str = "",
    at_once: int = 0,
) -> None:
    """Make the PDF, the EPUB and the HTML summary in build/."""
    books = [book] if isinstance(book, str) and book else book or ()
    several = all_ or scheduler or len({Path(one).resolve() for one in books}) > 1
    if several and not draft:
        _build_several(books, all_, lang, scheduler, at_once, rebuild=rebuild)
        return
    with about(books[0] if books else "", lang) as (folder, language):
        from bindery.pipeline.build import build as build_book  # noqa: PLC0415
        from bindery.pipeline.draft import told_draft  # noqa: PLC0415
        from bindery.pipeline.tally import rules_found, tally  # noqa: PLC0415
        from bindery.reports.terminal import built_lines, output_lines, tally_line  # noqa: PLC0415

        if draft:
            if told_draft(folder, language, alone=not several):
                return
            raise Exit(code=FOUND_SOMETHING)
        with Progress(language) as progress:
            built = build_book(folder, progress, rebuild=rebuild, meanwhile=rules_found)
        for line in built_lines(built.findings, language):
            say(line)
        for line in output_lines(
            built.outputs, folder, built.unchanged, language, touched=built.touched
        ):
            say(line)
        if not built.outputs:
            raise Exit(code=FOUND_SOMETHING)
        say(tally_line(*tally(built), language))


@task(help=help_texts.CHECK_HELP)
def check(  # noqa: PLR0917 - each is a flag
    _context: Context,
    book: str = "",
    lang: str = "",
    require_all: bool = False,
    fix: bool = False,
    verbose: bool = False,
    afresh: bool = False,
    rebuild: bool = False,
    edition: str = "",
    fast: bool = False,
) -> None:
    """Run every check on the manuscript and its editions; write build/reports/."""
    with about(book, lang) as (folder, language):
        if edition and (fix or rebuild):
            raise PipelineError(TWO_THINGS, ONE_AT_A_TIME)
        if fast and (edition or rebuild or afresh or require_all):
            raise PipelineError(ONLY_RULES, ONE_AT_A_TIME)
        if edition:
            _check_edition(edition, folder, language, all_required=require_all, verbose=verbose)
            return
        from bindery.pipeline.check import check as check_book  # noqa: PLC0415
        from bindery.pipeline.check_fast import check_fast  # noqa: PLC0415
        from bindery.pipeline.fix import fix as fix_book  # noqa: PLC0415
        from bindery.reports.terminal import fixed_lines  # noqa: PLC0415

        for line in fixed_lines(fix_book(folder) if fix else (), language):
            say(line)
        if fast:
            _judge(check_fast(folder), folder, language, verbose=verbose, report="")
            return
        with Progress(language) as progress:
            checked = check_book(folder, progress, afresh=afresh, rebuild=rebuild)
        _judge(checked, folder, language, all_required=require_all, verbose=verbose)


@task(help=help_texts.BOOK_HELP)
def watch(_context: Context, book: str = "", lang: str = "") -> None:
    """Show the publication in the browser, and again each time you save."""
    with about(book, lang) as (folder, language):
        from bindery.pipeline.watch.in_terminal import watch_and_say  # noqa: PLC0415

        watch_and_say(folder, language)


@task(help=help_texts.RELEASE_HELP)
def release(_context: Context, book: str = "", lang: str = "", tag: str = "") -> None:
    """Build, require every check, and write the bundle to build/release/."""
    with about(book, lang) as (folder, language):
        from bindery.pipeline.release import release as release_book  # noqa: PLC0415
        from bindery.reports.terminal import bundle_lines  # noqa: PLC0415

        with Progress(language) as progress:
            released = release_book(folder, progress, tag=tag)
        _judge(released.checked, folder, language, all_required=True)
        for line in bundle_lines(released.files, folder, language):
            say(line)


@task(help=help_texts.NEW_HELP, positional=["folder"])
def new(  # noqa: PLR0917 - each is a flag
    _context: Context,
    folder: str,
    from_: str = "",
    title: str = "",
    language: str = "",
    publisher: str = "",
    contact: str = "",
    rights: str = "",
    split: str = "",
    comments: str = "",
    again: bool = False,
    yes: bool = False,
    lang: str = "",
) -> None:
    """Make a new publication in a folder of its own."""
    with about_no_book(lang) as spoken:
        from bindery.importing.answers import Answers  # noqa: PLC0415
        from bindery.importing.begin import begin  # noqa: PLC0415

        given = Answers(title, language, publisher, contact, rights, split, comments)
        if not begin(folder, from_, given, spoken, questions=not yes, again=again):
            raise Exit(code=FOUND_SOMETHING)


@task(help={**help_texts.BOOK_HELP, **SIGN_HELP})
def sign(  # noqa: PLR0917 - each is a flag
    _context: Context,
    book: str = "",
    criterion: str = "",
    by: str = "",
    method: str = "",
    units: str = "",
    not_met: bool = False,
    reason: str = "",
    consequence: str = "",
    alternative: str = "",
    mended_by: str = "",
    day: str = "",
    conforms: str = "",
    kind: str = "person",
    report: str = "",
    accept: str = "",
    credential: str = "",
    lang: str = "",
) -> None:
    """Show what only a person can judge, or record a verdict in judgements.toml."""
    with about(book, lang) as (folder, language):
        from bindery.pipeline.verdicts import recorded  # noqa: PLC0415

        judged = (criterion, by, method, units, not_met, reason, consequence, alternative)
        said = SignOptions(*judged, mended_by, day, conforms, kind, report, accept, credential)
        for line in recorded(folder, said, language):
            say(line)


@task(help=help_texts.SETUP_HELP)
def setup(_context: Context, only: str = "", lang: str = "") -> None:
    """Get the system libraries, the browser and the checkers that are missing."""
    with about_no_book(lang) as language:
        from bindery.tools.setup import setup as set_up  # noqa: PLC0415

        set_up(only, lambda text: say(text.said_in(language)))


@task(help={"lang": help_texts.BOOK_HELP["lang"]})
def doctor(_context: Context, lang: str = "") -> None:
    """Show what is installed, what is missing, and how to get it."""
    with about_no_book(lang) as language:
        from bindery.tools.doctor import doctor as examine  # noqa: PLC0415

        report = examine()
        for line in report.lines(language):
            say(line)
        if not report.can_build:
            raise Exit(code=COULD_NOT_WORK)


@task(help=help_texts.LISTEN_HELP, positional=["file"])
def listen(_: Context, file: str, book: str = "", lang: str = "", alone: bool = False) -> None:
    """Write what screen readers read aloud of a file, page by page, in transcript.html."""
    with about_no_book(lang) as language:
        from bindery.pipeline.listen import listen_here  # noqa: PLC0415

        say(listen_here(file, book, language, alone=alone).said_in(language))


@task(help=help_texts.BOOK_HELP)
def clean(_context: Context, book: str = "", lang: str = "") -> None:
    """Remove everything that was built."""
    with about(book, lang) as (folder, _):
        require_own(folder)
        for path in sorted((folder / "build").glob("*")):
            if path.name != "README.md":
                remove_tree(path)


namespace = Collection(new, build, watch, check, sign, release, listen, setup, doctor, clean)
"""The tasks above."""


def _build_several(
    books: Sequence[str], all_: str, lang: str, scheduler: str, at_once: int, *, rebuild: bool
) -> None:
    """Build many publications, print a line for each, and exit by what became of the worst."""
    first = Path(books[0] if books else all_ or ".")
    language = language_for(nearest_book(first.resolve()), lang)
    with plain_words(language):
        require_language(lang)
        require_one_line()
        from bindery.pipeline.house_list import build_list, named_books  # noqa: PLC0415

        named = named_books(books, all_)
        built = build_list(named, language, scheduler, at_once, rebuild=rebuild)
        if any(one.stopped for one in built):
            raise Exit(code=COULD_NOT_WORK)
        if not all(one.editions for one in built):
            raise Exit(code=FOUND_SOMETHING)


def _check_edition(
    edition: str, folder: Path, language: str, *, all_required: bool, verbose: bool
) -> None:
    """Check one file, found from here or from the publication's folder, and print the result."""
    from bindery.pipeline.check_edition import check_edition  # noqa: PLC0415

    here = Path(edition).resolve()
    file = here if here.exists() else folder / edition
    with Progress(language) as progress:
        checked = check_edition(file, folder, progress)
    _judge(checked, folder, language, all_required=all_required, verbose=verbose, report="")


def _judge(
    checked: "Checked",
    book: Path,
    language: str,
    *,
    all_required: bool = False,
    verbose: bool = False,
    report: str = REPORT,
) -> None:
    """Print the result of a check, and exit unless it is good enough."""
    from bindery.pipeline.said_result import say_result  # noqa: PLC0415

    if status := say_result(
        checked, book, language, all_required=all_required, verbose=verbose, report=report
    ):
        raise Exit(code=status)
