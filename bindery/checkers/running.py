"""Start outside checkers, read their reports, and report those that crash."""

import os
import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from bindery.tools import locate
from bindery.tools.afterwards import scratch
from bindery.tools.installation import COMMAND
from bindery.tools.run import Finished, TimeoutExpired, run
from bindery.tools.writing import remove_tree
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text, Unit

TIMEOUT = 900.0
"""Seconds. A book of 600 pages takes the slowest checker under one minute."""

CHECKS = Unit(nb=("enkeltkontroll", "enkeltkontroller"), en=("single check", "single checks"))
FILES = Unit(nb=("fil", "filer"), en=("file", "files"))
DOCUMENTS = Unit(nb=("dokument", "dokumenter"), en=("document", "documents"))

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
"""Terminal colours, to be removed from messages."""

MEND = Text(
    nb="Rett teksten i manuset. Hvis teksten er riktig, rett malen i templates/.",
    en="Fix the text in the manuscript. If the text is right, fix the template in templates/.",
)

_BROKEN = Text(
    nb="{checker} stoppet før kontrollen var ferdig: {why}",
    en="{checker} stopped before the check was done: {why}",
)
_AFTER_BREAKING = Text(
    nb=f"Ingenting er kontrollert. Se hva som er installert med: {COMMAND} doctor",
    en=f"Nothing has been checked. See what is installed with: {COMMAND} doctor",
)


class Report(BaseModel):
    """A part of a checker's JSON report. Fields not named are ignored; the others must be there."""

    model_config = ConfigDict(alias_generator=to_camel, frozen=True)


AnyReport = TypeVar("AnyReport", bound=Report)


def installed(checker: str, tool: str, found: Path | None) -> Path:
    """Return the path of a ``tool`` that ``checker`` did not report as missing; raise if it is."""
    if found is None:
        raise broken(checker, tool)
    return found


def broken(checker: str, why: object) -> PipelineError:
    """Return the error for a ``checker`` that crashed, hung, or wrote an unreadable report."""
    return PipelineError(_BROKEN.filled(checker=checker, why=why), _AFTER_BREAKING)


def started(
    checker: str,
    command: Sequence[str | Path],
    *,
    statuses: frozenset[int],
    env: Mapping[str, str] | None = None,
) -> Finished:
    """Run ``checker`` to its end; raise if its exit status is not one of ``statuses``."""
    try:
        ended = run(command, env=env, timeout=TIMEOUT)
    except (OSError, TimeoutExpired) as error:
        raise broken(checker, error) from error
    if ended.status not in statuses:
        said = " ".join(COLOUR.sub("", ended.stderr or ended.stdout).split())
        raise broken(checker, f"exit status {ended.status}. {said[-500:]}".rstrip())
    return ended


def fresh(path: Path) -> Path:
    """Return the place for a report, after removing an earlier run's report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    remove_tree(path)
    return path


def read(checker: str, shape: type[AnyReport], path: Path) -> AnyReport:
    """Parse the report that ``checker`` wrote to ``path``; raise if it has another shape."""
    try:
        return shape.model_validate_json(path.read_bytes())
    except OSError as error:
        raise broken(checker, error) from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise broken(checker, f"{path.name}: {where} {first['msg']}") from error


def places(count: int) -> Text:
    """Return the words for ``count`` places."""
    if count == 1:
        return Text(nb="ett sted", en="in one place")
    return Text(nb=f"{count} steder", en=f"in {count} places")


def quoted(words: str) -> str:
    """Return a checker's words on one line, shortened."""
    return textwrap.shorten(words, width=300, placeholder=" …")


FLAGS = (
    # A better compiler and a parallel collector cost more than they give in a few seconds.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    # With this compiler's larger frames, the Nu checker overflows the usual stack.
    "-Xss4m",
    "-Djava.awt.headless=true",
    "-Dstdout.encoding=UTF-8",
    "-Dstderr.encoding=UTF-8",
)

MEDDLING = frozenset({"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
"""Variables that Java obeys, and announces on standard error in the middle of a report."""


def run_java(name: str, *arguments: str | Path, statuses: frozenset[int]) -> Finished:
    """Run the checker ``name`` to its end, with nothing read from or left in the user's home."""
    java = installed(name, "Java", locate.java())
    with scratch() as home:
        command = (java, *FLAGS, f"-Duser.home={home}", *arguments)
        return started(name, command, statuses=statuses, env=_environment())


def _environment() -> dict[str, str]:
    """Return the user's own, in UTF-8: under the C locale a file named with ø cannot be opened."""
    kept = {name: value for name, value in os.environ.items() if name not in MEDDLING}
    return kept | {"LC_ALL": "C.UTF-8"}
