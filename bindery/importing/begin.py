"""What the command ``bindery new`` does: ask, make the folder, and say what was made."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bindery.importing.answers import Answers, asked, defaults, language_of_machine
from bindery.importing.new import new
from bindery.importing.new_folder import require_new
from bindery.tools.installation import COMMAND
from bindery.tools.makers import THIS_MESSAGE, report_it
from bindery.tools.saying import say
from bindery.vocabulary.text import Text

_MADE = Text(nb="Laget {folder}:", en="Made {folder}:")
_MOST_LINES = 20
_MORE = Text(nb="… og {count} til i {report}", en="… and {count} more in {report}")
_READ = Text(nb="Alt står i {report}", en="All of it is in {report}")
_THEN = Text(nb="Gå videre slik:", en="Go on like this:")


def begin(named: str, source: str, given: Answers, spoken: str, *, questions: bool) -> bool:
    """Make the publication in the folder that is ``named``; whether all is as it should be.

    It is made of ``source``, if one is named. Messages are in the language that is ``spoken``.
    ``questions`` are asked at a terminal only.
    """
    folder = require_new(named)
    given.require_valid()
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
    from bindery.importing.imported import PAGE, REPORT, import_source  # noqa: PLC0415 - slow

    imported = import_source(
        folder,
        Path(source),
        given,
        language_of_machine(spoken),
        lambda known: _asked(known, spoken) if questions else known,
    )
    for line in _lines(named, imported.files):
        say(line.said_in(spoken))
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
    for command in (f"cd {named}", f"{COMMAND} build", f"{COMMAND} check"):
        yield Text(nb=f"  {command}", en=f"  {command}")
