"""Which publication a command is about, and in which language it answers."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bindery.manuscript.files import MANUSCRIPT, SETTINGS, require_manuscript, shown
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

TWO_THINGS = Text(
    nb="--edition kontrollerer en ferdig fil som den er, og kan ikke brukes med --fix eller"
    " --rebuild.",
    en="--edition checks a finished file as it is, and cannot be used with --fix or --rebuild.",
)
ONLY_RULES = Text(
    nb="--fast kan bare brukes med --fix, --verbose, --book og --lang.",
    en="--fast can only be used with --fix, --verbose, --book and --lang.",
)
ONE_AT_A_TIME = Text(nb="Kjør dem hver for seg.", en="Run them one at a time.")
FOUND = Text(nb="Publikasjonen i {book}", en="The publication in {book}")
"""Printed when the publication was found, not named."""

_NOT_HERE = Text(
    nb="Verken {here} eller noen mappe over den har manuscript/.",
    en="Neither {here} nor any folder above it has a manuscript/.",
)
_GO_OR_NAME = Text(
    nb="Gå til mappen som inneholder manuscript/, eller oppgi den med --book.",
    en="Go to the folder that contains manuscript/, or name it with --book.",
)
_DIFFERENT = Text(
    nb="Oppgavene gjelder ulike publikasjoner: {books}.",
    en="The tasks are about different publications: {books}.",
)
_NAME_THE_SAME = Text(
    nb="Oppgi samme --book for hver oppgave. Ingenting er gjort.",
    en="Name the same --book for each task. Nothing has been done.",
)

_ONLY_BUILD = Text(
    nb="Bare build tar mange publikasjoner (--all) og en Dask-planlegger (--scheduler).",
    en="Only build takes many publications (--all) and a Dask scheduler (--scheduler).",
)
_BUILD_ALONE = Text(
    nb="Kjør build på en linje for seg. Ingenting er gjort.",
    en="Run build on a line of its own. Nothing has been done.",
)


def nearest_book(here: Path) -> Path | None:
    """``here``, or the nearest folder above it, that has a ``manuscript/``."""
    return next((each for each in (here, *here.parents) if (each / MANUSCRIPT).is_dir()), None)


def which_book(named: str) -> Path:
    """The folder that is ``named``, or if none is, the nearest book to the current folder.

    Raises ``PipelineError`` if it has no manuscript.
    """
    if not named:
        here = Path.cwd()
        if (nearest := nearest_book(here)) is None:
            raise PipelineError(_NOT_HERE.filled(here=shown(str(here))), _GO_OR_NAME)
        return nearest
    book = Path(named).resolve()
    require_manuscript(book)
    return book


def require_one_book(tasks: Iterable[tuple[str, str | Sequence[str]]]) -> None:
    """Raise ``PipelineError`` unless all ``tasks`` are about the same book.

    Each comes with the book that is named for it, or with several. A task alone may have several.
    """
    here = nearest_book(Path.cwd()) or Path.cwd()
    each = [
        (task, [named] if isinstance(named, str) else [*named] or [""]) for task, named in tasks
    ]
    books = [
        (task, Path(book).resolve() if book else here) for task, named in each for book in named
    ]
    if len(each) > 1 and len({book for _, book in books}) > 1:
        first = {book: task for task, book in reversed(books)}
        ordered = dict.fromkeys(book for _, book in books)
        told = ", ".join(f"{first[book]} {shown(str(book))}" for book in ordered)
        raise PipelineError(_DIFFERENT.filled(books=told), _NAME_THE_SAME)


def require_alone(tasks: Sequence[Mapping[str, object]]) -> None:
    """Raise ``PipelineError`` if one of several tasks about books is to have a folder of them."""
    if len(tasks) > 1 and any(task.get("all") or task.get("scheduler") for task in tasks):
        raise PipelineError(_ONLY_BUILD, _BUILD_ALONE)


LANGUAGES = ("nb", "nn", "en")
"""The languages a user can ask for. Nynorsk is answered in bokmål."""

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name the user's language; the first that is set counts (POSIX)."""

NO_LOCALE = ("C", "POSIX")

_UNKNOWN = Text(
    nb="Meldinger finnes ikke på «{asked}».",
    en="Messages are not available in “{asked}”.",
)
_CHOOSE = Text(nb="Velg --lang nb, nn eller en.", en="Choose --lang nb, nn or en.")


def language_for(book: Path | None, asked: str = "") -> str:
    """The language ``asked`` for, else the locale's, else that of ``book``, else English."""
    return (asked if asked in LANGUAGES else "") or _of_locale() or _of(book) or "en"


def language_of(book: Path) -> str:
    """The language of ``book``, or English if it names none.

    Reports are in it, because others read them: the locale of the machine must not matter.
    """
    return _of(book) or "en"


def require_language(asked: str) -> None:
    """Raise ``PipelineError`` if a language is ``asked`` for that has no messages."""
    if asked and asked not in LANGUAGES:
        raise PipelineError(_UNKNOWN.filled(asked=asked), _CHOOSE)


def _of_locale() -> str:
    """The language of a locale such as ``nb_NO.UTF-8``; empty for ``C`` and ``POSIX``."""
    locale = next(filter(None, map(os.environ.get, LOCALE)), "")
    language = re.split("[_.@]", locale, maxsplit=1)[0]
    return "" if language in NO_LOCALE else language


def _of(book: Path | None) -> str:
    """The language in ``publication.toml``, even if the rest of the file is wrong."""
    if book is None:
        return ""
    try:
        text = (book / SETTINGS).read_text(encoding="utf-8-sig")
        language = tomllib.loads(text)["publication"]["language"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
    return language if isinstance(language, str) else ""
