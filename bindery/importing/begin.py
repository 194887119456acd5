"""What the command ``bindery new`` does: ask, make the folder, and say what was made."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from bindery.importing.answers import Answers, asked, defaults, language_of_machine
from bindery.importing.new import SETTINGS, new
from bindery.importing.new_folder import require_new
from bindery.tools.installation import COMMAND
from bindery.tools.makers import THIS_MESSAGE, report_it
from bindery.tools.saying import say
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from bindery.importing.imported import Imported

_OF_WHAT = Text(
    nb="--again trenger --from: navnet på den nye versjonen av kilden.",
    en="--again needs --from: the name of the new version of the source.",
)
_NAME_SOURCE = Text(
    nb="Skriv for eksempel: bindery new rapport --from rapport-v2.docx --again",
    en="Write for example: bindery new report --from report-v2.docx --again",
)
_BESIDE = Text(
    nb="Importert til {folder}. Ingenting i manuscript/ er endret.",
    en="Imported to {folder}. Nothing in manuscript/ has been changed.",
)
_MADE = Text(nb="Laget {folder}:", en="Made {folder}:")
_MOST_LINES = 20
_MORE = Text(nb="… og {count} til i {report}", en="… and {count} more in {report}")
_READ = Text(nb="Alt står i {report}", en="All of it is in {report}")
_THEN = Text(nb="Gå videre slik:", en="Go on like this:")
_FILL_IN = Text(
    nb="Fyll ut {settings} før du gir ut: release stopper så lenge det står eksempeltekst der.",
    en="Fill in {settings} before you release: release stops as long as it has sample text.",
)


def begin(
    named: str, source: str, given: Answers, spoken: str, *, questions: bool, again: bool = False
) -> bool:
    """Make the publication in the folder that is ``named``; whether all is as it should be.

    It is made of ``source``, if one is named; ``again``, beside the publication that is there.
    Messages are in the language that is ``spoken``. ``questions`` are asked at a terminal only.
    """
    given.require_valid()
    if again:
        return _again(named, source, given, spoken)
    folder = require_new(named)
    if source:
        return _import(named, folder, source, given, spoken, questions=questions)
    known = given.or_else(defaults(folder, given.language or language_of_machine(spoken)))
    known = _asked(known, spoken) if questions else known
    for line in _lines(named, new(folder, known)):
        say(line.said_in(spoken))
    return True


def _import(
    named: str, folder: Path, source: str, given: Answers, spoken: str, *, questions: bool
) -> bool:
    from bindery.importing.imported import import_source  # noqa: PLC0415 - slow

    imported = import_source(
        folder,
        Path(source),
        given,
        language_of_machine(spoken),
        lambda known: _asked(known, spoken) if questions else known,
    )
    for line in _lines(named, imported.files):
        say(line.said_in(spoken))
    return _tell_report(imported, named, spoken)


def _again(named: str, source: str, given: Answers, spoken: str) -> bool:
    from bindery.importing.again import import_again  # noqa: PLC0415 - slow

    if not source:
        raise PipelineError(_OF_WHAT, _NAME_SOURCE)
    made = import_again(
        Path(os.path.abspath(named)),  # noqa: PTH100 - as for a new folder
        Path(source),
        given,
        language_of_machine(spoken),
        datetime.now(UTC).date(),
    )
    say(_BESIDE.filled(folder=f"{named}/{made.at}").said_in(spoken))
    for line in made.told:
        say(line.said_in(spoken))
    return _tell_report(made.imported, f"{named}/{made.at}", spoken)


def _tell_report(imported: "Imported", named: str, spoken: str) -> bool:
    """Say what is in the report, and whether no word was lost."""
    from bindery.importing.imported import PAGE, REPORT  # noqa: PLC0415 - slow

    entries = imported.report.entries
    say("")
    for entry in entries[:_MOST_LINES]:
        say(entry.line_of_text().said_in(spoken))
    if len(entries) > _MOST_LINES:
        more = _MORE.filled(count=len(entries) - _MOST_LINES, report=f"{named}/{REPORT}")
        say(more.said_in(spoken))
    say(_READ.filled(report=f"{named}/{PAGE}").said_in(spoken))
    for closing in imported.report.closing():
        say(closing.said_in(spoken))
    if imported.report.lost:
        say(report_it(THIS_MESSAGE).said_in(spoken))
    return not imported.report.lost


def _asked(known: Answers, spoken: str) -> Answers:
    """``known``, with what somebody at a terminal answers."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return known

    def ask(question: Text) -> str:
        try:
            return input(question.said_in(spoken))
        except EOFError:
            return ""

    known = asked(known, ask)
    known.require_valid()
    return known


def _lines(named: str, files: Sequence[str]) -> Iterator[Text]:
    """What was made, and what to do next."""
    yield _MADE.filled(folder=named)
    for file in files:
        yield Text(nb=f"  {file}", en=f"  {file}")
    yield _THEN
    for command in _commands(named):
        yield Text(nb=f"  {command}", en=f"  {command}")
    yield _FILL_IN.filled(settings=SETTINGS)


def _commands(named: str) -> tuple[str, ...]:
    """The next commands: invoke knows its tasks only in the checkout that they are in."""
    if COMMAND == "invoke":
        book = f"--book {quote(named)}"
        return f"{COMMAND} build {book}", f"{COMMAND} check {book}"
    return f"cd {quote(named)}", f"{COMMAND} build", f"{COMMAND} check"
