"""``build/``: the one folder that bindery writes to. It may come with a book from somebody else."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bindery.manuscript.files import shown
from bindery.tools.writing import remove_tree
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

BUILD = "build"
WORK = f"{BUILD}/work"
REPORTS = f"{BUILD}/reports"
REPORT = f"{REPORTS}/evidence.html"
STATEMENT_BASIS = f"{REPORTS}/grunnlag-for-tilgjengelighetserklaering.html"
"""Outside the folder that is published: it is for those who write the statement."""

_LINK = Text(
    nb="{folder} er en lenke til et annet sted. bindery skriver bare i mappen til publikasjonen.",
    en="{folder} is a link to another place. bindery writes only in the publication’s folder.",
)
_WAITS = Text(
    nb="Venter på en annen kommando i samme publikasjon",
    en="Waiting for another command in the same publication",
)
_NO_LINK = Text(
    nb="Fjern lenken, eller bytt den ut med en mappe. Ingenting er gjort.",
    en="Remove the link, or replace it with a folder. Nothing has been done.",
)


def require_own(book: Path) -> None:
    """Make sure that nothing below ``build/`` leads to another place.

    Raises ``PipelineError`` if one of its folders is a link. Links to be written over are removed.
    """
    for name in (BUILD, WORK, REPORTS):
        if (book / name).is_symlink():
            raise PipelineError(_LINK.filled(folder=shown(f"{name}/")), _NO_LINK)
    for name in (WORK, REPORTS):
        for folder, folders, files in os.walk(book / name):
            for path in (Path(folder, each) for each in (*folders, *files)):
                if path.is_symlink():
                    remove_tree(path)


@contextmanager
def alone(book: Path, progress: Callable[[Text], None] = lambda _: None) -> Iterator[None]:
    """Wait until no other process is in here with the same ``book``, and report that it waits."""
    folder = os.open(book, os.O_RDONLY)
    try:
        # Some network folders cannot be locked: then there is no waiting.
        with suppress(OSError):
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                progress(_WAITS)
                fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
