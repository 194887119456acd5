"""Files in ``build/`` that somebody has changed since bindery made them: told, and kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bindery.manuscript.requirements import Requirement
from bindery.pipeline.own_folder import BUILD
from bindery.tools.installation import COMMAND
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

_WHY = Text(
    nb="Endringer i en ferdig utgave står ikke i manuset, og går tapt når utgaven lages på nytt.",
    en="Changes in a finished edition are not in the manuscript, and are lost when the edition is"
    " made again.",
)
EDITION_IS_AS_BUILT = Requirement("edition-is-as-built", _WHY, Severity.WARNING)
EDITION_IS_NOT_OVERWRITTEN = Requirement("edition-is-not-overwritten", _WHY)

_KEPT = Text(
    nb="Filen er endret etter at bindery laget den. Den er beholdt som den er.",
    en="The file has been changed since bindery made it. It is kept as it is.",
)
_CHANGE_MANUSCRIPT = Text(
    nb=f"Gjør endringen i manuset. «{COMMAND} build --rebuild» lager utgaven på nytt, uten "
    "endringen.",
    en=f"Make the change in the manuscript. “{COMMAND} build --rebuild” makes the edition again, "
    "without the change.",
)
_NOT_MADE = Text(
    nb="Filen er endret etter at bindery laget den, og ville blitt overskrevet. Ingen utgaver er"
    " laget.",
    en="The file has been changed since bindery made it, and would be overwritten. No edition has"
    " been made.",
)
_MOVE_IT = Text(
    nb=f"Flytt filen ut av build/ for å ta vare på den. «{COMMAND} build --rebuild» overskriver "
    "den.",
    en=f"Move the file out of build/ to keep it. “{COMMAND} build --rebuild” overwrites it.",
)


def told_as_kept(paths: Iterable[Path]) -> Iterator[Finding]:
    """A warning for each of ``paths``: the edition is not as it was built."""
    for path in sorted(paths):
        yield EDITION_IS_AS_BUILT.broken(_place(path), _KEPT, _CHANGE_MANUSCRIPT)


def refused(paths: Iterable[Path]) -> Iterator[Finding]:
    """An error for each of ``paths``: no build or release can go on without losing it."""
    for path in sorted(paths):
        yield EDITION_IS_NOT_OVERWRITTEN.broken(_place(path), _NOT_MADE, _MOVE_IT)


def _place(path: Path) -> Location:
    return Location(f"{BUILD}/{path.name}")
