"""bindery's tasks for a book, and those of its developers. Each task takes ``--help``."""

import sys
from pathlib import Path
from shlex import quote

from invoke.collection import Collection
from invoke.context import Context
from invoke.tasks import task

from bindery.pipeline.in_a_task import about
from bindery.tasks import namespace as of_books
from bindery.vocabulary.help_texts import BOOK_HELP

HERE = Path(__file__).resolve().parent


@task(help={"fast": "leave out the tests that start checkers or make editions"})
def test(context: Context, fast: bool = False) -> None:
    """Run the tests, on all cores."""
    chosen = " -m 'not slow'" if fast else ""
    context.run(f"{_program('pytest')} -q -n auto --dist worksteal{chosen}")


@task(
    help={
        "known": "run no checker; write the page from the results so far",
        "new": "make and check only the defects that the page has no results of",
        "originals": "folder with the PDF Association's Techniques, which are then checked, too",
    }
)
def seeded(context: Context, known: bool = False, new: bool = False, originals: str = "") -> None:
    """Run every outside checker on each seeded defect; write docs/seeded.md. It takes an hour."""
    options = " --known" * known + " --new" * new
    options += f" --originals {quote(originals)}" if originals else ""
    context.run(f"{_program('python')} {HERE / 'scripts' / 'seeded.py'}{options}")


@task
def lint(context: Context) -> None:
    """Check the code with ruff and mypy --strict."""
    context.run(f"{_program('ruff')} check .")
    context.run(f"{_program('ruff')} format --check .")
    context.run(f"{_program('mypy')}")


@task(
    help={
        **BOOK_HELP,
        "long": "measure what the structure tree costs in a long book instead, about 15 minutes",
        "pages": "number of pages of that book (default: 600)",
        "checks": "time a whole check against its slowest checker alone, about five minutes",
        "edits": "edit a book so many times; compare each build with one from scratch",
        "sizes": "a table for publications of 75 to 1,200 pages, about 20 minutes",
        "books": "build so many publications one by one, at once and by Dask; compare the bytes",
        "watch": "save a chapter so many times; time each until bindery watch has shown it",
        "kills": "kill builds, checks and releases at this many points; see that nothing is lost",
    }
)
def bench(  # noqa: PLR0917 - each is a flag
    _context: Context,
    book: str = "",
    lang: str = "",
    long: bool = False,
    pages: int = 600,
    checks: bool = False,
    edits: int = 0,
    sizes: bool = False,
    watch: int = 0,
    kills: int = 0,
    books: int = 0,
) -> None:
    """Time a build against a bare WeasyPrint render of the same HTML; print ratios."""
    with about(book, lang) as (folder, language):
        from benchmarks.bench import bench as measure  # noqa: PLC0415
        from benchmarks.check_bench import check_bench  # noqa: PLC0415
        from benchmarks.edits import edits as edit  # noqa: PLC0415
        from benchmarks.kills import kills as kill  # noqa: PLC0415
        from benchmarks.long_bench import long_bench  # noqa: PLC0415
        from benchmarks.many import many  # noqa: PLC0415
        from benchmarks.sizes import sizes as table  # noqa: PLC0415
        from benchmarks.watch_bench import watch_bench  # noqa: PLC0415

        if kills:
            told = kill(folder, kills)
        elif books:
            told = many(books)
        elif edits:
            told = edit(edits)
        elif watch:
            told = watch_bench(folder, watch)
        elif sizes:
            told = table(folder)
        elif long:
            told = long_bench(pages)
        else:
            told = check_bench(folder) if checks else measure(folder)
        for line in told:
            print(line.said_in(language), flush=True)


@task(
    help={
        "chapters": "how many to read and judge by the rules",
        "documents": "how many of them pandoc reads, too",
        "builds": "how many of them to build",
        "seed": "another number makes other chapters",
    }
)
def fuzz(
    _context: Context, chapters: int = 1000, documents: int = 100, builds: int = 10, seed: int = 1
) -> None:
    """Put chapters as nobody writes them through everything; tell of tracebacks and hangs."""
    from benchmarks.fuzz import fuzz as put_through  # noqa: PLC0415

    for line in put_through(chapters, documents, builds, seed):
        print(line.said_in("en"), flush=True)


namespace = Collection(*of_books.tasks.values(), test, seeded, lint, bench, fuzz)


def _program(name: str) -> Path:
    """A program in this Python's environment."""
    return Path(sys.executable).with_name(name)
