"""What the terminal is told while a publication is watched: one line for each reading."""

from collections.abc import Callable
from pathlib import Path

from bindery.pipeline.watch.state import State
from bindery.pipeline.watch.watching import keep_watching
from bindery.reports.terminal import ERRORS, WARNINGS
from bindery.tools.saying import say
from bindery.vocabulary.findings import Severity
from bindery.vocabulary.text import Text

_BEGUN = Text(
    nb="Åpne {address} i nettleseren. Siden følger med når du lagrer. Avslutt med Ctrl-C.",
    en="Open {address} in the browser. The page follows when you save. End with Ctrl-C.",
)
_READ = Text(
    nb="{time} Lest: {errors} og {warnings} i manuset.",
    en="{time} Read: {errors} and {warnings} in the manuscript.",
)
_BEHIND = Text(
    nb="{time} Siden viser den forrige utgaven: {why}",
    en="{time} The page shows the edition before: {why}",
)


def watch_and_say(book: Path, language: str) -> None:
    """Watch ``book`` until somebody stops it, and print what there is to tell."""
    lines = Lines(lambda line: say(line.said_in(language)))
    keep_watching(book, lines.begun, lines.told)


class Lines:
    """Has each thing that is to be told ``said`` once."""

    def __init__(self, said: Callable[[Text], None]) -> None:
        self._said = said
        self._judged = 0
        self._why: Text | None = None

    def begun(self, address: str) -> None:
        """Say where the page is."""
        self._said(_BEGUN.filled(address=address))

    def told(self, state: State, time: str) -> None:
        """Say what ``state`` has that was not said before."""
        why = _why(state)
        if why is not None and why != self._why:
            self._said(_BEHIND.filled(time=time, why=why))
        elif why is None and state.judged != self._judged:
            counted = [one.severity for one in state.findings]
            errors = ERRORS.counted(counted.count(Severity.ERROR))
            warnings = WARNINGS.counted(counted.count(Severity.WARNING))
            self._said(_READ.filled(time=time, errors=errors, warnings=warnings))
        self._why, self._judged = why, state.judged


def _why(state: State) -> Text | None:
    """Why what was saved last cannot be shown."""
    if state.stopped is not None:
        return state.stopped.what
    if not state.trouble:
        return None
    first = state.trouble[0]
    return Text(
        nb=f"{first.location} {first.message.nb}", en=f"{first.location} {first.message.en}"
    )
