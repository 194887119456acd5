"""The last net: an error that nobody foresaw, as a sentence and a file with the traceback."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from traceback import format_exception

from bindery.pipeline.own_folder import WORK
from bindery.tools.installation import CHECKOUT
from bindery.tools.makers import THIS_MESSAGE, report_it
from bindery.tools.writing import write_whole
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_FAULT = Text(
    nb="Arbeidet stoppet på grunn av en feil i bindery.",
    en="The work stopped because of an error in bindery.",
)
_REPORT_WITHOUT_FILE = Text(
    nb="{report} Mer om feilen kunne ikke skrives til disken.",
    en="{report} More about the error could not be written to disk.",
)
_NO_MEMORY = Text(
    nb="Arbeidet stoppet fordi minnet er brukt opp.",
    en="The work stopped because all memory is used.",
)
_FREE_MEMORY = Text(
    nb="Lukk andre programmer, og prøv igjen.",
    en="Close other programs and try again.",
)
_MISSING = Text(
    nb="Python-pakken «{package}» mangler, eller deler av den.",
    en="The Python package “{package}” is missing, or parts of it.",
)
_INSTALL = (
    Text(
        nb="Slett mappen .venv og kjør: python3 bootstrap.py",
        en="Delete the folder .venv and run: python3 bootstrap.py",
    )
    if CHECKOUT
    else Text(
        nb="Kjør: pip install --force-reinstall bindery",
        en="Run: pip install --force-reinstall bindery",
    )
)


def unforeseen(error: Exception, book: Path | None, doing: str = "") -> PipelineError:
    """What to tell instead of the traceback of ``error``.

    The traceback is written to ``build/work/`` of ``book``, or to the system's folder for temporary
    files if that cannot be written or there is no book. What is done side by side with other work
    is named by ``doing``, and has a file of its own.
    """
    if isinstance(error, MemoryError):
        return PipelineError(_NO_MEMORY, _FREE_MEMORY)
    package = (getattr(error, "name", None) or "").partition(".")[0]
    if isinstance(error, ImportError) and package not in ("", "bindery"):
        return PipelineError(_MISSING.filled(package=package), _INSTALL)
    text, name = "".join(format_exception(error)), f"{'-'.join(['traceback', *doing.split()])}.txt"
    if book is not None and _write(book / WORK / name, text):
        return PipelineError(_FAULT, report_it(f"{WORK}/{name}"))
    with suppress(OSError):
        handle, file = mkstemp(prefix="bindery-", suffix=f"-{name}", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as opened:
            opened.write(text)
        return PipelineError(_FAULT, report_it(file))
    return PipelineError(_FAULT, _REPORT_WITHOUT_FILE.filled(report=report_it(THIS_MESSAGE)))


def _write(path: Path, text: str) -> bool:
    """Write a new file, unless a symbolic link leads away from the book; return whether it went."""
    work, build = path.parent, path.parent.parent
    if work.is_symlink() or build.is_symlink():
        return False
    try:
        write_whole(path, text.encode(errors="backslashreplace"))
    except PipelineError:
        return False
    return True
