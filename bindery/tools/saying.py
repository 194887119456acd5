"""Print to whoever reads, and go on if nobody does, as after ``| head``."""

import os
import sys
from typing import TextIO

from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_NOT_PRINTED = Text(
    nb="Svaret kunne ikke skrives ut: {reason}.", en="The answer could not be printed: {reason}."
)
_LOOK = Text(
    nb="Se på det utskriften er omdirigert til. Kommandoen er ellers utført.",
    en="Check where the output is redirected to. Otherwise the command has been carried out.",
)


def say(line: str, *, error: bool = False) -> None:
    """Print ``line`` on standard output, or as an ``error`` on standard error."""
    stream = sys.stderr if error else sys.stdout
    try:
        print(line, file=stream, flush=True)
    except OSError as reason:
        _nobody_reads(stream, reason)


def say_error(error: PipelineError, language: str) -> None:
    """Print what failed, and what to do, on standard error."""
    say(error.what.said_in(language), error=True)
    say(error.next.said_in(language), error=True)


def say_it_all() -> None:
    """Print what waits to be printed."""
    for stream in (sys.stdout, sys.stderr):
        try:
            # They are None where they were closed before the program began.
            if stream is not None:
                stream.flush()
        except OSError as reason:
            _nobody_reads(stream, reason)


def _nobody_reads(stream: TextIO, reason: OSError) -> None:
    """Let what is still to be printed go nowhere. It is an error unless the reader has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    if not isinstance(reason, BrokenPipeError):
        raise PipelineError(_NOT_PRINTED.filled(reason=reason.strerror), _LOOK) from reason
