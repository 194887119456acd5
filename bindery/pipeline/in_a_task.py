"""What surrounds each task: which publication it is about, and errors as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from invoke.exceptions import Exit

from bindery.pipeline.asked import (
    FOUND,
    language_for,
    nearest_book,
    require_alone,
    require_language,
    require_one_book,
    which_book,
)
from bindery.tools.saying import say, say_error, say_it_all
from bindery.tools.stopped_early import told_when_stopped
from bindery.vocabulary.errors import PipelineError

FOUND_SOMETHING, COULD_NOT_WORK = 1, 2
"""The exit status of a task that found errors, and of one that could not do its work."""


@contextmanager
def plain_words(language: str, book: Path | None = None) -> Iterator[None]:
    """Report a ``PipelineError`` as one sentence on what failed and one on what to do.

    So is any other error, which nobody foresaw: its traceback is in a file, in ``book`` if named. A
    signal to stop is reported as one sentence, and that nobody reads the answer not at all.
    """
    with told_when_stopped(language):
        try:
            try:
                yield
            finally:
                say_it_all()
        except Exit:
            raise
        except PipelineError as error:
            say_error(error, language)
            raise Exit(code=COULD_NOT_WORK) from error
        except Exception as error:
            from bindery.pipeline.unforeseen import unforeseen  # noqa: PLC0415

            say_error(unforeseen(error, book), language)
            raise Exit(code=COULD_NOT_WORK) from error


@contextmanager
def about(book: str, lang: str) -> Iterator[tuple[Path, str]]:
    """The publication's folder and the language of messages, from the options of a task."""
    language = language_for(Path(book) if book else nearest_book(Path.cwd()), lang)
    with plain_words(language):
        require_language(lang)
        require_one_line()
        folder = which_book(book)
        if not book:
            _say_which(folder, language)
        with plain_words(language, folder):
            yield folder, language


@contextmanager
def about_no_book(lang: str) -> Iterator[str]:
    """The language of messages, from the option of a task."""
    language = language_for(nearest_book(Path.cwd()), lang)
    with plain_words(language):
        require_language(lang)
        yield language


def require_one_line() -> None:
    """Refuse tasks in one command line that are about different publications.

    To invoke, ``build check --book X`` is a ``build`` of another book.
    """
    from invoke.main import program  # noqa: PLC0415 - only started through ``invoke``

    asked = [one for one in getattr(program, "tasks", ()) if "book" in one.args]
    require_one_book((one.name, one.args["book"].value) for one in asked)
    require_alone([{name: one.args[name].value for name in one.args} for one in asked])


@cache
def _say_which(folder: Path, language: str) -> None:
    """Print once which publication was found."""
    say(FOUND.filled(book=folder).said_in(language))
