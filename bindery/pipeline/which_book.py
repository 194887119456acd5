"""Which publication a command is about."""

from collections.abc import Iterable
from pathlib import Path

from bindery.manuscript.files import MANUSCRIPT, require_manuscript, shown
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

FOUND = Text(nb="Publikasjonen i {book}", en="The publication in {book}")
"""What to say where nobody has named it."""

_NOT_HERE = Text(
    nb="Verken {here} eller noen mappe over den har manuscript/.",
    en="Neither {here} nor any folder above it has a manuscript/.",
)
_GO_OR_NAME = Text(
    nb="Gå til mappen som inneholder manuscript/, eller oppgi den med --book.",
    en="Go to the folder that holds manuscript/, or name it with --book.",
)
_DIFFERENT = Text(
    nb="Oppgavene gjelder ulike publikasjoner: {books}.",
    en="The tasks are about different publications: {books}.",
)
_NAME_THE_SAME = Text(
    nb="Oppgi samme --book for hver oppgave. Ingenting er gjort.",
    en="Name the same --book for each task. Nothing has been done.",
)


def nearest_book(here: Path) -> Path | None:
    """``here``, or the nearest folder above it, that has a ``manuscript/``."""
    return next((each for each in (here, *here.parents) if (each / MANUSCRIPT).is_dir()), None)


def which_book(named: str) -> Path:
    """The folder that is ``named``, or where nothing is, the nearest to where the user stands.

    Raises ``PipelineError`` where there is no manuscript.
    """
    if not named:
        here = Path.cwd()
        if (nearest := nearest_book(here)) is None:
            raise PipelineError(_NOT_HERE.filled(here=shown(str(here))), _GO_OR_NAME)
        return nearest
    book = Path(named).resolve()
    require_manuscript(book)
    return book


def require_one_book(tasks: Iterable[tuple[str, str]]) -> None:
    """Raise ``PipelineError`` unless all ``tasks``, each with what it names, are about one book."""
    here = nearest_book(Path.cwd()) or Path.cwd()
    books = [(task, Path(named).resolve() if named else here) for task, named in tasks]
    if len({book for _, book in books}) > 1:
        told = ", ".join(f"{task} {shown(str(book))}" for task, book in books)
        raise PipelineError(_DIFFERENT.filled(books=told), _NAME_THE_SAME)
